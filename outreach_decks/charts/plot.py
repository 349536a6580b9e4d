"""The plot that columns and lines share: a zero at the foot with names below it, and room for figures above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from outreach_decks.amounts import starts_with_year
from outreach_decks.charts.figures import telling, unique
from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import DEPTH, NAME_SIZE, Frame, Sheet, Words

# Between the foot line and a name, and the least between two names side by side, pt.
_NAME_GAP, _SIDE_GAP = 9.0, 10.0
_MOST_NAME_LINES = 2
_FOOT_LINE = 1.5
# The least height of a plot, pt.
_LEAST_HEIGHT = 40.0
_DECADE, _LUSTRUM = 10, 5
# Marks are placed by their years where at least this part of the years between the first and the last has one.
_LEAST_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the marks stand: ``centres`` are the x of each, pt; ``greatest`` is the value at the top of the frame."""

    frame: Frame
    centres: tuple[float, ...]
    greatest: float

    @property
    def pitch(self) -> float:
        """The least distance between two marks, pt."""
        return pitch_of(self.centres, self.frame.width)

    def y(self, value: float) -> float:
        """Return the height of a value above the lower edge of the sheet, pt."""
        return self.frame.y + self.frame.height * value / self.greatest


def pitch_of(centres: tuple[float, ...], width: float) -> float:
    """Return the least distance between two centres, pt; ``width`` where there is but one."""
    return min((right - left for left, right in pairwise(centres)), default=width)


def times_of(marks: tuple[Mark, ...]) -> list[int]:
    """Return the time of each mark, counted from the first: its year, or else its place in the row."""
    if all(mark.label.isdecimal() for mark in marks):
        years = [int(mark.label) for mark in marks]
        if years == sorted(set(years)) and len(years) >= (years[-1] - years[0] + 1) * _LEAST_FILLED:
            return [year - years[0] for year in years]
    return list(range(len(marks)))


def plot_on(
    sheet: Sheet,
    marks: tuple[Mark, ...],
    centres: tuple[float, ...],
    width: float,
    heads: Iterable[tuple[float, float]],
) -> Plot:
    """Make room for names below and figures above, on the left ``width`` pt of the sheet.

    ``heads`` are pairs of a value and the room, pt, that is needed above its height.

    Raises:
        CrowdedError: where too little is left for the marks.
    """
    names = [_name_lines(sheet, mark, pitch_of(centres, width)) for mark in marks]
    depth = max(max(words.ascent for words in lines) + lines[0].pitch * (len(lines) - 1) for lines in names)
    foot = _FOOT_LINE + _NAME_GAP + depth + NAME_SIZE * DEPTH
    greatest = max(mark.value for mark in marks)
    room = sheet.height - foot
    height = min((room - head) * greatest / value for value, head in heads if value > 0)
    if height < _LEAST_HEIGHT:
        raise CrowdedError("its figures and names leave no room for it")
    return Plot(Frame(0, foot, width, min(height, room)), centres, greatest)


def draw_foot_line(sheet: Sheet, plot: Plot) -> None:
    """Draw the line of zero."""
    frame = plot.frame
    sheet.rectangle(Frame(frame.x, frame.y - _FOOT_LINE, frame.width, _FOOT_LINE), "muted")


def write_names(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    """Write the names below the foot line: all of them, or of a long course of time those that tell most."""
    taken: list[Frame] = []
    for index in _names_wanted(sheet, plot, marks):
        lines = _name_lines(sheet, marks[index], plot.pitch)
        frames = [_name_frame(sheet, plot, words, index, row) for row, words in enumerate(lines)]
        if any(frame.meets(other, _SIDE_GAP) for frame in frames for other in taken):
            continue
        for words, frame in zip(lines, frames, strict=True):
            sheet.write(frame.x, frame.y, words)
        taken += [Frame(frame.x, 0, frame.width, plot.frame.y) for frame in frames]


def _names_wanted(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> list[int]:
    widest = max(sheet.width_of(words) for mark in marks for words in _name_lines(sheet, mark, plot.pitch))
    if widest + _SIDE_GAP <= plot.pitch or len(marks) == 1:
        return list(range(len(marks)))
    if not all(starts_with_year(mark.label) for mark in marks):
        raise CrowdedError("its names are too long to stand side by side; bars have room for them (kind: bar)")
    return unique([*telling(marks), *_round_years(marks)])


def _name_lines(sheet: Sheet, mark: Mark, width: float) -> tuple[Words, ...]:
    name = mark.name(NAME_SIZE)
    if starts_with_year(mark.label):
        return (name,)
    lines = sheet.wrap(name, width - _SIDE_GAP)
    if len(lines) > _MOST_NAME_LINES:
        raise CrowdedError(f'the name "{mark.label}" needs more than two lines; bars have room for it (kind: bar)')
    return lines


def _name_frame(sheet: Sheet, plot: Plot, words: Words, index: int, row: int) -> Frame:
    width = sheet.width_of(words)
    y = plot.frame.y - _FOOT_LINE - _NAME_GAP - words.ascent - row * words.pitch
    return Frame(sheet.inside(plot.centres[index] - width / 2, width), y, width, words.ascent)


def _round_years(marks: tuple[Mark, ...]) -> list[int]:
    """Return the marks of round years that keep a distance from those that must be named."""
    named = telling(marks)
    years = [int(mark.label[:4]) for mark in marks]
    apart = [index for index in range(len(marks)) if all(abs(index - other) > 2 for other in named)]  # noqa: PLR2004
    return [index for step in (_DECADE, _LUSTRUM) for index in apart if years[index] % step == 0]
