"""``auto-advance``, ``flashing``, ``moving-picture``, ``media-without-captions``: what moves, and what sounds."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.checks.accessibility.place import Place, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundSlide


def check_time(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """No slide goes on before the reader has done (WCAG 2.2, 2.2.1)."""
    if deck.runs_by_itself:
        message = "the show is set up to run by itself"
        hint = "Slide Show > Set Up Slide Show > Presented by a speaker, and not in a loop"
        yield Place(file).finding("auto-advance", message, Severity.WARNING, hint)
    for slide, place in slides(deck, file):
        if slide.advances_after is not None:
            message = f"the next slide comes by itself after {slide.advances_after:g} seconds"
            hint = "Transitions > Advance Slide: only on mouse click"
            yield place.finding("auto-advance", message, Severity.WARNING, hint)


def check_motion(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Nothing flashes (WCAG 2.2, 2.3.1) or moves without end (2.2.2)."""
    for slide, place in slides(deck, file):
        yield from _flashes(slide, place)
        for shape in (each for each in seen_shapes(slide) if each.moves):
            hint = "show one picture of it, or a video that stops"
            yield place.at(shape).finding("moving-picture", "the picture moves by itself", Severity.WARNING, hint)


def _flashes(slide: FoundSlide, place: Place) -> Iterator[Diagnostic]:
    for effect in slide.flashes:
        endless = effect == "for ever"
        message = "an animation never ends" if endless else f"the animation “{effect}” flashes"
        severity = Severity.WARNING if endless else Severity.ERROR
        yield place.finding("flashing", message, severity, "Animations: choose Appear or Fade, or none")


def check_captions(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Videos have captions, and so have sounds (WCAG 2.2, 1.2.2); those inside the video itself cannot be seen here."""
    for slide, place in slides(deck, file):
        for shape in seen_shapes(slide):
            if shape.kind in {"video", "audio"} and not shape.captions:
                message = f"the {'video' if shape.kind == 'video' else 'sound'} has no captions in the file"
                hint = "Playback > Insert Captions (a .vtt file), or say in the notes what is heard"
                yield place.at(shape).finding("media-without-captions", message, Severity.WARNING, hint)
