"""Plain data become a model; what pydantic complains of is said in an author's words, at its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from outreach_decks.diagnostics import Diagnostic
from outreach_decks.document import Data, DataPath, Document

Model = TypeVar("Model", bound=BaseModel)


def validate(
    model: type[Model], data: Data, document: Document, path: DataPath, what: str
) -> tuple[Model | None, list[Diagnostic]]:
    """Return the model of the data at ``path``, or None and all that is wrong with it.

    ``what`` names the thing in messages: 'a slide of kind "bullets"'.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
        return None, [_finding(problem, model, document, path, what) for problem in problems]


def did_you_mean(word: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Return a hint that names the nearest choice, or nothing."""
    near = difflib.get_close_matches(word.lower(), [str(choice) for choice in choices], 1, 0.6)
    return (f'did you mean "{near[0]}"?',) if near else ()


def _finding(
    problem: ErrorDetails, model: type[BaseModel], document: Document, path: DataPath, what: str
) -> Diagnostic:
    place: DataPath = (*path, *problem["loc"])
    match problem["type"]:
        case "missing":
            return _missing(place, document, what)
        case "extra_forbidden":
            return _unknown_key(place, model, document, what)
        case "literal_error":
            return _bad_choice(problem, place, document)
        case "too_short" | "too_long":
            return _wrong_count(problem, place, document)
        case _:
            return _wrong_type(problem, place, document)


def _missing(place: DataPath, document: Document, what: str) -> Diagnostic:
    parent = document.span(place[:-1])
    key = place[-1]
    return document.diagnostic("missing-key", f'{what} needs "{key}"', parent, (f'add a line "{key}: ..."',))


def _unknown_key(place: DataPath, model: type[BaseModel], document: Document, what: str) -> Diagnostic:
    known = tuple(model.model_fields)
    key = str(place[-1])
    hints = did_you_mean(key, known) or (f"it knows {_listed(known)}",)
    return document.diagnostic("unknown-key", f'{what} has no "{key}"', document.key_span(place), hints)


def _bad_choice(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    expected = str(_context(problem, "expected")).replace("'", "")
    choices = expected.replace(" or ", ", ").split(", ")
    given = str(problem["input"])
    hints = did_you_mean(given, choices) or (f"one of {', '.join(choices)}",)
    return document.diagnostic("bad-choice", f'"{given}" is not one of the choices', document.span(place), hints)


def _wrong_count(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    few = problem["type"] == "too_short"
    limit = _context(problem, "min_length" if few else "max_length")
    code = "too-few" if few else "too-many"
    bound = "at least" if few else "at most"
    found = _context(problem, "actual_length")
    message = f'"{place[-1]}" has {found}; {bound} {limit} {"is" if limit == 1 else "are"} possible'
    return document.diagnostic(code, message, document.span(place))


_PLAIN = {
    "tuple_type": "a list was expected; start each item with a dash",
    "model_type": "keys with values were expected here",
    "model_attributes_type": "keys with values were expected here",
    "dict_type": "keys with values were expected here",
}


def _wrong_type(problem: ErrorDetails, place: DataPath, document: Document) -> Diagnostic:
    code = problem["type"]
    if code in _PLAIN:
        empty = problem["input"] is None
        message = "there is nothing here" if empty else _PLAIN[code]
        return document.diagnostic("empty-value" if empty else "wrong-type", message, document.span(place))
    hints = ("put the whole text in double quotes",) if code == "colon-in-text" else ()
    return document.diagnostic(code, problem["msg"], document.span(place), hints)


def _context(problem: ErrorDetails, key: str) -> Any:  # noqa: ANN401 - pydantic's own
    return problem.get("ctx", {}).get(key, "")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
