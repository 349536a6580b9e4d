"""Which layout of an unknown template serves a silhouette best: by type, number and place of its placeholders.

Names are not looked at: they are in the language of whoever made the template. Each layout is given a cost for each
silhouette, in shares of the slide; the layout of the least cost is taken, and of two alike the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Final

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.choices import Choice
from outreach_decks.powerpoint.inventory import SMALL_KINDS, FoundLayout, FoundPlaceholder
from outreach_decks.powerpoint.rooms import LayoutRoom
from outreach_decks.powerpoint.silhouettes import TEXT_KINDS, TITLE_KINDS, fitting_kinds, silhouettes
from outreach_decks.theme import Geometry

# What should stand in a placeholder, beside the title, where a layout has one: lists and what is read as text, so that
# Outline view and screen readers find it. All else is placed by us on a layout with a title and room below it.
WISHES: Final[Mapping[str, tuple[str, ...]]] = {
    "cover": ("subtitle",),
    "section": ("body",),
    "statement": ("body",),
    "quote": ("body",),
    "closing": ("body",),
    "notice": ("body",),
    "bullets": ("body",),
    "bullets-icon": ("body",),
    "columns-2": ("heading-1", "body-1", "heading-2", "body-2"),
    "discussion": ("body",),
    "activity": ("body",),
    "activity-alone": ("body",),
    "ask": ("points",),
    "ask-plain": ("points",),
    "prayer": ("body",),
    "sources": ("body",),
}
# Slides that say one thing: large words, no bullets, their title anywhere.
NARRATIVE: Final = frozenset({"cover", "section", "statement", "closing"})
# What something wrong about a layout costs, as if placeholders stood so many slides away from where they should.
_MISSING, _LEFT_OVER, _OTHER_KIND, _BULLETS, _SMALL_ROOM = 4.0, 1.5, 0.8, 0.5, 6.0
_ANOTHER_MASTER: Final = 0.4
# A placeholder as near as this to where ours are is one of ours, and what that takes off the cost.
_SAME_PLACE, _EXACT = 0.005, 0.3
_MOST_TRIED: Final = 6
# Less of the page than this is little for a title, or for all that stands below it.
_TITLE_SHARE, _FREE_SHARE = 0.1, 0.6
# What of that room a column needs, and its heading.
_PARTS: Final = {"body-1": 0.4, "body-2": 0.4, "heading-1": 0.05, "heading-2": 0.05}


@dataclass(frozen=True, slots=True)
class _Page:
    """The size of the template's page, and our own geometry, in which places are compared as shares."""

    width: int
    height: int
    standard: Geometry
    _rooms: dict[int, float] = field(default_factory=dict)

    def room(self, layout: FoundLayout, title: FoundPlaceholder) -> float:
        """The part of the page that a layout leaves free below its title."""
        if layout.number not in self._rooms:
            self._rooms[layout.number] = self.share(
                LayoutRoom(layout, title, Box(0, 0, self.width, self.height)).largest()
            )
        return self._rooms[layout.number]

    def distance(self, box: Box, silhouette: str, role: str) -> float:
        """How far a box is from where our own layout has a role: the mean of its four edges, in shares of the page."""
        own = self.standard.layouts[silhouette].slots[role].box
        across = abs(box.x / self.width - own.x / self.standard.width)
        across += abs(box.right / self.width - own.right / self.standard.width)
        down = abs(box.y / self.height - own.y / self.standard.height)
        down += abs(box.bottom / self.height - own.bottom / self.standard.height)
        return (across + down) / 2

    def share(self, box: Box) -> float:
        """The part of the page that a box takes."""
        return box.width * box.height / (self.width * self.height)


def guessed(layouts: Sequence[FoundLayout], width: int, height: int, standard: Geometry) -> dict[str, Choice]:
    """A layout for each silhouette; ``width`` and ``height`` of the page, EMU. Nothing where no layout has a title."""
    page = _Page(width, height, standard)
    usable = [layout for layout in layouts if _is_usable(layout)]
    if not usable:
        return {}
    first = min(layout.master for layout in usable)
    return {name: _best(name, usable, first, page) for name in silhouettes()}


def _is_usable(layout: FoundLayout) -> bool:
    """Tell whether a layout has a title that lies across the page, and no text that runs down."""
    title = layout.title
    if title is None or title.box is None:
        return False
    return not any(one.inherited.is_vertical for one in layout.placeholders if one.kind not in SMALL_KINDS)


def _best(silhouette: str, layouts: Sequence[FoundLayout], first: int, page: _Page) -> Choice:
    rated = [(_cost(silhouette, layout, first, page), layout) for layout in layouts]
    (_, placed), layout = min(rated, key=lambda pair: (pair[0][0], pair[1].number))
    return Choice(layout, placed)


