"""The faces that a chart is lettered in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The contents of font files (TrueType or OpenType), handed in because stages touch no disk.

    Each weight lists its faces by preference: a character is set in the first face that has it,
    so a Latin face comes before a Japanese one.
    """

    regular: tuple[bytes, ...]
    bold: tuple[bytes, ...]
