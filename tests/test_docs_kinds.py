"""docs/kinds-of-slides.md says what the models say, its examples are slides, and what it says fits does fit."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

import pytest
from annotated_types import MaxLen, MinLen
from PIL import Image
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from outreach_decks.build import Wanted, variant_of
from outreach_decks.checks.glyphs import check_glyphs
from outreach_decks.checks.sources_shown import check_sources_shown
from outreach_decks.checks.text_fits import check_text_fits
from outreach_decks.deck import Deck
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.event import Event
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.parse import parse_outline
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.resolve import resolve
from outreach_decks.slide_kinds import KINDS, SlideBase
from outreach_decks.talk import Talk
from outreach_decks.workspace import DiskWorkspace
from tests.pages import DOCS, PAGES, Block, blocks, read, section, tables
from tests.projects import ROOT, Overlay, outline

KINDS_PAGE = DOCS / "kinds-of-slides.md"
PAGE = read(KINDS_PAGE)
TALK = "slides_src/talk.yaml"
NEAR = Event(local_help=("Example centre: 000-000-0001",))
ENGLISH = (
    "people who are exploited may need time and a calm person beside them before they can speak of what was done "
    "to them and what they want "
)
JAPANESE = "困っている人のそばに落ち着いて話を聞いてくれる大人がいることが何よりも大切です。"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of fields: the field (with the list that it belongs to), and how much of it there may be."""

    needed: bool
    meaning: str
    least: int = 0
    most: int = 0
    characters: int = 0


@cache
def rows(kind: str) -> dict[tuple[str, ...], Row]:
    """The fields of a kind as the page gives them, by (field,) or (list, field of each item)."""
    header, *found = tables(section(PAGE, f"## {kind}"))[0]
    assert header == ["field", "needed", "what it is", "room"]
    return {tuple(re.findall(r"`(\w+)`", name)): _row(needed, meaning, room) for name, needed, meaning, room in found}


def _row(needed: str, meaning: str, room: str) -> Row:
    assert needed in {"yes", "no"}
    count = re.match(r"(\d+) to (\d+)", room)
    characters = re.search(r"(\d+) characters", room)
    least, most = (int(count[1]), int(count[2])) if count else (0, 0)
    return Row(needed == "yes", meaning, least, most, int(characters[1]) if characters else 0)


def fields(kind: str) -> dict[tuple[str, ...], FieldInfo]:
    """The fields of a kind's model that are not those of every slide, with those of the items of its lists."""
    shared = SlideBase.model_fields
    found: dict[tuple[str, ...], FieldInfo] = {}
    for name, info in KINDS[kind].model_fields.items():
        if name != "kind" and (name not in shared or info.is_required() != shared[name].is_required()):
            found[(name,)] = info
            found |= {(name, inner): each for inner, each in _item_fields(info).items()}
    return found


def _item_fields(info: FieldInfo) -> dict[str, FieldInfo]:
    items = [each for each in get_args(info.annotation) if isinstance(each, type) and issubclass(each, BaseModel)]
    return items[0].model_fields if items else {}


