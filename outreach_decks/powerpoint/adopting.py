"""Our slides on a layout that is not ours: what its placeholders hold, and boxes of our own for what it has none for.

Boxes of our own stand where our own templates have them, scaled into the room that the layout leaves: below its title,
above its footer, inside its margins and beside its logo. Lengths are EMU on a page about as high as ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from outreach_decks.geometry import Box, inches
from outreach_decks.powerpoint.choices import Choice
from outreach_decks.powerpoint.free_room import clipped, largest_free, overlap
from outreach_decks.powerpoint.guessing import NARRATIVE
from outreach_decks.powerpoint.inventory import FoundPlaceholder
from outreach_decks.powerpoint.rooms import GAP, LayoutRoom, around, grown
from outreach_decks.powerpoint.scaling import scaled_slot
from outreach_decks.powerpoint.silhouettes import roles
from outreach_decks.theme import Card, LayoutSlots, Slot

# Titles of other templates may be smaller than ours where their pages are narrower, pt.
TITLE_FLOOR: Final = 24.0
_LEAST_LIST, _LEAST_TEXT = 24.0, 20.0
_PAD, _INSET = inches(0.28), inches(0.22)
# Our own line for a source has room for two lines; other faces may be this much wider than ours.
_SOURCE_LINES, _WIDER = 2, 1.08
# What stands together on a block of colour: the fill, and the roles.
_CARDS: Final[Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]]] = {
    "number": (("ground", "rect", ("number", "of")),),
    "case": (("ground", "rect", ("when", "status", "helped")),),
    "case-alone": (("ground", "rect", ("when", "status")),),
    "myth": (("tint", "rect", ("myth-label", "myth")), ("ground", "rect", ("reality-label", "reality"))),
    "columns-2": tuple(("tint", "rect", (f"heading-{n}", f"body-{n}", f"icon-{n}")) for n in (1, 2)),
    "columns-3": tuple(("tint", "rect", (f"heading-{n}", f"body-{n}", f"icon-{n}")) for n in (1, 2, 3)),
    "discussion": (("ground", "roundRect", ("badge",)),),
    "activity": (("ground", "rect", ("badge", "materials-label", "materials")), ("glow", "roundRect", ("badge",))),
    "activity-alone": (("ground", "roundRect", ("badge",)),),
    "ask": (("ground", "rect", ("picture", "label")),),
    "ask-plain": (("ground", "rect", ("body",)),),
}
# What a colour that is meant for a dark block becomes on the layout's own ground.
_ON_PAPER: Final = {"paper": "ink", "tint": "muted", "glow": "accent", "ground": "ink"}
# Pictures that only decorate; a layout without room made for them goes without.
_DECORATION: Final = {"section": "icon", "notice": "icon", "prayer": "icon"}
_SQUARE: Final = ("icon", "icon-1", "icon-2", "icon-3")
_DRAWN_KINDS: Final = frozenset({"pic", "tbl"})
_CODE: Final = ("ask", "picture")
# Labels that our own templates set beside a mark of theirs; without it they stand over their words.
_OVER: Final = {"myth-label": "myth", "reality-label": "reality"}
_MARGIN: Final = inches(0.7)
# The upper one of two ends where the lower begins; or the lower begins where the upper ends. In a narrow column words
# need more lines.
_DOWN_TO: Final = {"number": (("number", "of"),), "activity": (("badge", "materials-label"),)}
_UP_TO: Final = {"ask": (("picture", "label"),)}


@dataclass(frozen=True, slots=True)
class Adoption:
    """A layout made fit for a silhouette, and the roles for which it has no placeholder."""

    layout: LayoutSlots
    missing: tuple[str, ...]
    room: Box


def adopted(silhouette: str, choice: Choice, standard: LayoutSlots, page: Box, scale: float) -> Adoption:
    """Fit a silhouette into the layout that was chosen for it.

    ``standard`` is where our own template has it, ``page`` the size of the slide, ``scale`` how long the template's own
    lengths are, measured by those here.
    """
    fitting = _Fitting(silhouette, choice, standard, page, scale)
    slots = fitting.slots()
    missing = tuple(role for role, slot in slots.items() if slot.is_free)
    cards, footer = fitting.cards(slots), choice.layout.footer
    footer = footer and scaled_slot(footer, 1 / scale)
    found = LayoutSlots(choice.layout.name, slots, number=choice.layout.number, cards=cards, footer=footer)
    return Adoption(found, missing, fitting.room)


@dataclass
class _Fitting:
    silhouette: str
    choice: Choice
    standard: LayoutSlots
    page: Box
    scale: float

    @cached_property
    def held(self) -> Mapping[str, Slot]:
        """The slots that placeholders of the layout hold, as the layout has them."""
        read = {role: self._own(one, role) for role, one in self.choice.placeholders.items()}
        return {role: slot for role, slot in read.items() if slot is not None}

    @cached_property
    def free(self) -> tuple[str, ...]:
        """The roles that need a box of our own."""
        named = (role for role in roles(self.silhouette) if role in self.standard.slots)
        return tuple(role for role in named if role not in self.held and not self._is_decoration(role))

    def _is_decoration(self, role: str) -> bool:
        """Tell whether a role only decorates, where the layout has no room made for it."""
        beside = role.replace("icon", "heading")
        return role == _DECORATION.get(self.silhouette) or (role != beside and beside in self.held)

    @cached_property
    def on_page(self) -> LayoutRoom:
        """What the layout has beside the title."""
        return LayoutRoom(self.choice.layout, self.choice.placeholders["title"], self.page, self.scale)

    @cached_property
    def room(self) -> Box:
        """The room for all but the title."""
        return self.on_page.largest()

    @cached_property
    def body_room(self) -> Box:
        """The room without the line for the source at its lower edge."""
        if "source" not in self.free:
            return self.room
        room = self.room
        return Box(room.x, room.y, room.width, room.height - self._source_height(room.width) - GAP)

    def _source_height(self, width: int) -> int:
        """The height of the line for the source: two lines of ours are more where it is narrower or its face wider."""
        own = self.standard.slots["source"].box
        return math.ceil(_SOURCE_LINES * _WIDER * own.width / width) * own.height // _SOURCE_LINES

    def slots(self) -> dict[str, Slot]:
        """All slots of the silhouette, in the order of its roles."""
        boxes = self._stacked() if self.silhouette in NARRATIVE else self._scaled()
        numbers = {role: -number for number, role in enumerate(self.free, 1)}
        found: dict[str, Slot] = {}
        for role in roles(self.silhouette):
            if role in self.held:
                found[role] = self._restyled(_placed(self.held[role], boxes.get(role)))
            elif role in numbers:
                found[role] = self._free_slot(role, numbers[role], boxes[role])
        return found

    def cards(self, slots: Mapping[str, Slot]) -> tuple[Card, ...]:
        """The blocks of colour behind the slots."""
        return tuple(Card(self._card_box(names, form, slots), fill, form) for fill, form, names in self._standing())

    # -- what the layout has

    def _own(self, one: FoundPlaceholder, role: str) -> Slot | None:
        slot = one.inherited.slot(role, one.index)
        return None if slot is None else scaled_slot(slot, 1 / self.scale)

    # -- where everything goes

    def _stacked(self) -> dict[str, Box]:
        """One below the other: the words in their placeholder, and below them, inside it, what has none."""
        rows = [role for role in self.standard.slots if role in self.free and role not in {"logo", "title"}]
        main = next((role for role in self.held if role not in {"title", "logo"}), None)
        inside = self.held[main].box if main else self.room
        if main:
            rows = [main, *rows]
        heights = [self._own_height(role, inside.width) for role in rows]
        boxes = dict(zip(rows, _rows(inside, heights), strict=True))
        if "logo" in self.free:
            boxes["logo"] = self._logo([box for role, box in boxes.items() if role != main])
        return boxes

    def _own_height(self, role: str, width: int) -> int:
        return self._source_height(width) if role == "source" else self.standard.slots[role].box.height

    def _logo(self, taken: Iterable[Box]) -> Box:
        """Where an organisation's own mark goes: into the largest room left, no larger than ours."""
        own, frame = self.standard.slots["logo"].box, self.on_page.frame()
        obstacles = [*(slot.box for slot in self.held.values()), *taken, *self.on_page.small(), *self.on_page.drawn()]
        place = largest_free(frame, obstacles)
        return Box(place.x, place.y, min(own.width, place.width), min(own.height, place.height))

    def _scaled(self) -> dict[str, Box]:
        """Our own places, scaled; placeholders stay where the layout has them unless that is in our way."""
        boxes = {role: self._mapped(role) for role in self.standard.slots if role != "title"}
        if "source" in self.free:
            room, height = self.room, self._source_height(self.room.width)
            boxes["source"] = Box(room.x, room.bottom - height, room.width, height)
        boxes = self._adjusted(self._on_cards(boxes))
        ours = [boxes[role] for role in self.free if role != "source"]
        for role, slot in self.held.items():
            if role != "title" and not any(overlap(slot.box, box) for box in ours):
                boxes[role] = self._above_source(slot.box)
        return boxes

    def _on_cards(self, boxes: dict[str, Box]) -> dict[str, Box]:
        """The boxes, those on a block of colour inside its edges."""
        inside: dict[str, Box] = {}
        for _, form, names in self._standing():
            if form == "rect":
                card = self._card_frame(names, boxes).inset(_INSET, _INSET)
                inside |= {role: clipped(boxes[role], card) for role in names if role in boxes}
        return boxes | inside

    def _adjusted(self, boxes: dict[str, Box]) -> dict[str, Box]:
        """The boxes without what only our own design asks for: marks beside labels, and boxes that touch."""
        for label, below in _OVER.items():
            if label in boxes:
                left = boxes[below].x
                boxes[label] = Box(left, boxes[label].y, boxes[below].right - left, boxes[label].height)
        boxes = {role: self._square(role, box) for role, box in boxes.items()}
        for upper, lower in _DOWN_TO.get(self.silhouette, ()):
            # The badge is a pill with a colour of its own; the figure above its line has none.
            gap = GAP if upper == "badge" else 0
            boxes[upper] = _down_to(boxes[lower].y - gap, boxes[upper])
        for upper, lower in _UP_TO.get(self.silhouette, ()):
            boxes[lower] = _up_to(boxes[upper].bottom + GAP, boxes[lower])
        return boxes

    def _above_source(self, box: Box) -> Box:
        """A placeholder's own place, but for what the line for the source takes of it."""
        bottom = min(box.bottom, self.body_room.bottom) if "source" in self.free else box.bottom
        return Box(box.x, box.y, box.width, max(bottom - box.y, 0))

    def _mapped(self, role: str) -> Box:
        """Where our own template has a role, scaled from the room of ours into that of the layout."""
        ours, room = self._standard_room, self.body_room
        box = clipped(self.standard.slots[role].box, ours)
        across, down = room.width / ours.width, room.height / ours.height
        x, y = room.x + round((box.x - ours.x) * across), room.y + round((box.y - ours.y) * down)
        wide, high = round(box.width * across), round(box.height * down)
        return Box(x, y, wide, high)

    def _square(self, role: str, box: Box) -> Box:
        """A box for an icon or a code, which is as wide as it is high."""
        if role not in _SQUARE and (self.silhouette, role) != _CODE:
            return box
        side = min(box.width, box.height)
        return Box(box.x + (box.width - side) // 2, box.y + (box.height - side) // 2, side, side)

    @cached_property
    def _standard_room(self) -> Box:
        """The room that our own template gives to the silhouette, without the line for the source."""
        left_out = {"title", "source", _DECORATION.get(self.silhouette)}
        whole = around([slot.box for role, slot in self.standard.slots.items() if role not in left_out])
        left = max(whole.x, _MARGIN)
        return Box(left, whole.y, whole.right - left, whole.height)

    # -- blocks of colour

    def _standing(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """The blocks that can be drawn.

        Words of a placeholder have colours for the layout's own ground, or one that is nearly that.
        """
        return [block for block in _CARDS.get(self.silhouette, ()) if self._is_standing(block[0], block[2])]

    def _is_standing(self, fill: str, names: Sequence[str]) -> bool:
        if fill == "tint":
            return names[0] in self.free
        return all(role in self.free for role in names if role in self.standard.slots)

    def _card_frame(self, names: Sequence[str], boxes: Mapping[str, Box]) -> Box:
        together = around([boxes[role] for role in names if role in boxes])
        return clipped(grown(together, _PAD), self.body_room)

    def _card_box(self, names: Sequence[str], form: str, slots: Mapping[str, Slot]) -> Box:
        if form != "rect":
            return slots[names[0]].box
        together = around([slots[role].box for role in names if role in slots])
        return clipped(grown(together, max(_PAD, _INSET)), self.body_room)

    # -- how words look

    def _free_slot(self, role: str, index: int, box: Box) -> Slot:
        own = self.standard.slots[role]
        on_card = any(role in names for _, _, names in self._standing())
        plain = replace(own, index=index, box=box, latin="", east_asian="")
        if on_card or own.kind in _DRAWN_KINDS:
            return plain
        # Words of ours start where those of the layout do, and on the covers of a talk they are centred with them.
        beside = next((slot for name, slot in self.held.items() if name not in {"title", "logo"}), self.held["title"])
        align = beside.align if self.silhouette in NARRATIVE else own.align
        left, _, right, _ = beside.insets
        colour = _ON_PAPER.get(own.colour, own.colour)
        return replace(plain, colour=colour, align=align, insets=(left, own.insets[1], right, own.insets[3]))

    def _restyled(self, slot: Slot) -> Slot:
        """A placeholder whose own type would be too small, or has bullets where none belong."""
        if slot.kind in {"title", "ctrTitle"}:
            return replace(slot, floor=min(TITLE_FLOOR, slot.size))
        own = self.standard.slots.get(slot.role)
        if own is None or own.levels == slot.levels:
            return slot
        least = _LEAST_LIST if own.levels[0].bullet else _LEAST_TEXT
        unlike = own.levels[0].bullet != slot.levels[0].bullet
        if unlike or (slot.size < least <= own.size) or own.size < _LEAST_TEXT or self.silhouette == "quote":
            return replace(slot, levels=own.levels, line_spacing=own.line_spacing, restyled=True)
        return slot


def _placed(slot: Slot, box: Box | None) -> Slot:
    return slot if box is None or box == slot.box else replace(slot, box=box, moved=True)


def _up_to(top: int, box: Box) -> Box:
    """A box that begins elsewhere and ends where it did."""
    return Box(box.x, top, box.width, max(box.bottom - top, 0))


def _down_to(bottom: int, box: Box) -> Box:
    """A box that ends elsewhere and begins where it did."""
    return Box(box.x, box.y, box.width, max(bottom - box.y, 0))


def _rows(inside: Box, heights: Sequence[int]) -> list[Box]:
    """Rows of a box, as high as they are by share; the first gets what the others, at their own height, leave."""
    if len(heights) == 1:
        return [inside]
    spare = inside.height - GAP * (len(heights) - 1)
    share = min(1.0, spare / sum(heights))
    lower = [round(height * share) for height in heights[1:]]
    rows, y = [], inside.y
    for height in (spare - sum(lower), *lower):
        rows.append(Box(inside.x, y, inside.width, height))
        y += height + GAP
    return rows
