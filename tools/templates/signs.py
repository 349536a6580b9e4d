"""Signs that say what words are: marks around what is quoted, a tick beside what is known."""

from __future__ import annotations

from templates.drawing import Box, Path, ellipse, shape

# The tick in its disc, as shares of the disc's side: down to the foot, up to the tip, and back along the other edge.
_TICK = ((0.26, 0.52), (0.34, 0.44), (0.45, 0.55), (0.68, 0.32), (0.76, 0.40), (0.45, 0.71))


def quotation_marks(box: Box, fill: str) -> tuple[str, ...]:
    """A pair of opening marks as high as ``box``."""
    width = box.w * 0.44
    return tuple(_quotation_mark(Box(x, box.y, width, box.h), fill) for x in (box.x, box.right - width))


def _quotation_mark(box: Box, fill: str) -> str:
    width, height = box.w, box.h
    path = (
        Path(width, height).move(width, 0).curve((width * 0.35, height * 0.08), (0, height * 0.4), (0, height * 0.72))
    )
    path.line((0, height), (width, height), (width, height * 0.5), (width * 0.55, height * 0.5))
    path.curve((width * 0.55, height * 0.34), (width * 0.7, height * 0.22), (width, height * 0.18))
    return shape("Quotation mark", box, path.close().geometry(), fill)


def tick(box: Box, disc: str, mark: str) -> tuple[str, ...]:
    """A tick on a disc that fills the square ``box``."""
    first, *rest = ((x * box.w, y * box.h) for x, y in _TICK)
    path = Path(box.w, box.h).move(*first).line(*rest).close()
    radius = box.w / 2
    return ellipse("Disc", box.x + radius, box.y + radius, radius, disc), shape("Tick", box, path.geometry(), mark)
