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


class UnknownFaces(Record):
    """How a face is measured that nobody here can measure."""

    latin: Text
    """The face that stands in for it."""
    wider: Annotated[float, BeforeValidator(_factor)]
    """How much wider it is taken to be."""


class FaceTable(_HyphenRecord):
    """Which file has the widths of which face."""

    faces: Mapping[Text, FaceFiles]
    """Faces whose files are at hand."""
    twins: Mapping[Text, Text] = Field(default_factory=dict)
    """Faces that are not, and the one of equal widths that is."""
    full_width: tuple[Text, ...] = ()
    """East Asian faces all of whose characters are one em wide."""
    unknown: UnknownFaces
    """How all others are measured."""

    def at_hand(self, name: str) -> str | None:
        """The face with the widths of the one that is called ``name``, or None when there is none."""
        plain = _plain(name)
        known = {_plain(face): face for face in self.faces} | {_plain(one): twin for one, twin in self.twins.items()}
        return known.get(plain)

    def is_full_width(self, name: str) -> bool:
        """Tell whether all characters of an East Asian face are one em wide."""
        return _plain(name) in {_plain(face) for face in self.full_width}


def _plain(name: str) -> str:
    """The name as faces are compared: width and case of its letters do not count (ＭＳ ゴシック, MS ゴシック)."""
    return unicodedata.normalize("NFKC", name).casefold().strip()
