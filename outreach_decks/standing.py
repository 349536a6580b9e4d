"""Which slides of an outline stand in a band: those that say so, as far as the contract of the band lets them."""

from __future__ import annotations

from enum import Enum

from outreach_decks.audience import Audience, band_names
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.slide_kinds import Slide


class Standing(Enum):
    """How a slide and a band get on."""

    SHOWN = "shown"
    OTHER_BAND = "other band"
    """It says `bands`, and this is none of them."""
    LEFT_OUT = "left out"
    """The contract of the band refuses it and that of another band does not; it says no bands."""
    REFUSED = "refused"
    """The contract refuses it, though it names the band, or no band of the audience would have it: a mistake."""


def standing(slide: Slide, audience: Audience, asked: str | None) -> Standing:
    """How a slide and a band of an audience get on."""
    band = audience.band(asked)
    if slide.bands and band not in slide.bands:
        return Standing.OTHER_BAND
    if audience.contract(band).objection(slide) is None:
        return Standing.SHOWN
    elsewhere = any(audience.contract(other).objection(slide) is None for other in band_names(audience))
    return Standing.LEFT_OUT if elsewhere and not slide.bands else Standing.REFUSED


def slides_of_band(outline: Outline, audience: Audience, asked: str | None) -> tuple[AuthoredSlide, ...]:
    """The slides to show, in order; one that `needs` a slide that is left out is left out with it."""
    gone: set[str] = set()
    shown = []
    for authored in outline.slides:
        slide = authored.slide
        stands = standing(slide, audience, asked) in {Standing.SHOWN, Standing.REFUSED}
        if stands and not gone.intersection(slide.needs):
            shown.append(authored)
        else:
            gone.add(slide.id)
    return tuple(shown)
