"""What moves without anybody asking: slides that turn by themselves, and animations that flash (ECMA-376, 19.5)."""

from __future__ import annotations

from typing import Final

from outreach_decks.powerpoint.elements import Element, qualified

_THOUSAND: Final = 1_000
_TRUE: Final = frozenset({"1", "true"})
# PowerPoint's numbers for the effects that flash: of emphasis, and of an entrance.
_FLASHES: Final = {
    ("emph", "26"): "Flash Bulb",
    ("emph", "27"): "Flicker",
    ("emph", "35"): "Blink",
    ("entr", "11"): "Flash Once",
}


def advances_after(slide: Element) -> float | None:
    """After how many seconds the next slide comes by itself; None where the speaker decides."""
    times = [time for each in slide.iter(qualified("p:transition")) if (time := each.get("advTm")) is not None]
    return int(times[0]) / _THOUSAND if times and times[0].isdigit() else None


def flashes(slide: Element) -> tuple[str, ...]:
    """The names of the effects that flash, and "for ever" where one never ends."""
    nodes = [node for timing in slide.iter(qualified("p:timing")) for node in timing.iter(qualified("p:cTn"))]
    named = [_FLASHES.get((node.get("presetClass", ""), node.get("presetID", ""))) for node in nodes]
    endless = ["for ever" for node in nodes if node.get("repeatCount") == "indefinite"]
    return tuple(dict.fromkeys([*(name for name in named if name), *endless]))


def runs_by_itself(properties: Element) -> bool:
    """Tell whether the show is set up to run without a speaker (19.2.1.30)."""
    shows = list(properties.iter(qualified("p:showPr")))
    return any(show.find(qualified("p:kiosk")) is not None or show.get("loop") in _TRUE for show in shows)