def test_every_kind_has_a_section_and_no_other_has() -> None:
    """The headings that are one small word are the kinds."""
    assert re.findall(r"^## ([a-z]+)$", PAGE, re.MULTILINE) == list(KINDS)
    linked = re.findall(r"\[(\w+)\]\(#(\w+)\)", PAGE)
    assert {name for name, _ in linked} == set(KINDS)
    assert [name for name, target in linked if name != target] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_of_a_kind_are_those_of_its_model(kind: str) -> None:
    """Every field is named, no other is, and those that a slide needs are marked."""
    assert {name: row.needed for name, row in rows(kind).items()} == {
        name: info.is_required() for name, info in fields(kind).items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_of_items_are_within_those_of_the_model(kind: str) -> None:
    """A list may not be shorter or longer in the page than the model takes it."""
    for name, info in fields(kind).items():
        row = rows(kind)[name]
        least = next((each.min_length for each in info.metadata if isinstance(each, MinLen)), 1)
        most = next((each.max_length for each in info.metadata if isinstance(each, MaxLen)), row.most)
        if row.most:
            assert (row.least, row.most <= most) == (least, True), name


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_is_named(kind: str) -> None:
    """Where a field takes one of a few words, its row has them all."""
    for name, info in fields(kind).items():
        words = [word for word in get_args(info.annotation) if isinstance(word, str)]
        assert [word for word in words if f"`{word}`" not in rows(kind)[name].meaning] == []


def test_what_every_slide_can_say_is_listed() -> None:
    """The first table of fields is the model that all kinds stand on."""
    _, *found = tables(section(PAGE, "## What every slide can say"))[0]
    assert {name.strip("`"): needed == "yes" for name, needed, _ in found} == {
        name: info.is_required() for name, info in SlideBase.model_fields.items()
    }


@dataclass(frozen=True, slots=True)
class WithPicture(Overlay):
    """The whole project with an outline of the test, and the one picture that the page speaks of."""

    def read(self, name: str) -> bytes:
        """Return a file of the test, or one of the project."""
        if name in self.files:
            return self.files[name]
        return picture() if name == "assets/images/our-station.jpg" else self.disk.read(name)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the files of the project."""
        return self.disk.names(folder, suffix)


@cache
def picture() -> bytes:
    """A grey photograph."""
    held = io.BytesIO()
    Image.new("RGB", (1600, 900), "grey").save(held, "JPEG")
    return held.getvalue()


@cache
def project() -> Project:
    """The project itself, read once."""
    return Project(DiskWorkspace(ROOT))


def made(slides: str, head: str, event: Event) -> tuple[Talk, Deck, list[Diagnostic]]:
    """Slides in a talk of their own, with the real fact base, and all that is wrong with them."""
    place = WithPicture({TALK: outline(slides, head).encode("utf-8")})
    written = parse_outline(TALK, place)
    base = replace(project().base, workspace=place)
    variant, unknown = variant_of(written, base, Day(event), Wanted())
    talk = resolve(written, variant, base, project().editions(variant))
    look = project().look(written)
    deck = lay_out(talk, look.geometry, look.faces.measure)
    checked = [*check_text_fits(deck), *check_sources_shown(talk, deck)]
    checked += check_glyphs(talk, deck, look.faces.measure, talk.span)
    return talk, deck, [*written.findings, *unknown, *talk.findings, *checked]


def head(template: str = "church", language: str = "en") -> str:
    """The head of a talk with one of our templates."""
    return f"title: A talk\naudience: {template}\nlanguage: {language}\nminutes: 20\ntemplate: {template}\n"


EXAMPLES = [block for page in PAGES for block in blocks(page) if block.mark in {"slide", "include"}]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.page}-{example.identifier}")
def test_every_slide_that_is_shown_is_one(example: Block) -> None:
    """Put into a talk as it stands, it has nothing wrong with it, and all of it is shown."""
    talk, _, findings = made(example.text, head(), NEAR)
    assert findings == []
    assert talk.slides


def test_every_kind_is_shown() -> None:
    """Each section has an example of its own kind."""
    for kind in KINDS:
        assert f"```yaml\n- kind: {kind}\n" in section(PAGE, f"## {kind}"), kind


SIZED = [kind for kind in KINDS if kind != "sources"]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("template", ["church", "school", "community"])
@pytest.mark.parametrize("kind", SIZED)
def test_what_the_page_says_fits_does_fit(kind: str, template: str, language: str) -> None:
    """As many items and characters as the page allows, half of them in Japanese, have room on one slide."""
    slide = f"- {json.dumps(full(kind, language), ensure_ascii=False)}\n"
    talk, deck, findings = made(slide, head(template, language), NEAR)
    assert [found.message for found in findings] == []
    assert len(deck.slides) == len(talk.slides), "the list was cut in two"


FIXED: dict[str, Any] = {
    "icon": "eye",
    "lines": ["police-110", "child-189", "childline", "yorisoi", "dv-plus"],
    "local": False,
    "chart": "protected-by-year",
    "status": "alleged",
    "composite": False,
    "sources": ["npa-2018", "npa-2017", "jiji-2017", "cambodia-daily-2017"],
    "image": "our-station.jpg",
    "alt": "a place",
    "source": "https://example.org/a-photo",
    "fit": "contain",
    "focus": "30% 20%",
    "minutes": 3,
    "grouping": "groups",
    "answer": 1,
    "answer_notes": "Said.",
    "url": "https://example.org/cards",
    "notes": "Said.",
}


def full(kind: str, language: str) -> dict[str, Any]:
    """A slide with every field, each as long as the page allows."""
    given = dict(_filled(kind, language))
    if kind == "table":
        given["rows"] = [[row] * len(given["header"]) for row in given["rows"]]
    return {"id": "full", "notes": "Said.", **given, "kind": kind}


def _filled(kind: str, language: str) -> Iterator[tuple[str, Any]]:
    for name, row in rows(kind).items():
        inner = {each[1]: other for each, other in rows(kind).items() if len(each) == 2 and each[0] == name[0]}
        if len(name) == 1 and inner:
            item = {each: _value(each, other, language) for each, other in inner.items()}
            yield name[0], [item] * row.most
        elif len(name) == 1:
            yield name[0], _value(name[0], row, language)


def _value(name: str, row: Row, language: str) -> Any:  # noqa: ANN401 - whatever a field takes
    if name in FIXED:
        return FIXED[name]
    text = words(row.characters, language)
    return [text] * row.most if row.most else text


def words(characters: int, language: str) -> str:
    """Words of this length; in Japanese, half of it."""
    count, line = (characters, ENGLISH) if language == "en" else (characters // 2, JAPANESE)
    text = (line * count)[:count].rstrip()
    return text.ljust(count, "s") if language == "en" else text
