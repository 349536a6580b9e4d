"""Church: round arches, as windows and doors with light behind them."""

from __future__ import annotations

from templates.drawing import Box, Path, preset, rectangle, shape
from templates.grid import SLIDE_H, SLIDE_W


def _arch(name: str, box: Box, fill: str | None, line: str | None = None, width: float = 0) -> str:
    return shape(name, box, preset("round2SameRect", adj1=50_000, adj2=0), fill, line, width)


def _standing(centre: float, width: float, top: float, fill: str, bottom: float = SLIDE_H) -> str:
    return _arch("Arch", Box(centre - width / 2, top, width, bottom - top), fill)


def _way(centre: float, floor: float, door: float, spread: float) -> str:
    """The way that leads up to a door."""
    height, edge = SLIDE_H - floor, (spread - door) / 2
    path = Path(spread, height).move(edge, 0).line((spread - edge, 0), (spread, height), (0, height))
    return shape("Way", Box(centre - spread / 2, floor, spread, height), path.close().geometry(), "panel")


class Arches:
    """A doorway of arches within arches."""

    # Narrow on top, so that what stands in the middle seems to float.
    middle = 0.55

    def niche(self, name: str, box: Box, fill: str) -> str:
        """An arched niche."""
        return _arch(name, box, fill)

    def mark(self, box: Box, fill: str) -> tuple[str, ...]:
        """A small window."""
        width = box.w * 0.72
        return (_arch("Mark", Box(box.x, box.y, width, box.h), fill),)

    def cover(self) -> tuple[str, ...]:
        """An open door with light in it, and a way up to it."""
        centre, floor = 10.6, 6.45
        return (
            _standing(centre, 5.0, 0.55, "panel/45", floor),
            _standing(centre, 3.9, 1.5, "panel", floor),
            _standing(centre, 2.8, 2.45, "ground", floor),
            _standing(centre, 1.9, 3.2, "glow", floor),
            _way(centre, floor, 1.9, 4.6),
        )

    def statement(self) -> tuple[str, ...]:
        """Two arches, one inside the other."""
        return (_standing(11.6, 3.47, 3.2, "panel/45"), _standing(11.6, 2.1, 4.4, "panel"))

    def quote(self) -> tuple[str, ...]:
        """Half an arch at the edge."""
        return (_standing(SLIDE_W - 1.0, 2.0, 2.6, "panel/45"), _standing(SLIDE_W - 1.0, 1.1, 3.5, "panel"))

    def closing(self) -> tuple[str, ...]:
        """An arcade, one window lit."""
        count, lit, floor = 9, 6, 6.75
        step = SLIDE_W / count
        windows = (
            _standing(step * (i + 0.5), step * 0.74, 4.95, "glow" if i == lit else "panel", floor) for i in range(count)
        )
        return (*windows, rectangle("Floor", Box(0, floor, SLIDE_W, SLIDE_H - floor), "panel"))

    def trace(self) -> tuple[str, ...]:
        """A quiet arch on paper."""
        return (_standing(12.1, 2.46, 3.3, "tint/60"), _standing(12.1, 1.5, 4.3, "tint"))

    def relief(self, box: Box, fill: str) -> tuple[str, ...]:
        """A row of arches on the floor of the panel."""
        count = max(2, round(box.w / 0.62))
        step = box.w / count
        top = box.bottom - step * 0.85
        return tuple(_standing(box.x + step * (i + 0.5), step * 0.74, top, fill, box.bottom) for i in range(count))
