"""What every kind of slide is laid out with: the slots of its silhouette, the measurer, the icons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedIcon, PlacedShape, PlacedText
from outreach_decks.diagnostics import Span
from outreach_decks.geometry import Box
from outreach_decks.icons import Icon
from outreach_decks.layout.fitting import fit
from outreach_decks.measure import Measure
from outreach_decks.talk import Passage, Passages
from outreach_decks.text import Paragraph, Paragraphs
from outreach_decks.theme import Card, LayoutSlots, Slot
from outreach_decks.wording import Wording

# Ends that are half circles, in the thousandths of a per cent that handles count in.
_ROUND: Final = 50_000


@dataclass(frozen=True, slots=True)
class Canvas:
    """One silhouette of a template, ready to be filled.

    ``largest`` is the size in pt that the words of a table or figure may have at most, by what they do there, so that
    slides of a kind are alike.
    """

    silhouette: str
    layout: LayoutSlots
    measure: Measure
    icons: Mapping[str, Icon]
    wording: Wording
    largest: Mapping[str, float] = field(default_factory=dict)

    def allowed(self, scale: Sequence[float], work: str) -> Sequence[float]:
        """The sizes of a scale that words in a table or figure may have; the smallest is always among them."""
        largest = self.largest.get(work, scale[0])
        return [size for size in scale if size <= largest] or scale[-1:]

    def slot(self, role: str) -> Slot:
        """The slot of a role.

        Raises:
            KeyError: when the layout has none, which the template's table would have refused.
        """
        return self.layout.slots[role]

    def has(self, role: str) -> bool:
        """Tell whether the layout has a slot for a role."""
        return role in self.layout.slots

    def text(self, role: str, paragraphs: Paragraphs, span: Span) -> PlacedText:
        """Words in a slot at the size that fits."""
        slot = self.slot(role)
        found = fit(paragraphs, slot, self.measure)
        size = None if found.size == slot.size else found.size
        room = slot.text_box.height
        return PlacedText(
            role, slot.index, slot.box, paragraphs, size, found.needed, room, span, found.excess,
            leading=found.leading, closer=found.closer,
        )  # fmt: skip

    def passage(self, role: str, passage: Passage | None) -> list[PlacedShape]:
        """A passage in a slot, or nothing."""
        return [self.text(role, passage.paragraphs, passage.span)] if passage else []

    def listed(self, role: str, passages: Passages) -> list[PlacedShape]:
        """Several passages as one list, or nothing. What is too long is laid to the longest of them."""
        if not passages:
            return []
        placed = self.text(role, joined(passages), passages[0].span)
        return [replace(placed, span=_longest(passages).span) if placed.excess else placed]

    def icon(self, name: str | None, box: Box, colour: str) -> list[PlacedIcon]:
        """An icon in a box, or nothing."""
        if name is None or name not in self.icons:
            return []
        found = self.icons[name]
        return [PlacedIcon(name, found.path, found.view, box, colour)]

    def slot_icon(self, role: str, name: str | None, colour: str) -> list[PlacedShape]:
        """An icon where the layout has room for one."""
        return [*self.icon(name, self.slot(role).box, colour)] if self.has(role) else []

    def cards(self) -> list[PlacedShape]:
        """The blocks of colour that the slots stand on, where the layout paints none."""
        return [
            PlacedGroup("Card", card.box, (PlacedBlock(card.form, card.box, fill=card.fill, adjust=_round(card)),), "")
            for card in self.layout.cards
        ]

    def source(self, line: Paragraph | None, span: Span) -> list[PlacedShape]:
        """The line that says where figures come from."""
        return [self.text("source", (line,), span)] if line and self.has("source") else []


def joined(passages: Iterable[Passage]) -> Paragraphs:
    """The paragraphs of several passages in order."""
    return tuple(paragraph for passage in passages for paragraph in passage.paragraphs)


def _round(card: Card) -> tuple[int, ...]:
    """The handle of a card with round ends; one with corners has none."""
    return (_ROUND,) if card.form == "roundRect" else ()


def _longest(passages: Passages) -> Passage:
    return max(passages, key=lambda passage: len(passage.plain))
