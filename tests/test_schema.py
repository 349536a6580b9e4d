"""The schemas that editors read: made from the models, and never stricter than the program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from annotated_types import MaxLen, MinLen
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from build_schema import build_schemas
from outreach_decks.audience import Audience, Kind
from outreach_decks.event import DayText, Event
from outreach_decks.facts import Chart, CountingRule, Fact, HelpLine, Month, Record, Source
from outreach_decks.outline import Head
from outreach_decks.parse import parse_outline
from outreach_decks.reader import read_document
from outreach_decks.scalars import (
    Count,
    Flag,
    FocusPoint,
    Identifier,
    Level,
    Metres,
    Minutes,
    Ordinal,
    Pace,
    Percentage,
    PrimaryYear,
    SchoolGrade,
    Text,
    UnitSize,
)
from outreach_decks.schema import SCHEMAS, schema_text
from outreach_decks.slide_kinds import KINDS, PointField
from outreach_decks.validation import validate
from outreach_decks.workspace import MemoryWorkspace
from tests.projects import ROOT, TALK

ASSETS = ROOT / "assets"
ENTRIES: dict[str, type[BaseModel]] = {
    "facts": Fact, "sources": Source, "counting_rules": CountingRule, "help_lines": HelpLine, "charts": Chart,
    "audiences": Audience,
}  # fmt: skip


class EditorLoader(yaml.SafeLoader):
    """Reads bare numbers and booleans as such, and days as text: as the YAML that editors know (1.2) has it."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def typed(text: str) -> Any:  # noqa: ANN401 - JSON
    """What an editor hands to a schema; keys are always text there."""
    return _with_text_keys(yaml.load(text, Loader=EditorLoader))  # noqa: S506 - a SafeLoader


