"""One bar of 100 per cent, cut into named parts."""

from __future__ import annotations

from outreach_decks.charts.marks import CrowdedError, Mark, unit_bearer
from outreach_decks.charts.sheet import CAP_HEIGHT, LINE_PITCH, Frame, Sheet, Words

_GAP = 4.0
_SIZE_SHARE, _SIZE_POINT, _SIZE_NAME = 40.0, 64.0, 24.0
_ABOVE, _BELOW = 16.0, 14.0


def draw_share(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the parts from left to right: per cent above, figure and name below."""
    whole = sum(mark.value for mark in marks)
    below = _BELOW + 2 * _SIZE_NAME * LINE_PITCH + 4
    head = _ABOVE + _SIZE_POINT * CAP_HEIGHT
    bar = Frame(0, below, sheet.width, sheet.height - below - head)
    x = 0.0
    for mark in marks:
        width = (sheet.width + _GAP) * mark.value / whole - _GAP
        part = Frame(x, bar.y, width, bar.height)
        sheet.rectangle(part, mark.colour)
        _write(sheet, part, mark, marks)
        x = part.right + _GAP


def _write(sheet: Sheet, part: Frame, mark: Mark, marks: tuple[Mark, ...]) -> None:
    size = _SIZE_POINT if mark.highlighted else _SIZE_SHARE
    colour = "accent" if mark.highlighted else "muted"
    share = Words(mark.share, size, colour, bold=mark.highlighted)
    amount = mark.full if mark is unit_bearer(marks) else mark.amount
    lines = (Words(mark.label, _SIZE_NAME, "ink", bold=mark.highlighted), Words(amount, _SIZE_NAME, "muted"))
    frames = [sheet.write(share, part.x, part.top + _ABOVE)]
    for row, words in enumerate(lines):
        y = part.y - _BELOW - words.size * (CAP_HEIGHT + LINE_PITCH * row)
        frames.append(sheet.write(words, part.x, y))
    if max(frame.width for frame in frames) > part.width + _GAP and mark is not marks[-1]:
        raise CrowdedError(f'the part "{mark.label}" is too narrow for its words')
