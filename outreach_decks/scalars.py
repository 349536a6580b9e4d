"""The types that a scalar of an outline can have: each reads a string and says what it accepts."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
# What an editor checks: the program leaves out spaces around a word in quotes.
_FLAG_PATTERN = r"^\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
_ID_PATTERN = r"^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$"
_NUMBER_PATTERN = r"^\s*(0|[1-9][0-9]*)\s*$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
BAD_ID: Final = "an id is made of small letters a to z, digits and single hyphens between them"
MIN_METRES, MAX_METRES = 0.5, 200.0
MOST_MINUTES = 180
MOST_IN_A_UNIT = 100_000_000
_TRUE_FALSE = {"true": True, "false": False}


def require_text(value: object) -> object:
    """Refuse a list, a mapping or nothing where words are wanted."""
    if value is None:
        raise PydanticCustomError("empty-value", "there is no text here")
    if isinstance(value, dict):
        raise PydanticCustomError(
            "colon-in-text", "text was expected, but a colon followed by a space made this a key and a value"
        )
    if isinstance(value, list):
        raise PydanticCustomError("wrong-type", "text was expected, but this is a list")
    if not str(value).strip():
        raise PydanticCustomError("empty-value", "there is no text here")
    return value


def _whole_number(low: int, high: int) -> BeforeValidator:
    def read(value: object) -> int:
        text = str(require_text(value)).strip()
        if not (text.isascii() and text.isdigit() and (text == "0" or text[0] != "0")):
            raise PydanticCustomError("wrong-type", "a whole number was expected, written in figures alone")
        if not low <= int(text[:9]) <= high:
            raise PydanticCustomError("out-of-range", f"a number from {low} to {high} was expected")
        return int(text)

    return BeforeValidator(read)


def _whole_schema(low: int, high: int) -> WithJsonSchema:
    number = {"type": "integer", "minimum": low, "maximum": high}
    return WithJsonSchema({"anyOf": [number, {"type": "string", "pattern": _NUMBER_PATTERN}]})


def _flag(value: object) -> bool:
    text = str(require_text(value)).strip().lower()
    if text not in _TRUE_FALSE:
        raise PydanticCustomError("wrong-type", "true or false was expected")
    return _TRUE_FALSE[text]


def _identifier(value: object) -> object:
    text = str(require_text(value)).strip()
    if not re.match(ID_PATTERN, text):
        raise PydanticCustomError("bad-id", BAD_ID)
    return text


Text = Annotated[
    str,
    BeforeValidator(require_text),
    StringConstraints(strip_whitespace=True),
    WithJsonSchema(TEXT_SCHEMA),
]
Identifier = Annotated[str, BeforeValidator(_identifier), WithJsonSchema(TEXT_SCHEMA | {"pattern": _ID_PATTERN})]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _FLAG_PATTERN}]}),
]


def _metres(value: object) -> float:
    text = str(require_text(value)).strip()
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", text, re.ASCII):
        raise PydanticCustomError("wrong-type", "a length in metres was expected, such as 2.5")
    if not MIN_METRES <= float(text) <= MAX_METRES:
        raise PydanticCustomError("out-of-range", "a length from 0.5 to 200 metres was expected")
    return float(text)


Metres = Annotated[float, BeforeValidator(_metres), WithJsonSchema(TEXT_SCHEMA)]


class Focus(NamedTuple):
    """The point of a picture that matters most, as shares of its width from the left and of its height from the top."""

    x: float
    y: float


_ACROSS: Final = {"left": 0.0, "right": 1.0}
_DOWN: Final = {"top": 0.0, "bottom": 1.0}
_MIDDLE: Final = ("centre", "center", "middle")
_PERCENTAGES: Final = re.compile(r"(\d{1,3})\s*%[\s,]*(\d{1,3})\s*%", re.ASCII)


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


_PLACES: Final = "|".join(_any_case(word) for word in (*_DOWN, *_ACROSS, *_MIDDLE))
_FOCUS_PATTERN: Final = rf"^\s*([0-9]{{1,3}}\s*%[\s,]*[0-9]{{1,3}}\s*%|({_PLACES})([\s-]+({_PLACES}))?)\s*$"
_NO_FOCUS: Final = (
    'a place in the picture was expected: "top", "top left", "right", "centre" ..., or how far from the left and from '
    'the top, as in "30% 20%"'
)


def _focus(value: object) -> Focus:
    if isinstance(value, Focus):
        return value
    text = str(require_text(value)).strip().lower()
    exact = _PERCENTAGES.fullmatch(text)
    if exact:
        return _point(int(exact[1]), int(exact[2]))
    named = re.split(r"[\s-]+", text)
    across = [_ACROSS[word] for word in named if word in _ACROSS]
    down = [_DOWN[word] for word in named if word in _DOWN]
    middle = [word for word in named if word in _MIDDLE]
    if len(named) != len(across) + len(down) + len(middle) or len(named) > 2 or max(len(across), len(down)) > 1:  # noqa: PLR2004 - one word for each way
        raise PydanticCustomError("wrong-type", _NO_FOCUS)
    return Focus(next(iter(across), 0.5), next(iter(down), 0.5))


def _point(across: int, down: int) -> Focus:
    if max(across, down) > 100:  # noqa: PLR2004 - per cent
        raise PydanticCustomError("out-of-range", "two numbers from 0% to 100% were expected")
    return Focus(across / 100, down / 100)


FocusPoint = Annotated[Focus, BeforeValidator(_focus), WithJsonSchema({"type": "string", "pattern": _FOCUS_PATTERN})]
Pace = Annotated[int, _whole_number(60, 600), _whole_schema(60, 600)]
Minutes = Annotated[int, _whole_number(1, MOST_MINUTES), _whole_schema(1, MOST_MINUTES)]
Level = Annotated[int, _whole_number(0, 3), _whole_schema(0, 3)]
UnitSize = Annotated[int, _whole_number(1, MOST_IN_A_UNIT), _whole_schema(1, MOST_IN_A_UNIT)]
Ordinal = Annotated[int, _whole_number(1, 9), _whole_schema(1, 9)]
Count = Annotated[int, _whole_number(1, 999), _whole_schema(1, 999)]
Percentage = Annotated[int, _whole_number(0, 100), _whole_schema(0, 100)]
SchoolGrade = Annotated[int, _whole_number(1, 16), _whole_schema(1, 16)]
PrimaryYear = Annotated[int, _whole_number(1, 6), _whole_schema(1, 6)]
