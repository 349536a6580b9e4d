"""Church: round arches, as windows and doors with light behind them."""

from __future__ import annotations

from templates.drawing import Box, preset, shape
from templates.grid import SLIDE_H, SLIDE_W


def _arch(name: str, box: Box, fill: str | None, line: str | None = None, width: float = 0) -> str:
    return shape(name, box, preset("round2SameRect", adj1=50_000, adj2=0), fill, line, width)


def _standing(centre: float, width: float, top: float, fill: str, bottom: float = SLIDE_H) -> str:
    return _arch("Arch", Box(centre - width / 2, top, width, bottom - top), fill)


class Arches:
    """A doorway of arches within arches."""

    def niche(self, name: str, box: Box, fill: str) -> str:
        """An arched niche."""
        return _arch(name, box, fill)

    def mark(self, box: Box, fill: str) -> tuple[str, ...]:
        """A small window."""
        width = box.w * 0.72
        return (_arch("Mark", Box(box.x, box.y, width, box.h), fill),)

    def cover(self) -> tuple[str, ...]:
        """An open door with light in it."""
        centre = 10.75
        return (
            _standing(centre, 5.16, 0.55, "panel/45"),
            _standing(centre, 4.0, 1.55, "panel"),
            _standing(centre, 2.84, 2.55, "glow/22"),
            _standing(centre, 1.68, 3.55, "glow"),
        )

    def statement(self) -> tuple[str, ...]:
        """Two arches, one inside the other."""
        return (_standing(11.6, 3.47, 3.2, "panel/45"), _standing(11.6, 2.1, 4.4, "panel"))

    def quote(self) -> tuple[str, ...]:
        """Half an arch at the edge."""
        return (_standing(SLIDE_W - 1.0, 2.0, 2.6, "panel/45"), _standing(SLIDE_W - 1.0, 1.1, 3.5, "panel"))

    def closing(self) -> tuple[str, ...]:
        """An arcade, one window lit."""
        step = SLIDE_W / 9
        return tuple(
            _standing(step * (i + 0.5), step * 0.78, 5.05, "glow" if i == 6 else "panel")  # noqa: PLR2004
            for i in range(9)
        )

    def trace(self) -> tuple[str, ...]:
        """A quiet arch on paper."""
        return (_standing(12.1, 2.46, 3.3, "tint/60"), _standing(12.1, 1.5, 4.3, "tint"))

    def relief(self, box: Box, fill: str) -> tuple[str, ...]:
        """A row of arches on the floor of the panel."""
        count = max(2, round(box.w / 0.9))
        step = box.w / count
        height = step * 0.9
        return tuple(
            _standing(box.x + step * (i + 0.5), step * 0.76, box.bottom - height, fill, box.bottom)
            for i in range(count)
        )