def _cost(silhouette: str, layout: FoundLayout, first: int, page: _Page) -> tuple[float, dict[str, FoundPlaceholder]]:
    title = layout.title
    if title is None or title.box is None:
        return float("inf"), {}
    exact = _exact(silhouette, layout, page)
    cost, placed = _texts(silhouette, layout, exact, page)
    cost += page.distance(title.box, silhouette, "title") - _EXACT * len(exact)
    cost += _OTHER_KIND * ((title.kind == "ctrTitle") != (silhouette == "cover"))
    cost += _SMALL_ROOM * max(_TITLE_SHARE - page.share(title.box), 0)
    if silhouette not in NARRATIVE:
        cost += _SMALL_ROOM * max(_FREE_SHARE - page.room(layout, title), 0)
    cost += _LEFT_OVER / 2 * len([one for one in _others(layout) if one not in exact.values()])
    cost += _ANOTHER_MASTER * (layout.master != first)
    return cost, {"title": title, **exact, **placed}


def _exact(silhouette: str, layout: FoundLayout, page: _Page) -> dict[str, FoundPlaceholder]:
    """The placeholders that stand where ours have a role: the template was made of one of ours."""
    found: dict[str, FoundPlaceholder] = {}
    for role in page.standard.layouts[silhouette].slots:
        for one in layout.placeholders:
            fits = one.kind in fitting_kinds(role) and one.kind not in TITLE_KINDS and one not in found.values()
            if fits and one.box is not None and page.distance(one.box, silhouette, role) < _SAME_PLACE:
                found[role] = one
                break
    return found


def _texts(
    silhouette: str, layout: FoundLayout, exact: Mapping[str, FoundPlaceholder], page: _Page
) -> tuple[float, dict[str, FoundPlaceholder]]:
    """What the placeholders of text cost that are in no ``exact`` place, and which of them serves which role."""
    asked = tuple(role for role in WISHES.get(silhouette, ()) if role not in exact)
    wishes, bodies = asked, [one for one in texts_of(layout) if one not in exact.values()]
    count = min(len(wishes), len(bodies))
    if count < len(wishes) and len(wishes) > 1:
        # Two placeholders for two columns: their headings get boxes of our own.
        wishes = tuple(role for role in wishes if role.startswith("body"))
        count = min(len(wishes), len(bodies))
    cost = _MISSING * (len(asked) - count) / max(len(asked), 1)
    cost += _LEFT_OVER * max(len(bodies) - count, 0)
    if count == 0 or count < len(wishes):
        return cost + _LEFT_OVER * count, {}
    tried = permutations(bodies[:_MOST_TRIED], count)
    pairs = min(tried, key=lambda some: _places(silhouette, wishes, some, page))
    cost += _places(silhouette, wishes, pairs, page) / count + 2 * _LEFT_OVER * _is_grid(wishes, pairs)
    placed = dict(zip(wishes, pairs, strict=True))
    cost += sum(_unfit(silhouette, role, one, page) for role, one in placed.items()) / count
    return cost, placed


def _places(silhouette: str, wishes: Sequence[str], some: Sequence[FoundPlaceholder], page: _Page) -> float:
    pairs = zip(wishes, some, strict=True)
    return sum(page.distance(one.box, silhouette, role) for role, one in pairs if one.box is not None)


def _is_grid(wishes: Sequence[str], some: Sequence[FoundPlaceholder]) -> bool:
    """Tell whether what would be a heading is as high as what stands below it, as in a grid of four."""
    heights = {role: one.box.height for role, one in zip(wishes, some, strict=True) if one.box is not None}
    return any(height * 2 > heights[f"body-{role[-1]}"] for role, height in heights.items() if "heading" in role)


def _unfit(silhouette: str, role: str, one: FoundPlaceholder, page: _Page) -> float:
    """What is wrong with a placeholder for what a silhouette has to say."""
    if one.box is None:
        return _MISSING
    slot = one.inherited.slot("body", one.index)
    bulleted = slot is not None and slot.levels[0].bullet
    if silhouette in NARRATIVE:
        return _BULLETS * bulleted + _BULLETS / 2 * ((one.kind == "subTitle") != (silhouette == "cover"))
    wanted = _FREE_SHARE * _PARTS.get(role, 1.0)
    return _OTHER_KIND * (one.kind == "subTitle") + _SMALL_ROOM * max(wanted - page.share(one.box), 0)


def texts_of(layout: FoundLayout) -> list[FoundPlaceholder]:
    """The placeholders that hold text and are no title, from the top and from the left."""
    found = [one for one in layout.placeholders if one.kind in TEXT_KINDS - TITLE_KINDS and one.box is not None]
    return sorted(found, key=lambda one: (one.box.y, one.box.x) if one.box else (0, 0))


def _others(layout: FoundLayout) -> list[FoundPlaceholder]:
    """Placeholders for pictures, charts and the like."""
    return [one for one in layout.placeholders if one.kind not in TEXT_KINDS | SMALL_KINDS]
