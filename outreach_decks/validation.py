"""Plain data become a model; what pydantic complains of is said in an author's words, at its place."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.slips import QUOTE_IT, dash_slip, find_slip, starts_with

Model = TypeVar("Model", bound=BaseModel)
_QUOTES = "\"'“”„‘’「」『』＂＇ "
_NEAR_ENOUGH = 0.7


def validate(
    model: type[Model], data: Data, document: Document, path: DataPath, what: str
) -> tuple[Model | None, list[Diagnostic]]:
    """Return the model of the data at ``path``, or None and all that is wrong with it.

    ``what`` names the thing in messages: 'a slide of kind "bullets"'. What the reader found is not said again.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        problems = _without_consequences(error.errors(include_url=False, include_context=True), model)
        there = (problem for problem in problems if problem["type"] != "missing")
        found = [_finding(problem, model, document, path, what) for problem in there]
        return None, not_said_yet([*_missing(problems, document, path, what), *found], document)


def readable_part(
    model: type[Model], data: Mapping[str, object], instead: Mapping[str, object] | None = None
) -> Model | None:
    """Return the model of the keys that can be read, so that they can be checked; None if it needs the others too.

    ``instead`` takes the place of keys that cannot be read or are not there.
    """
    whole = {**(instead or {}), **data}
    try:
        return model.model_validate(whole)
    except ValidationError as error:
        broken = {problem["loc"][0] for problem in error.errors() if problem["loc"]}
    try:
        return model.model_validate({**(instead or {}), **{key: data[key] for key in data if key not in broken}})
    except ValidationError:
        return None


def not_said_yet(found: Iterable[Diagnostic], document: Document) -> list[Diagnostic]:
    """Leave out what is at a place where the reader already found something."""
    said = {(known.span.line, known.span.column) for known in document.findings}
    return [one for one in found if (one.span.line, one.span.column) not in said]


