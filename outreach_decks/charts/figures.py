"""The figures that stand at the marks of a plot: which of them, how large, and on one line or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from outreach_decks.charts.marks import Mark
from outreach_decks.charts.sheet import DEPTH, LEAST_SIZE, POINT_SIZE, VALUE_SIZE, Frame, Sheet, Words

# The least room between two figures side by side, and between a figure and its mark, pt.
_SIDE_GAP, _GAP = 8.0, 6.0
_MOST = 14


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as lettered: on one line, or with its unit on a second one below it."""

    lines: tuple[tuple[Words, ...], ...]

    @property
    def gap(self) -> float:
        """The room between a mark and the last baseline, pt: letters that hang must not touch the mark."""
        last = self.lines[-1][-1]
        return _GAP + (0.0 if last.text[-1:].isdigit() else last.size * DEPTH)

    @property
    def rise(self) -> float:
        """From the last baseline to the first, pt."""
        return sum(line[0].ascent + _GAP for line in self.lines[1:])

    def frame(self, sheet: Sheet, centre: float) -> Frame:
        """Return its room on the baseline 0, centred at ``centre`` as far as the sheet allows."""
        width = max(sheet.width_of(*line) for line in self.lines)
        height = self.rise + max(words.ascent for words in self.lines[0])
        return Frame(sheet.inside(centre - width / 2, width), 0, width, height)

    def write(self, sheet: Sheet, frame: Frame) -> None:
        """Letter it in its frame, each line centred."""
        baseline = frame.y + self.rise
        for line in self.lines:
            sheet.write(frame.x + (frame.width - sheet.width_of(*line)) / 2, baseline, *line)
            baseline = frame.y


def figures_of(sheet: Sheet, marks: tuple[Mark, ...], pitch: float) -> Mapping[int, Figure]:
    """Return the figures to show at marks ``pitch`` pt apart, by the index of the mark, most important first.

    Where there is room for all, all are shown; else those of ``telling``.
    """
    size = _size_for_all(sheet, marks, pitch)
    if size is None:
        return {index: Figure((marks[index].figure(),)) for index in telling(marks)}
    point_size = max(size, _point_size(sheet, marks, pitch))
    order = unique([*telling(marks), *range(len(marks))])
    return {index: _figure(sheet, marks[index].figure(size, point_size), pitch) for index in order}


def _size_for_all(sheet: Sheet, marks: tuple[Mark, ...], pitch: float) -> float | None:
    """Return the size at which the figures of all marks fit side by side, if there is one."""
    widest = max(sheet.width_of(Words(mark.amount, 1.0)) for mark in marks)
    size = min(VALUE_SIZE, (pitch - _SIDE_GAP) / widest)
    return size if size >= LEAST_SIZE and len(marks) <= _MOST else None


def _point_size(sheet: Sheet, marks: tuple[Mark, ...], pitch: float) -> float:
    widest = max(sheet.width_of(Words(mark.amount, 1.0, bold=True)) for mark in marks)
    return min(POINT_SIZE, (pitch - _SIDE_GAP) / widest)


def _figure(sheet: Sheet, line: tuple[Words, ...], pitch: float) -> Figure:
    """Put the unit on a line of its own where the figure would stand over its neighbours."""
    if len(line) == 1 or sheet.width_of(*line) + _SIDE_GAP <= pitch:
        return Figure((line,))
    amount, unit = line[0], line[1].stripped()
    small = replace(unit, size=LEAST_SIZE)
    if unit == line[1] and sheet.width_of(amount, small) + _SIDE_GAP <= pitch:
        # A counter that is written without a space belongs behind its figure: 167人.
        return Figure(((amount, small),))
    size = min(unit.size, unit.size * pitch / sheet.width_of(unit))
    return Figure(((amount,), (replace(unit, size=max(LEAST_SIZE, size)),)))


def write_figures(sheet: Sheet, figures: Mapping[int, Figure], room: Callable[[int, Figure], Frame]) -> None:
    """Write figures where ``room`` says; one that would touch a more important one is left out."""
    taken: list[Frame] = []
    for index, figure in figures.items():
        frame = room(index, figure)
        if not any(frame.meets(other, _SIDE_GAP / 2) for other in taken):
            figure.write(sheet, frame)
            taken.append(frame)


def telling(marks: tuple[Mark, ...]) -> list[int]:
    """Return the marks that must be labelled, the most important first: the ends of the point, the ends, the peak."""
    last = len(marks) - 1
    point = [index for start, end in reversed(stretches(marks)) for index in (end, start)]
    peak = max(range(len(marks)), key=lambda index: marks[index].value)
    return unique([*point, last, 0, peak])


def stretches(marks: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """Return the first and last index of each run of highlighted marks."""
    lit = [False, *(mark.highlighted for mark in marks), False]
    starts = [index for index in range(len(marks)) if lit[index + 1] and not lit[index]]
    ends = [index for index in range(len(marks)) if lit[index + 1] and not lit[index + 2]]
    return list(zip(starts, ends, strict=True))


def unique(indices: Iterable[int]) -> list[int]:
    """Drop repeats and keep the order."""
    return list(dict.fromkeys(indices))
