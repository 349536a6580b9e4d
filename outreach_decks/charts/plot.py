"""The plot that columns and lines share: a zero at the foot with names below it, and figures above the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from outreach_decks.amounts import starts_with_year
from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import DESCENT, LINE_PITCH, NAME_SIZE, POINT_SIZE, VALUE_SIZE, Frame, Sheet, Words

# Between a name and the foot line, and the least between two names or figures side by side, pt.
_NAME_GAP, _SIDE_GAP = 9.0, 10.0
# Between a mark and the figure above it, pt, beside what hangs below the figure's baseline.
VALUE_GAP = 5.0
_MOST_NAME_LINES, _MOST_VALUES = 2, 12
_FOOT_LINE = 1.5
_DECADE, _LUSTRUM = 10, 5


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the marks stand: ``centres`` are the x of each, pt; ``greatest`` is the value at the top of the frame."""

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


def plot_on(sheet: Sheet, marks: tuple[Mark, ...], positions: Iterable[float], width: float) -> Plot:
    """Make room for names below and figures above.

    ``positions`` run from 0 to 1 across the ``width`` pt of the plot, which starts at the left edge.
    """
    centres = tuple(width * position for position in positions)
    highest = max(words.ascent for mark in marks for words in mark.figure())
    head = VALUE_GAP + POINT_SIZE * DESCENT + highest
    foot = _FOOT_LINE + _NAME_GAP + NAME_SIZE * (1 + LINE_PITCH * (_name_rows(sheet, marks, centres, width) - 1))
    frame = Frame(0, foot, width, sheet.height - foot - head)
    return Plot(frame, centres, max(mark.value for mark in marks))


def _name_rows(sheet: Sheet, marks: tuple[Mark, ...], centres: tuple[float, ...], width: float) -> int:
    pitch = width / len(centres)
    return max(len(_name_lines(sheet, mark, pitch)) for mark in marks)


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
        if any(frame.meets(other, 2 * _SIDE_GAP) for frame in frames for other in taken):
            continue
        for words, frame in zip(lines, frames, strict=True):
            sheet.write(frame.x, frame.y, words)
        taken += frames


def _names_wanted(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> list[int]:
    widest = max(sheet.width_of(words) for mark in marks for words in _name_lines(sheet, mark, plot.pitch))
    if widest + _SIDE_GAP <= plot.pitch or len(marks) == 1:
        return list(range(len(marks)))
    if not all(starts_with_year(mark.label) for mark in marks):
        raise CrowdedError("its names are too long to stand side by side; bars have room for them (kind: bar)")
    return _unique([*telling(marks), *_round_years(marks)])


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
    y = plot.frame.y - _FOOT_LINE - _NAME_GAP - words.ascent - row * words.size * LINE_PITCH
    return Frame(inside(sheet, plot.centres[index] - width / 2, width), y, width, words.ascent)


def telling(marks: tuple[Mark, ...]) -> list[int]:
    """Return the marks that must be labelled, the most important first: the ends of the point, the ends, the peak."""
    last = len(marks) - 1
    point = [index for start, end in stretches(marks) for index in (end, start)]
    peak = max(range(len(marks)), key=lambda index: marks[index].value)
    return _unique([*reversed(point), last, 0, peak])


def stretches(marks: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """Return the first and last index of each run of highlighted marks."""
    lit = [False, *(mark.highlighted for mark in marks), False]
    starts = [index for index in range(len(marks)) if lit[index + 1] and not lit[index]]
    ends = [index for index in range(len(marks)) if lit[index + 1] and not lit[index + 2]]
    return list(zip(starts, ends, strict=True))


def _round_years(marks: tuple[Mark, ...]) -> list[int]:
    years = [int(mark.label[:4]) for mark in marks]
    return [index for step in (_DECADE, _LUSTRUM) for index, year in enumerate(years) if year % step == 0]


def _unique(indices: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(indices))


def write_values(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], room: Callable[[int], Frame]) -> None:
    """Write the figures: all of them, or of many marks those that tell most.

    ``room`` says where the figure of a mark belongs; one that would touch a more important one is left out.
    """
    taken: list[Frame] = []
    for index in _values_wanted(sheet, plot, marks):
        frame = room(index)
        if not any(frame.meets(other, _SIDE_GAP / 2) for other in taken):
            sheet.write(frame.x, frame.y, *marks[index].figure())
            taken.append(frame)


def _values_wanted(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> list[int]:
    widest = max(sheet.width_of(Words(mark.amount, VALUE_SIZE)) for mark in marks)
    few = len(marks) <= _MOST_VALUES and widest + _SIDE_GAP <= plot.pitch
    return _unique([*telling(marks), *(range(len(marks)) if few else ())])


def figure_frame(sheet: Sheet, mark: Mark, centre: float) -> Frame:
    """Return the room of a mark's figure on the baseline 0, centred at ``centre`` as far as the sheet allows."""
    line = mark.figure()
    width = sheet.width_of(*line)
    return Frame(inside(sheet, centre - width / 2, width), 0, width, max(words.ascent for words in line))


def inside(sheet: Sheet, x: float, width: float) -> float:
    """Return the x nearest to ``x`` at which ``width`` pt lie on the sheet."""
    return min(max(x, 0.0), sheet.width - width)


def gap_above(mark: Mark) -> float:
    """Return the room between a mark and the baseline of its figure, pt: letters that hang must not touch it."""
    hanging = mark.figure()[-1] if mark.unit else None
    return VALUE_GAP + (hanging.size * DESCENT if hanging else 1.0)