def did_you_mean(word: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Return a hint that names the nearest choice, or nothing."""
    near = nearest(word, choices)
    return (f'did you mean "{near}"?',) if near else ()


def id_hint(name: str) -> tuple[str, ...]:
    """Return a hint with the id that a name could have, or nothing."""
    if re.search("[、，]", name):
        return ('separate names with plain commas, ", "',)
    near = re.sub("[^a-z0-9]+", "-", _plain(name)).strip("-")
    return (f'write "{near}"',) if near else ()


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the nearest choice: full-width letters, capitals and quotes around the word do not count."""
    near = difflib.get_close_matches(_plain(word), [str(choice) for choice in choices], 1, _NEAR_ENOUGH)
    return near[0] if near else None


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip(_QUOTES).lower()


def _without_consequences(problems: Sequence[ErrorDetails], model: type[BaseModel]) -> list[ErrorDetails]:
    """Leave out that a key is missing where it is misspelt, and that items are too few where some cannot be read."""
    misspelt = {_meant(problem["loc"], model) for problem in problems if problem["type"] == "extra_forbidden"}
    counted = [problem for problem in problems if problem["type"] != "too_short" or _is_too_short(problem)]
    return [problem for problem in counted if problem["type"] != "missing" or problem["loc"] not in misspelt]


def _is_too_short(problem: ErrorDetails) -> bool:
    return len(problem["input"]) < int(_context(problem, "min_length"))


def _meant(loc: DataPath, model: type[BaseModel]) -> DataPath:
    """The path that an unknown key probably stands for."""
    return (*loc[:-1], nearest(str(loc[-1]), _known_keys(loc, model)) or "")


def _finding(
    problem: ErrorDetails, model: type[BaseModel], document: Document, path: DataPath, what: str
) -> Diagnostic:
    place = _written_path((*path, *problem["loc"]), document.data)
    match problem["type"]:
        case "extra_forbidden":
            return _unknown_key(place, len(path), model, document, what)
        case "literal_error" if isinstance(problem["input"], str):
            return _bad_choice(problem, place, document)
        case "too_short" | "too_long":
            return _wrong_count(problem, place, document)
        case _:
            return _wrong_type(problem, model, place, document)


def _written_path(place: DataPath, data: Data) -> DataPath:
    """The path as it is written: the lines below a point stand under its text, not under ``points``."""
    written: DataPath = ()
    for part in place:
        key = part
        if part in {"points", "text"} and isinstance(data, dict) and part not in data and len(data) == 1:
            key = next(iter(data))
        written = (*written, key)
        data = _below(data, key)
    return written


def _below(data: Data, key: str | int) -> Data:
    if isinstance(data, dict):
        return data.get(str(key))
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _missing(problems: Sequence[ErrorDetails], document: Document, path: DataPath, what: str) -> Iterator[Diagnostic]:
    """One finding for all keys that a thing lacks."""
    lacking: dict[DataPath, list[str]] = {}
    for problem in problems:
        if problem["type"] == "missing":
            place: DataPath = (*path, *problem["loc"])
            lacking.setdefault(place[:-1], []).append(str(place[-1]))
    for parent, keys in lacking.items():
        message = f"{_whose((*parent, ''), len(path), what)} needs {_and(keys)}"
        hint = f"add {'a line' if len(keys) == 1 else 'lines'} {_and(f'{key}: ...' for key in keys)}"
        span = document.span(_written_path(parent, document.data))
        yield document.diagnostic("missing-key", message, span, (hint,))


def _and(words: Iterable[str]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} and {last}" if others else last


def _unknown_key(place: DataPath, depth: int, model: type[BaseModel], document: Document, what: str) -> Diagnostic:
    key = str(place[-1])
    known = _known_keys(place[depth:], model)
    former = getattr(model, "former_keys", {}).get(key) if len(place) == depth + 1 else None
    hints = (former,) if former else did_you_mean(key, known) or (f"it knows {_listed(known)}",)
    message = f'{_whose(place, depth, what)} has no "{key}"'
    return document.diagnostic("unknown-key", message, document.key_span(place), hints)


def _whose(place: DataPath, depth: int, what: str) -> str:
    """Name the thing that a key belongs to: the whole, a record in it, or an item of one of its lists."""
    if len(place) == depth + 1:
        return what
    *above, parent = place[:-1]
    return f'"{parent}"' if isinstance(parent, str) else f'an item of "{above[-1]}"'


def _known_keys(loc: DataPath, model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that are known where ``loc`` ends: those of the model, or of a record inside it."""
    for part in loc[:-1]:
        field = model.model_fields.get(str(part))
        inner = _record_in(field.annotation) if field else None
        model = inner or model
    return tuple(model.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _record_in(part))), None)


def _bad_choice(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    expected = str(_context(problem, "expected")).replace("'", "")
    choices = expected.replace(" or ", ", ").split(", ")
    given = str(problem["input"])
    hints = did_you_mean(given, choices) or (f"one of {', '.join(choices)}",)
    return document.diagnostic("bad-choice", f'"{given}" is not one of the choices', document.span(place), hints)


def _wrong_count(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    few = problem["type"] == "too_short"
    limit = _context(problem, "min_length" if few else "max_length")
    code, bound = ("too-few", "it needs at least") if few else ("too-many", "there is room for")
    found = len(problem["input"])
    message = f'"{place[-1]}" has {found} item{"" if found == 1 else "s"}; {bound} {limit}'
    return document.diagnostic(code, message, document.span(place))


_LIST = "a list was expected"
_KEYS = "keys with values were expected here"
_WORD = "a single word was expected here"
_PLAIN = {
    "tuple_type": (_LIST, 'start each item on a line of its own with "- "'),
    "model_type": (_KEYS, 'write lines such as "key: text" below it'),
    "model_attributes_type": (_KEYS, 'write lines such as "key: text" below it'),
    "dict_type": (_KEYS, 'write lines such as "key: text" below it'),
    "literal_error": (_WORD, ""),
}


def _wrong_type(problem: ErrorDetails, model: type[BaseModel], place: DataPath, document: Document) -> Diagnostic:
    code, given = problem["type"], problem["input"]
    if code in _PLAIN and given is None:
        return _empty("there is nothing here", problem, model, place, document)
    if code == "tuple_type" and isinstance(given, str):
        return _no_list(given, place, document)
    if code in _PLAIN:
        return _no_keys(code, given, document.span(place), document)
    if code == "empty-value":
        return _empty(problem["msg"], problem, model, place, document)
    return _wrong_text(problem, place, document)


def _empty(
    message: str, problem: ErrorDetails, model: type[BaseModel], place: DataPath, document: Document
) -> Diagnostic:
    """Nothing where something is wanted; a line that nobody needs can go."""
    field = model.model_fields.get(str(problem["loc"][0])) if len(problem["loc"]) == 1 else None
    hint = "write something here" + ("" if field is None or field.is_required() else ", or delete the line")
    return document.diagnostic("empty-value", message, document.span(place), (hint,))


def _no_keys(code: str, given: object, span: Span, document: Document) -> Diagnostic:
    """Something else where keys are wanted, perhaps because of the colon of the first."""
    slip = find_slip(document.line(span.line)) if isinstance(given, str) else None
    if slip:
        place = replace(span, column=slip.column, length=1)
        return document.diagnostic(slip.code, slip.message, place, (slip.hint,))
    message, hint = _PLAIN[code]
    return document.diagnostic("wrong-type", message, span, (hint,) if hint else ())


def _no_list(given: str, place: DataPath, document: Document) -> Diagnostic:
    """Text where a list is wanted, perhaps because its dashes are no dashes."""
    span = document.span(place)
    slip = dash_slip(given)
    if slip:
        return document.diagnostic(slip.code, slip.message, replace(span, length=1), (slip.hint,))
    if given[:1] in {"［", "【", "「"}:
        message = f'"{given[0]}" is not the bracket that starts a list'
        return document.diagnostic("look-alike", message, replace(span, length=1), ('write "[" and "]"',))
    message, hint = _PLAIN["tuple_type"]
    return document.diagnostic("wrong-type", message, span, (hint,))


def _wrong_text(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    """Something else where text, a number or a name is wanted."""
    span = document.span(place)
    code, message = problem["type"], problem["msg"]
    start = document.line(span.line)[span.column - 1 :][:1]
    if start == "{" and isinstance(problem["input"], dict):
        return document.diagnostic("quotes-needed", starts_with(start), span, (QUOTE_IT,))
    return document.diagnostic(code, message, span, _hints(code, problem["input"], start))


def _hints(code: str, given: object, start: str) -> tuple[str, ...]:
    if code == "colon-in-text":
        return (QUOTE_IT,)
    if isinstance(given, list):
        return (f"leave the brackets out, or {QUOTE_IT}" if start == "[" else "write it without a dash",)
    if code == "bad-id":
        return id_hint(str(given))
    plain = _plain(str(given))
    return (f'write "{plain}"',) if plain.isascii() and not str(given).isascii() else ()


def _context(problem: ErrorDetails, key: str) -> Any:  # noqa: ANN401 - pydantic's own
    return problem.get("ctx", {}).get(key, "")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