def _with_text_keys(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


@cache
def validator(name: str) -> Draft7Validator:
    """What an editor checks a file with."""
    schema = json.loads((ASSETS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def flagged(name: str, text: str) -> list[str]:
    """What an editor underlines in a file."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(typed(text))]


# ----------------------------------------------------------------------------------------------------- the files


def test_the_schemas_are_those_that_the_tool_writes(tmp_path: Path) -> None:
    """Whoever changes a field runs tools/build_schema.py; it writes the same bytes on every run."""
    for path in build_schemas(tmp_path):
        assert path.read_bytes() == (ASSETS / path.name).read_bytes(), path.name
    assert {path.name for path in ASSETS.glob("*.schema.json")} == {f"{name}.schema.json" for name in SCHEMAS}
    assert [name for name in SCHEMAS if schema_text(name) != schema_text(name)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    """An editor shows the description while a key is typed."""
    keys = [(path, key) for path, key in keys_of(validator(name).schema, "") if not key.get("description")]
    assert keys == []


def keys_of(schema: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - JSON
    """Every key that a schema knows, but those by which it tells kinds apart."""
    for name, inner in schema.items() if isinstance(schema, dict) else ():
        if name == "properties" and not path.endswith("/if"):
            yield from ((f"{path}/{key}", each) for key, each in inner.items())
        yield from keys_of(inner, f"{path}/{name}")
    for number, inner in enumerate(schema if isinstance(schema, list) else ()):
        yield from keys_of(inner, f"{path}/{number}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_the_keys_of_its_model(kind: str) -> None:
    """What an editor offers for a kind is what the program takes."""
    model = KINDS[kind]
    made = validator("outline").schema["definitions"][model.__name__]
    assert set(made["properties"]) == set(model.model_fields)
    assert set(made["required"]) == {name for name, field in model.model_fields.items() if field.is_required()}


NAMED = re.compile(r"^# yaml-language-server: \$schema=(\S+)")
OURS = sorted((ROOT / "slides_src").rglob("*.yaml"))


def test_our_files_name_their_schema() -> None:
    """The first line leads to a schema, so that an editor helps in every file that people change."""
    named = {path: NAMED.match(path.read_text(encoding="utf-8")) for path in OURS}
    assert [path.name for path, found in named.items() if not found] == []
    assert [path.name for path, found in named.items() if found and not (path.parent / found[1]).is_file()] == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_an_editor_flags_nothing_in_our_files(path: Path) -> None:
    """What the program accepts, the schema does."""
    text = path.read_text(encoding="utf-8")
    found = NAMED.match(text)
    assert found
    assert flagged(Path(found[1]).name.removesuffix(".schema.json"), text) == []


# --------------------------------------------------------------------------------- what is accepted by the program


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it is written in YAML."""

    text: str


def written(*texts: str) -> st.SearchStrategy[Written]:
    """One of these."""
    return st.sampled_from([Written(text) for text in texts])


TEXTS = written(
    "12", "1.5", "-3", "1_000", "0x10", "0o17", "12:30", "1e3", ".inf", "true", "No", "off", "2024-01-01", "日本",
    "two words", "'null'", '"~"', '"12"', "' padded '", '"a: b"',
)  # fmt: skip
NUMBERS = {
    Minutes: ("1", "20", "'20'", "' 180 '"),
    Level: ("0", "3", "'2'"),
    Ordinal: ("1", "2", "'1'"),
    Pace: ("60", "'600'"),
    Count: ("1", "'999'"),
    Percentage: ("0", "100"),
    SchoolGrade: ("1", "16"),
    PrimaryYear: ("1", "'6'"),
    UnitSize: ("1", "1000000"),
}
SCALARS: dict[Any, st.SearchStrategy[Written]] = {
    Text: TEXTS,
    Identifier: written("abc", "a-1", "12", "true", "no", "1e3", "'12'", '" padded "'),
    Flag: written("true", "False", "TRUE", "'true'", '" false "'),
    DayText: written("2027-03-14", "'2027-03-14'", "14 March 2027", "3月14日"),
    Month: written("2027-08", "2027-08-31", "'2027-08'"),
    FocusPoint: written("top", "Top Left", "'bottom right'", "centre", "left-top", "30% 20%", "' 0%, 100% '"),
    Metres: written("2.5", "12", "'2.5'"),
    Kind: written("quiz", "'help'"),
    **{hint: written(*texts) for hint, texts in NUMBERS.items()},
}
Tree = Any


def values(hint: Any) -> st.SearchStrategy[Tree]:  # noqa: ANN401, PLR0911 - any annotation, one line a kind
    """Values that the program takes for a field."""
    if hint in SCALARS:
        return SCALARS[hint]
    if hint == PointField:
        return TEXTS | st.builds(lambda text, below: {text.text: below}, TEXTS, st.lists(TEXTS, max_size=2))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return records(hint)
    match get_origin(hint), get_args(hint):
        case (origin, choices) if origin is Literal:
            return written(*choices, *(f'"{choice}"' for choice in choices))
        case (origin, parts) if origin in {Union, UnionType}:
            nothing = [st.just(Written("null"))] if NoneType in parts else []
            return st.one_of(*nothing, *(values(part) for part in parts if part is not NoneType))
        case (origin, (item, _)) if origin is tuple:
            return st.lists(values(item), max_size=3)
        case (origin, (inner, *notes)) if origin is Annotated:
            return sized(inner, notes)
    raise TypeError(hint)


def sized(hint: Any, notes: list[Any]) -> st.SearchStrategy[Tree]:  # noqa: ANN401 - any annotation of a field
    """Lists with as many items as a field wants."""
    limits = [each for note in notes if isinstance(note, FieldInfo) for each in note.metadata]
    least = next((each.min_length for each in limits if isinstance(each, MinLen)), 0)
    most = next((each.max_length for each in limits if isinstance(each, MaxLen)), least + 2)
    return st.lists(values(get_args(hint)[0]), min_size=least, max_size=most)


def records(model: type[BaseModel]) -> st.SearchStrategy[Tree]:
    """Records with the keys that a model needs, and any of the others."""
    hints = get_type_hints(model, include_extras=True)
    fields = {name: values(hints[name]) for name in model.model_fields}
    needed = {name: each for name, each in fields.items() if model.model_fields[name].is_required()}
    return st.fixed_dictionaries(needed, optional={name: each for name, each in fields.items() if name not in needed})


def yaml_text(tree: Tree) -> str:
    """The tree in YAML's short form."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {yaml_text(value)}" for key, value in tree.items()) + "}"
    return f"[{', '.join(map(yaml_text, tree))}]" if isinstance(tree, list) else str(tree.text)


def slides() -> st.SearchStrategy[Tree]:
    """Slides of every kind, within the rules that no schema can tell: own ids, answers and cells that fit."""
    return st.one_of(*(records(model) for model in KINDS.values())).map(fitted)


def fitted(slide: dict[str, Tree]) -> Tree:
    """Make a slide keep the rules that go beyond its model."""
    slide.pop("needs", None)
    if "header" in slide:
        width = len(slide["header"])
        slide["rows"] = [(row + [Written("x")] * width)[:width] for row in slide["rows"]]
    if slide["kind"].text.strip('"') == "help":
        slide["local"] = Written("true")
    return slide


OUTLINES = st.tuples(records(Head), st.lists(slides(), min_size=1, max_size=3))


@given(OUTLINES)
def test_an_outline_that_the_program_accepts_is_accepted_by_an_editor(made: tuple[Tree, list[Tree]]) -> None:
    """Bare numbers, booleans, days and words that other programs take for nothing, wherever the program takes them."""
    head, found = made
    numbered = [{**slide, "id": Written(f"s{number}")} for number, slide in enumerate(found)]
    text = "\n".join(f"{key}: {yaml_text(value)}" for key, value in {**head, "slides": numbered}.items())
    text = re.sub("^language: .*$", "language: en", text, flags=re.MULTILINE)
    outline = parse_outline(TALK, MemoryWorkspace({TALK: text.encode()}))
    assert [one.message for one in outline.findings] == []
    assert flagged("outline", text) == []


@pytest.mark.parametrize("name", ENTRIES)
@given(data=st.data())
def test_an_entry_that_the_program_accepts_is_accepted_by_an_editor(name: str, data: st.DataObject) -> None:
    """The same of facts, sources, counting rules, help lines, charts and audiences."""
    text = f"one: {yaml_text(data.draw(records(ENTRIES[name])))}\n"
    document = read_document(f"{name}.yaml", text.encode())
    assert isinstance(document.data, dict)
    _, found = validate(ENTRIES[name], document.data["one"], document, ("one",), "an entry")
    assert [one.message for one in found] == []
    assert flagged(name, text) == []


@given(records(Event))
def test_an_event_that_the_program_accepts_is_accepted_by_an_editor(made: Tree) -> None:
    """The same of the details of one day."""
    text = yaml_text(made)
    document = read_document("day.yaml", text.encode())
    _, found = validate(Event, document.data, document, (), "an event")
    assert [one.message for one in found] == []
    assert flagged("event", text) == []


# ----------------------------------------------------------------------------------------------- what is underlined

GOOD = """\
title: A talk
audience: church
language: en
minutes: 20
template: church
slides:
  - {kind: steps, id: one, title: A, notes: Said., steps: [{label: A}, {label: B}, {label: C}]}
  - include: shared/a.yaml
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kind: steps", "kind: stepps"),
        ("kind: steps, ", ""),
        ("id: one, ", ""),
        ("notes: Said.", "note: Said."),
        ("notes: Said.", "notes: Said., points: [A]"),
        ("{label: A}", "{lable: A}"),
        ("{label: A}, ", ""),
        ("title: A, ", "title: , "),
        ("title: A, ", "title: {A: B}, "),
        ("title: A talk", "titel: A talk"),
        ("minutes: 20", "minutes: soon"),
        ("minutes: 20", "minutes: 200"),
        ("include: shared/a.yaml", "inculde: shared/a.yaml"),
        ("include: shared/a.yaml", "{include: shared/a.yaml, id: two}"),
        ("id: one", "id: One"),
    ],
)
def test_an_editor_underlines_what_the_program_would_refuse(right: str, wrong: str) -> None:
    """Kinds and keys that there are not, keys that are missing, values of another type."""
    assert flagged("outline", GOOD) == []
    assert flagged("outline", GOOD.replace(right, wrong)) != []


@pytest.mark.parametrize("name", ENTRIES)
def test_an_unknown_key_of_an_entry_is_underlined(name: str) -> None:
    """In every file of the fact base."""
    assert any("'colour' was unexpected" in found for found in flagged(name, "one: {colour: red}\n"))
    assert flagged(name, "One Two: {}\n") != []


def test_every_record_of_the_fact_base_has_a_schema() -> None:
    """A new file gets one too."""
    assert set(ENTRIES.values()) <= set(Record.__subclasses__()) | {Audience}
