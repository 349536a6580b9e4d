"""What every motif can draw. A motif is quiet: panel on ground, tint on paper, one lit shape at most."""

from __future__ import annotations

from typing import Protocol

from templates.arches import Arches
from templates.audiences import MotifName
from templates.circles import Circles
from templates.drawing import Box
from templates.hills import Hills


class Motif(Protocol):
    """The shapes that tell one audience's template from another's."""

    # How far down a niche its middle is for the eye, as a share of its height.
    middle: float

    def niche(self, name: str, box: Box, fill: str) -> str:
        """A frame for an icon."""
        ...

    def mark(self, box: Box, fill: str) -> tuple[str, ...]:
        """The motif as a small sign beside the footer."""
        ...

    def cover(self) -> tuple[str, ...]:
        """The right half of the cover."""
        ...

    def statement(self) -> tuple[str, ...]:
        """The lower right of a dark slide, behind nothing but the end of a line."""
        ...

    def quote(self) -> tuple[str, ...]:
        """The right edge of a dark slide."""
        ...

    def closing(self) -> tuple[str, ...]:
        """The lower third of the last slide."""
        ...

    def trace(self) -> tuple[str, ...]:
        """The lower right of a slide on paper."""
        ...

    def relief(self, box: Box, fill: str) -> tuple[str, ...]:
        """The lower part of a panel, kept inside ``box``."""
        ...


def in_niche(motif: Motif, frame: Box, side: float) -> Box:
    """The place of an icon of ``side`` inches in the niche that fills ``frame``."""
    return Box(frame.x + (frame.w - side) / 2, frame.y + frame.h * motif.middle - side / 2, side, side)


_MOTIFS: dict[MotifName, Motif] = {"arches": Arches(), "circles": Circles(), "hills": Hills()}


def motif(name: MotifName) -> Motif:
    """The motif of an audience."""
    return _MOTIFS[name]
