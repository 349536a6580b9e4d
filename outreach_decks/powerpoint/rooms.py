"""What a layout has on its page and what it leaves free. Lengths are EMU, on the page as it is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from outreach_decks.geometry import Box, inches
from outreach_decks.powerpoint.free_room import largest_free, overlap
from outreach_decks.powerpoint.inventory import SMALL_KINDS, FoundLayout, FoundPlaceholder
from outreach_decks.powerpoint.scaling import scaled_box

GAP: Final = inches(0.1)
_EDGE: Final = inches(0.3)
# So much of the page's height is given up for a line that all slides begin at.
_LITTLE: Final = 0.06
# A shape that covers more of the page is a ground, not something to keep clear of.
_GROUND_SHARE: Final = 0.4


@dataclass(frozen=True, slots=True)
class LayoutRoom:
    """The room on a layout below the title that a slide has there.

    ``page`` is the size of the slide, ``scale`` how long the template's own lengths are, measured by those here.
    """

    layout: FoundLayout
    title: FoundPlaceholder
    page: Box
    scale: float = 1.0

    def largest(self) -> Box:
        """The room for all but the title: the largest rectangle that title, footer and logo leave."""
        own, obstacles = self._bodies(), [*self._titles(), *self.small()]
        usual = around(own) if own else None
        obstacles += [one for one in self.drawn() if usual is None or not overlap(one, usual)]
        free = largest_free(self.frame(), obstacles)
        # Where the layout's own content begins a little lower, ours does too.
        top = min((box.y for box in own), default=free.y)
        lowered = top if 0 < top - free.y < self.page.height * _LITTLE else free.y
        return Box(free.x, lowered, free.width, free.bottom - lowered)

    def frame(self) -> Box:
        """The page inside its margins: as wide as title and content are."""
        titles = [self._scaled(self.title.box)] if self.title.box else []
        across = around([*titles, *self._bodies()]) if titles or self._bodies() else self.page
        left, right = max(across.x, 0), min(across.right, self.page.width)
        return Box(left, _EDGE, right - left, self.page.height - 2 * _EDGE)

    def small(self) -> list[Box]:
        """What stands at the foot of the page, and a little air around it."""
        found = (one.box for one in self.layout.placeholders if one.kind in SMALL_KINDS)
        return [grown(self._scaled(box), GAP // 2) for box in found if box is not None]

    def drawn(self) -> list[Box]:
        """Logos and ornaments, and a little air around them."""
        most = self.page.width * self.page.height * _GROUND_SHARE
        boxes = (self._scaled(one.box) for one in self.layout.drawn)
        return [grown(box, GAP // 2) for box in boxes if box.width * box.height <= most]

    def _titles(self) -> list[Box]:
        return [grown(self._scaled(self.title.box), GAP)] if self.title.box else []

    def _bodies(self) -> list[Box]:
        """The placeholders for content of the layout, and that of its master."""
        own = (one for one in self.layout.placeholders if one.kind not in SMALL_KINDS and one.index != self.title.index)
        boxes = (*(one.box for one in own), self.layout.master_body)
        return [self._scaled(box) for box in boxes if box is not None]

    def _scaled(self, box: Box) -> Box:
        return scaled_box(box, 1 / self.scale)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds several."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def grown(box: Box, by: int) -> Box:
    """A box with ``by`` EMU more on each side."""
    return box.inset(-by, -by)
