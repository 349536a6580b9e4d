"""The faces that a template names become the font files and the measure of its text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from outreach_decks.faces import FaceTable
from outreach_decks.measure import FaceNames, Measure
from outreach_decks.theme import FontFiles, Slot, Theme
from outreach_decks.workspace import FONTS, Workspace

# The faces of the text, and of each slot that has its own, by the names that the slot has.
_Named = tuple[FaceNames, tuple[tuple[FaceNames, FaceNames], ...]]


class MeasuredFaces(NamedTuple):
    """What the faces of a template are measured with, and the names of those that nobody can measure.

    ``fonts`` are the files of the faces of its text, which charts are lettered in. ``strange_latin`` counts for every
    deck, ``strange_east_asian`` only for those that have such words.
    """

    measure: Measure
    fonts: FontFiles
    strange_latin: tuple[str, ...]
    strange_east_asian: tuple[str, ...]

    def strange(self, *, east_asian: bool) -> tuple[str, ...]:
        """The faces that nobody can measure, with or without those of East Asian words."""
        return tuple(dict.fromkeys((*self.strange_latin, *(self.strange_east_asian if east_asian else ()))))


class Typefaces:
    """Finds the files of faces. Each file is read once, and templates of the same faces share one measure."""

    def __init__(self, table: FaceTable, workspace: Workspace) -> None:
        """Keep the table; no font is read yet."""
        self._table = table
        self._read = lru_cache(maxsize=None)(lambda file: workspace.read(f"{FONTS}/{file}"))
        self._measure = lru_cache(maxsize=None)(self._measured)

    def of(self, theme: Theme, slots: Iterable[Slot]) -> MeasuredFaces:
        """The measure of a template with these slots."""
        text = (theme.latin, theme.east_asian)
        named = {(slot.latin, slot.east_asian): theme.faces_of(slot) for slot in slots}
        others = tuple((names, faces) for names, faces in sorted(named.items()) if faces != text)
        pairs = (text, *(faces for _, faces in others))
        latin = [name for name, _ in pairs if name and self._table.at_hand(name) is None]
        east_asian = [name for _, name in pairs if name and not self._is_known(name)]
        return MeasuredFaces(self._measure((text, others)), self.files(*text), tuple(latin), tuple(east_asian))

    def files(self, latin: str, east_asian: str) -> FontFiles:
        """The files of a Latin and an East Asian face; "" is a face that the template leaves open.

        A Latin face that nobody can measure is taken to be as wide as the table says, an East Asian one to have
        characters of one em, which is the most that any has. How far their lines are apart the table says, too.
        """
        table, unknown = self._table, self._table.unknown
        known, drawn = table.at_hand(latin), table.at_hand(east_asian)
        full, full_bold, *_ = self._styles(drawn or unknown.east_asian)
        return FontFiles(
            *self._styles(known or unknown.latin),
            full,
            full_bold,
            latin_wider=1.0 if known else unknown.wider,
            full_width=drawn is None,
            latin_height=table.height(latin, 0.0 if known else unknown.height),
            east_asian_height=table.height(east_asian, 0.0 if drawn else unknown.east_asian_height),
        )

    def _measured(self, faces: _Named) -> Measure:
        text, others = faces
        return Measure(self.files(*text), {names: self.files(*own) for names, own in others})

    def _is_known(self, east_asian: str) -> bool:
        return self._table.at_hand(east_asian) is not None or self._table.is_full_width(east_asian)

    def _styles(self, face: str) -> tuple[bytes, bytes, bytes, bytes]:
        """Regular, bold, italic and both; a style without a file is measured as the one it is made from."""
        files = self._table.faces[face]
        bold = files.bold or files.regular
        italic, both = files.italic or files.regular, files.bold_italic or bold
        return self._read(files.regular), self._read(bold), self._read(italic), self._read(both)
