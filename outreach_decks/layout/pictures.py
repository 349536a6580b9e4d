"""Photographs and logos in their boxes: cut so that what matters stays, or shown whole."""

from __future__ import annotations

from urllib.parse import urlsplit

import outreach_decks.talk as talk
from outreach_decks.deck import PlacedPicture, PlacedShape
from outreach_decks.geometry import Box
from outreach_decks.layout.canvas import Canvas
from outreach_decks.text import Paragraph, Run
from outreach_decks.wording import Wording

# Shares of a picture are kept to thousandths of a per cent, as PowerPoint keeps them.
_PLACES = 5


def image_shapes(content: talk.Image, canvas: Canvas) -> list[PlacedShape]:
    """The caption, the picture and the line that says whose it is."""
    line = credit(content, canvas.wording)
    return [
        *canvas.passage("caption", content.caption),
        _placed(content, canvas),
        *canvas.source(line, content.author.span),
    ]


def _placed(content: talk.Image, canvas: Canvas) -> PlacedPicture:
    slot = canvas.slot("picture")
    size = width, height = content.width, content.height
    room = slot.box if content.caption else _room_alone(slot.box, canvas)
    if content.fit == "contain":
        return PlacedPicture(
            slot.index, contained(room, *size), content.image, content.alt, pixels=size, span=content.span
        )
    box = _in_the_middle(room, round(room.height * width / height), slot.box.width)
    crop = covering_crop(box, width, height, content.focus)
    return PlacedPicture(slot.index, box, content.image, content.alt, crop, size, content.span)


def _room_alone(box: Box, canvas: Canvas) -> Box:
    """Where a picture without a caption may stand: its slot, and that of the caption when it lies beside it."""
    if not canvas.has("caption") or canvas.slot("caption").box.x < box.right:
        return box
    left, right = canvas.slot("title").box.x, canvas.slot("caption").box.right
    return Box(left, box.y, right - left, box.height) if right - left > box.width else box


def _in_the_middle(room: Box, wide: int, least: int) -> Box:
    """A box in the middle of a room, as wide as a picture is, but no narrower than its slot."""
    width = min(max(wide, least), room.width)
    return Box(room.x + (room.width - width) // 2, room.y, width, room.height)


def credit(content: talk.Image, wording: Wording) -> Paragraph:
    """Who made a picture and why it may be shown; with the address where it was found, a link by the site's name."""
    told = Run(wording.say("picture", author=content.author.plain, licence=content.licence.plain))
    if content.source is None:
        return Paragraph((told,))
    site = urlsplit(content.source).netloc or content.source
    return Paragraph((told, Run(wording.say("source-address")), Run(site, link=content.source)))


def placed_logo(logo: talk.Logo, canvas: Canvas) -> PlacedPicture:
    """A logo, whole, in the middle of its slot."""
    slot = canvas.slot("logo")
    box = contained(slot.box, logo.width, logo.height)
    return PlacedPicture(slot.index, box, logo.image, logo.alt, pixels=(logo.width, logo.height))


def contained(box: Box, width: int, height: int) -> Box:
    """The largest box of a picture's proportions inside another, in its middle; at least an EMU wide and high."""
    scale = min(box.width / width, box.height / height)
    wide, high = max(round(width * scale), 1), max(round(height * scale), 1)
    return Box(box.x + (box.width - wide) // 2, box.y + (box.height - high) // 2, wide, high)


def covering_crop(
    box: Box, width: int, height: int, focus: tuple[float, float] = (0.5, 0.5)
) -> tuple[float, float, float, float]:
    """What must be cut off a picture (left, top, right, bottom, as shares) so that it fills a box.

    The point ``focus`` (shares of width and height) comes to stand as near to the middle of the box as it can.
    """
    wanted, own = box.width / box.height, width / height
    left, right = _cut(min(wanted / own, 1.0), focus[0])
    top, bottom = _cut(min(own / wanted, 1.0), focus[1])
    return (left, top, right, bottom)


def _cut(shown: float, focus: float) -> tuple[float, float]:
    """What is cut off before and behind, so that the share ``shown`` is left, ``focus`` in its middle if it can be."""
    away = round(1.0 - shown, _PLACES)
    before = round(min(max(focus - shown / 2, 0.0), away), _PLACES)
    return before, round(away - before, _PLACES)
