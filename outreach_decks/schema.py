"""JSON Schemas of the YAML files, from which an editor completes keys and underlines mistakes while they are typed.

They are made from the same models that read the files. An editor hands a schema typed values, so bare numbers and
true or false are let through wherever the program takes them for text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any, Final

from pydantic import BaseModel

from outreach_decks.audience import Audience
from outreach_decks.event import Event
from outreach_decks.facts import Chart, CountingRule, Fact, HelpLine, Source
from outreach_decks.names import NamesFile
from outreach_decks.outline import Include, OutlineFile, SlidesFile
from outreach_decks.readability import KanjiTable
from outreach_decks.scalars import ID_PATTERN
from outreach_decks.slide_kinds import KINDS
from outreach_decks.terms import Term, TermsHead

Schema = dict[str, Any]
# The version that editors understand best.
DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_REFERENCE: Final = "#/definitions/{model}"
_NULL: Final = {"type": "null"}


def outline_schema() -> Schema:
    """The schema of slides_src/*.yaml."""
    return _with_slides(OutlineFile)


def slides_schema() -> Schema:
    """The schema of files that hold slides for several talks."""
    return _with_slides(SlidesFile)


def event_schema() -> Schema:
    """The schema of the details of one day."""
    return _headed(Event.schema_title, _of(Event))


def terms_schema() -> Schema:
    """The schema of the words to avoid."""
    made, term = _of(TermsHead), _of(Term)
    definitions = {**made.pop("definitions"), **term.pop("definitions", {}), "Term": term}
    made["properties"]["terms"] = {"description": "The words to avoid, by id.", **_by_id(_reference(Term))}
    made["required"].append("terms")
    return _headed("Words to avoid", {**made, "definitions": definitions})


def names_schema() -> Schema:
    """The schema of the names that translations must give exactly."""
    return _headed(NamesFile.schema_title, _of(NamesFile))


def kanji_schema() -> Schema:
    """The schema of the table of kanji by school year."""
    return _headed("Kanji by school year", _of(KanjiTable))


def _entries_of(model: type[BaseModel], title: str) -> Callable[[], Schema]:
    def schema() -> Schema:
        made = _of(model)
        definitions = made.pop("definitions", {})
        return _headed(title, _by_id(made) | ({"definitions": definitions} if definitions else {}))

    return schema


def _by_id(entry: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": ID_PATTERN}, "additionalProperties": entry}


# What each file of assets/*.schema.json is made by.
SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "outline": outline_schema,
    "slides": slides_schema,
    "event": event_schema,
    "facts": _entries_of(Fact, "Facts, by id"),
    "sources": _entries_of(Source, "Sources, by id"),
    "counting_rules": _entries_of(CountingRule, "Counting rules, by id"),
    "help_lines": _entries_of(HelpLine, "Help lines, by id"),
    "charts": _entries_of(Chart, "Charts, by name"),
    "audiences": _entries_of(Audience, "Audiences, by name"),
    "terms": terms_schema,
    "names": names_schema,
    "kanji_by_year": kanji_schema,
}


def schema_text(name: str) -> str:
    """The text of assets/{name}.schema.json: the same on every run and every system.

    Raises:
        KeyError: when there is no schema of that name.
    """
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def _headed(title: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, "title": title, **schema}


def _with_slides(model: type[OutlineFile | SlidesFile]) -> Schema:
    schema = _of(model)
    definitions = schema.pop("definitions")
    slides = schema["properties"]["slides"]
    slides["items"] = {"$ref": _REFERENCE.format(model="Slide")}
    return _headed(model.schema_title, {**schema, "definitions": {"Slide": _slide(), **definitions}})


def _slide() -> Schema:
    """A slide or an include. Its kind decides which keys it may have; so an editor completes and refuses by kind."""
    kinds = [_when({"kind": {"const": kind}}, model) for kind, model in KINDS.items()]
    return {
        "type": "object",
        "properties": {
            "kind": {
                "description": "What kind of slide this is; it decides which keys the slide may have.",
                "enum": list(KINDS),
                "enumDescriptions": [_told(model) for model in KINDS.values()],
            },
            "include": {
                "description": "In place of a kind: the path of a file of slides, from the folder of this one."
            },
        },
        "if": {"required": ["include"]},
        "then": _reference(Include),
        "else": {"required": ["kind"], "allOf": kinds},
    }


def _when(properties: Schema, model: type[BaseModel]) -> Schema:
    return {"if": {"required": list(properties), "properties": properties}, "then": _reference(model)}


def _reference(model: type[BaseModel]) -> Schema:
    return {"$ref": _REFERENCE.format(model=model.__name__)}


def _told(model: type[BaseModel]) -> str:
    return cleandoc(model.__doc__ or "")


def _of(model: type[BaseModel]) -> Schema:
    """The schema that pydantic makes of a model, in the dialect of editors and without what says nothing to people."""
    schema = model.model_json_schema(ref_template=_REFERENCE)
    definitions = {name: _tidy(each) for name, each in schema.pop("$defs", {}).items()}
    for kind, kind_model in KINDS.items():
        if kind_model.__name__ in definitions:
            definitions[kind_model.__name__]["properties"]["kind"] = {"const": kind, "description": _told(kind_model)}
    tidy = _tidy(schema)
    return {**tidy, "definitions": definitions} if definitions else tidy


def _tidy(schema: Schema) -> Schema:
    """Leave out titles that repeat a key and defaults that are nothing; say in one line what may be missing."""
    kept = {key: _tidied(value) for key, value in schema.items() if not _is_noise(key, value)}
    choices = kept.get("anyOf", [])
    others = [choice for choice in choices if choice != _NULL]
    if len(others) != 1 or len(others) == len(choices):
        return kept
    del kept["anyOf"]
    return _or_nothing(others[0]) | kept


def _or_nothing(schema: Schema) -> Schema:
    if "type" not in schema:
        return {"anyOf": [schema, _NULL]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "null"]}


def _tidied(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return _tidy(value)
    return [_tidied(each) for each in value] if isinstance(value, list) else value


def _is_noise(key: str, value: Any) -> bool:  # noqa: ANN401 - JSON
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [], ()))
