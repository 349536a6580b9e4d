"""Where in a finished deck a finding is, and how the place is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundSlide

_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the deck of ``file``: all of it, a slide, or a shape on a slide.

    A finished deck has no lines. Its findings count slides where others count lines, and shapes in the order of
    reading where others count columns, so that they stand in order.
    """

    file: str
    slide: FoundSlide | None = None
    shape: FoundShape | None = None

    def at(self, shape: FoundShape) -> Place:
        """A shape on this slide."""
        return replace(self, shape=shape)

    def finding(self, code: str, message: str, severity: Severity, *hints: str) -> Diagnostic:
        """A finding at this place, which its message names."""
        return Diagnostic(code, f"{self._told}{message}", self._span, severity, hints)

    @property
    def _told(self) -> str:
        if self.slide is None:
            return ""
        name = f", {called(self.shape)}" if self.shape else ""
        hidden = " (hidden)" if self.slide.hidden else ""
        return f"slide {self.slide.number}{hidden}{name}: "

    @property
    def _span(self) -> Span:
        if self.slide is None:
            return Span(self.file)
        identifiers = [shape is self.shape for shape in self.slide.all_shapes()]
        return Span(self.file, self.slide.number, identifiers.index(True) + 1 if True in identifiers else 1)


def slides(deck: FoundDeck, file: str) -> Iterator[tuple[FoundSlide, Place]]:
    """Each slide with its place; hidden ones too, for a click shows them."""
    return ((slide, Place(file, slide)) for slide in deck.slides)


def seen_shapes(slide: FoundSlide) -> Iterator[FoundShape]:
    """The shapes of a slide, those in groups too, without those that are switched off."""
    for shape in slide.shapes:
        yield from _seen(shape)


def _seen(shape: FoundShape) -> Iterator[FoundShape]:
    if not shape.hidden:
        yield shape
        for child in shape.children:
            yield from _seen(child)


def called(shape: FoundShape) -> str:
    """The name that PowerPoint's selection pane shows, in quotation marks."""
    return quoted(shape.name or shape.kind)


def told(shape: FoundShape) -> str:
    """A shape by its words, by which people know it, or by its name where it has none."""
    return quoted(shape.text.plain) if shape.text.plain else called(shape)


def quoted(text: str) -> str:
    """Words on one line and in quotation marks, cut where they are long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"


def listed(names: list[str], most: int = 3) -> str:
    """Names behind each other, the rest counted."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
