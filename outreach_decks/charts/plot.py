"""The plot that columns and lines share: a zero at the foot, names below, figures above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_decks.amounts import starts_with_year
from outreach_decks.charts.marks import CrowdedError, Mark, unit_bearer
from outreach_decks.charts.sheet import (
    CAP_HEIGHT,
    LABEL_SIZE,
    LINE_PITCH,
    POINT_SIZE,
    VALUE_SIZE,
    Frame,
    Sheet,
    Words,
)

# Between a mark and its figure, and between a name and the foot line, pt.
VALUE_GAP = 8.0
NAME_GAP = 10.0
# The least room between two names or figures side by side, pt.
SIDE_GAP = 10.0
_MOST_NAME_LINES = 2
_FOOT_LINE = 1.5
_DECADE, _LUSTRUM = 10, 5


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the marks stand: ``centres`` are the x of each, pt; ``greatest`` reaches the top of the frame."""

    frame: Frame
    centres: tuple[float, ...]
    greatest: float

    @property
    def pitch(self) -> float:
        """The least distance between two marks, pt."""
        pairs = zip(self.centres, self.centres[1:], strict=False)
        return min((right - left for left, right in pairs), default=self.frame.width)

    def y(self, value: float) -> float:
        """Return the height of a value above the lower edge of the sheet, pt."""
        return self.frame.y + self.frame.height * value / self.greatest


def plot_on(sheet: Sheet, marks: tuple[Mark, ...], positions: tuple[float, ...]) -> Plot:
    """Make room for names below and figures above; ``positions`` run from 0 to 1 across the sheet."""
    names = max(len(_name_lines(sheet, mark, sheet.width / len(marks))) for mark in marks)
    foot = NAME_GAP + LABEL_SIZE * (CAP_HEIGHT + LINE_PITCH * (names - 1)) + LABEL_SIZE * (1 - CAP_HEIGHT) / 2
    head = VALUE_GAP + POINT_SIZE * CAP_HEIGHT + 1
    frame = Frame(0, foot, sheet.width, sheet.height - foot - head)
    greatest = max(mark.value for mark in marks)
    return Plot(frame, tuple(sheet.width * position for position in positions), greatest or 1.0)


def draw_foot_line(sheet: Sheet, plot: Plot) -> None:
    """Draw the line of zero."""
    frame = plot.frame
    sheet.rectangle(Frame(frame.x, frame.y - _FOOT_LINE, frame.width, _FOOT_LINE), "muted")


def write_names(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    """Write what stands below the foot line: of a long course of time only some, else all."""
    taken: list[Frame] = []
    for index in _names_wanted(sheet, plot, marks):
        lines = _name_lines(sheet, marks[index], plot.pitch)
        frames = [_name_frame(sheet, plot, words, plot.centres[index], row) for row, words in enumerate(lines)]
        if any(frame.meets(other, SIDE_GAP) for frame in frames for other in taken):
            continue
        for words, frame in zip(lines, frames, strict=True):
            sheet.write(words, frame.x, frame.y)
        taken += frames


def _names_wanted(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> list[int]:
    widest = max(sheet.width_of(words) for mark in marks for words in _name_lines(sheet, mark, plot.pitch))
    if widest + SIDE_GAP <= plot.pitch or len(marks) == 1:
        return list(range(len(marks)))
    if not all(starts_with_year(mark.label) for mark in marks):
        raise CrowdedError("the names below are too long to stand side by side; kind bar has room for them")
    return _unique([*_telling(marks), *_round_years(marks)])


def _telling(marks: tuple[Mark, ...]) -> list[int]:
    """Return the marks that must be named, most important first: the point, the ends, the peak."""
    count = len(marks)
    point = [index for index in reversed(range(count)) if marks[index].highlighted]
    peak = max(range(count), key=lambda index: marks[index].value)
    return _unique([*point, count - 1, 0, peak])


def _round_years(marks: tuple[Mark, ...]) -> list[int]:
    years = [int(mark.label[:4]) for mark in marks]
    return [i for step in (_DECADE, _LUSTRUM) for i, year in enumerate(years) if year % step == 0]


def _unique(indices: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(indices))


def _name_lines(sheet: Sheet, mark: Mark, width: float) -> tuple[Words, ...]:
    colour = "ink" if mark.highlighted else "muted"
    words = Words(mark.label, LABEL_SIZE, colour, bold=mark.highlighted)
    if starts_with_year(mark.label):
        return (words,)
    lines = sheet.wrap(words, width - SIDE_GAP)
    if len(lines) > _MOST_NAME_LINES:
        raise CrowdedError(f'the name "{mark.label}" needs more than two lines; kind bar has room for it')
    return lines


def _name_frame(sheet: Sheet, plot: Plot, words: Words, centre: float, row: int) -> Frame:
    width, height = sheet.width_of(words), words.size * CAP_HEIGHT
    y = plot.frame.y - NAME_GAP - height - row * words.size * LINE_PITCH
    return Frame(_inside(sheet, centre - width / 2, width), y, width, height)


def write_values(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    """Write the figures above the marks: of a long row only the point, the ends and the peak, else all."""
    taken: list[Frame] = []
    for index in _values_wanted(sheet, plot, marks):
        words = value_words(marks[index], marks)
        frame = _value_frame(sheet, plot, marks, index, words)
        if not any(frame.meets(other, SIDE_GAP / 2) for other in taken):
            sheet.write(words, frame.x, frame.y)
            taken.append(frame)


def value_words(mark: Mark, marks: tuple[Mark, ...]) -> Words:
    """Return the figure of a mark as it is lettered: large, bold and in the accent where it is the point."""
    text = mark.full if mark is unit_bearer(marks) else mark.amount
    if mark.highlighted:
        return Words(text, POINT_SIZE, "accent", bold=True)
    return Words(text, VALUE_SIZE, "ink")


def _values_wanted(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> list[int]:
    widest = max(sheet.width_of(Words(mark.amount, VALUE_SIZE)) for mark in marks)
    rest = range(len(marks)) if widest + SIDE_GAP <= plot.pitch and len(marks) <= _MOST_VALUES else ()
    return _unique([*_telling(marks), *rest])


_MOST_VALUES = 14


def _value_frame(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], index: int, words: Words) -> Frame:
    """Return the room of a figure, lifted above every mark that it stands over."""
    width = sheet.width_of(words)
    x = _inside(sheet, plot.centres[index] - width / 2, width)
    under = [
        mark.value
        for mark, centre in zip(marks, plot.centres, strict=True)
        if x - plot.pitch / 2 < centre < x + width + plot.pitch / 2
    ]
    return Frame(x, plot.y(max(under)) + VALUE_GAP, width, words.size * CAP_HEIGHT)


def _inside(sheet: Sheet, x: float, width: float) -> float:
    return min(max(x, 0.0), sheet.width - width)
