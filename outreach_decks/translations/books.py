"""The fact base in another language: names of units, groups, offices and help lines; its figures are the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from outreach_decks.facts import Chart, DataTable, FactBook, Record
from outreach_decks.japanese import set_as_japanese
from outreach_decks.languages import is_east_asian
from outreach_decks.text import Run
from outreach_decks.translations.messages import row_context
from outreach_decks.translations.translator import Rendering

Renderings = Mapping[str, Rendering]
AnyRecord = TypeVar("AnyRecord", bound=Record)


def translated_book(book: FactBook, told: Renderings, language: str) -> FactBook:
    """The base with its words in ``language``."""
    return replace(
        book,
        facts={name: _with(fact, f"fact/{name}", {"value": ""}, told, language) for name, fact in book.facts.items()},
        charts={name: _chart(name, chart, book, told, language) for name, chart in book.charts.items()},
        data={name: _table(name, table, book.charts[name], told, language) for name, table in book.data.items()},
        help_lines={
            name: _with(line, f"help/{name}", _same("name", "purpose", "hours", "languages"), told, language)
            for name, line in book.help_lines.items()
        },
        counting_rules={
            name: _with(rule, f"counting-rule/{name}", _same("name"), told, language)
            for name, rule in book.counting_rules.items()
        },
        sources={
            name: _with(source, f"source/{name}", _same("publisher", "title", "year"), told, language)
            for name, source in book.sources.items()
        },
    )


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


def _with(record: AnyRecord, group: str, fields: Mapping[str, str], told: Renderings, language: str) -> AnyRecord:
    """A record with the renderings of its fields; the value is the last part of a field's context."""
    contexts = {name: f"{group}/{part}" if part else group for name, part in fields.items()}
    update = {name: _told(told[context], language) for name, context in contexts.items() if context in told}
    return record.model_copy(update=update) if update else record


def _chart(name: str, chart: Chart, book: FactBook, told: Renderings, language: str) -> Chart:
    """A chart; where CLDR counts in 万 and 億, its figures are written out, since a million is no unit there."""
    shown = _with(chart, f"chart/{name}", _same("of", "unit", "note"), told, language)
    labels = {
        row.label: _label(name, number, row.label, told, language) for number, row in enumerate(book.data[name].rows, 1)
    }
    size = 1 if is_east_asian(language) else chart.unit_size
    return shown.model_copy(
        update={"highlight": tuple(labels.get(one, one) for one in chart.highlight), "unit_size": size}
    )


def _table(name: str, table: DataTable, chart: Chart, told: Renderings, language: str) -> DataTable:
    scale = chart.unit_size if is_east_asian(language) else 1
    rows = (
        replace(row, label=_label(name, number, row.label, told, language), value=_scaled(row.value, scale))
        for number, row in enumerate(table.rows, 1)
    )
    return replace(table, rows=tuple(rows))


def _label(chart: str, number: int, label: str, told: Renderings, language: str) -> str:
    context = row_context(chart, number)
    return _told(told[context], language) if context in told else label


def _told(rendering: Rendering, language: str) -> str:
    """The words of a rendering, as Japanese is set; the title of a work stays as it was published."""
    if language != "ja" or rendering.message.is_free:
        return rendering.text
    return "".join(run.text for run in set_as_japanese((Run(rendering.text),)))


def _scaled(value: float, scale: float) -> float:
    """A figure times the size of its unit, without what binary fractions add."""
    return value if scale == 1 else float(round(value * scale, 6))
