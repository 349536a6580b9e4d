"""The table of faces: which file has the widths of which face. The field docs say what an author may write."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from outreach_decks.facts import Record
from outreach_decks.scalars import Text, require_text

MOST_WIDER = 2.0


def _factor(value: object) -> float:
    try:
        factor = float(str(require_text(value)))
    except ValueError:
        factor = 0.0
    if not 1.0 <= factor <= MOST_WIDER:
        raise PydanticCustomError("out-of-range", "a factor from 1 to 2 was expected, such as 1.15")
    return factor


class _HyphenRecord(Record):
    """A record whose keys are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))


class FaceFiles(_HyphenRecord):
    """The files of a face, from the folder of the table."""

    regular: Text
    """Its letters as they are."""
    bold: Text | None = None
    """Without it, bold words are measured as if they were not."""
    italic: Text | None = None
    """Without it, slanted words are measured upright."""
    bold_italic: Text | None = None
    """Without it, words both bold and slanted are measured bold."""


_Factor = Annotated[float, BeforeValidator(_factor)]


class UnknownFaces(_HyphenRecord):
    """How a face is measured that nobody here can measure."""

    latin: Text
    """The face that stands in for it."""
    east_asian: Text
    """The face that stands in for an East Asian one: it says which characters can be drawn."""
    wider: _Factor
    """How much wider a Latin one is taken to be."""
    height: _Factor
    """How far the lines of a Latin one are taken to be apart, em."""
    east_asian_height: _Factor
    """How far the lines of an East Asian one are taken to be apart, em, of those in ``full-width``, too."""


class FaceTable(_HyphenRecord):
    """Which file has the widths of which face."""

    faces: Mapping[Text, FaceFiles]
    """Faces whose files are at hand."""
    twins: Mapping[Text, Text] = Field(default_factory=dict)
    """Faces that are not, and the one of equal widths that is."""
    full_width: tuple[Text, ...] = ()
    """East Asian faces all of whose characters are one em wide."""
    heights: Mapping[Text, _Factor] = Field(default_factory=dict)
    """How far lines are apart in faces whose files are not at hand, em."""
    unknown: UnknownFaces
    """How all others are measured."""

    def at_hand(self, name: str) -> str | None:
        """The face with the widths of the one that is called ``name``, or None when there is none."""
        twins = {plain_name(one): twin for one, twin in self.twins.items()}
        return (twins | {plain_name(face): face for face in self.faces}).get(plain_name(name))

    def height(self, name: str, otherwise: float) -> float:
        """How far lines of a face are apart, em, if the table says so."""
        return {plain_name(face): height for face, height in self.heights.items()}.get(plain_name(name), otherwise)

    def is_full_width(self, name: str) -> bool:
        """Tell whether all characters of an East Asian face are one em wide."""
        return plain_name(name) in {plain_name(face) for face in self.full_width}


def plain_name(name: str) -> str:
    """The name as faces are compared: width and case of its letters do not count (ＭＳ ゴシック, MS ゴシック)."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
