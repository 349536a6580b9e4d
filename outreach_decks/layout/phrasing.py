"""Japanese texts of few lines, with line ends where phrases end.

The line ends are written into the words (``LINE_BREAK``), since no renderer finds phrases by itself.
"""

from __future__ import annotations

from outreach_decks.measure import Measure
from outreach_decks.phrases import PhraseEnd, lines_of_phrases, phrase_ends
from outreach_decks.scripts import is_east_asian
from outreach_decks.text import Paragraph


def in_phrases(
    paragraph: Paragraph, measure: Measure, size: float, width: float, *, bold: bool = False
) -> Paragraph | None:
    """Return the paragraph with its line ends at ``size`` pt in ``width`` pt; as it is where one line holds it.

    None where a phrase is wider than the line, and for text that is not Japanese.
    """
    if not is_east_asian(paragraph.plain):
        return None
    text, room = measure.shaped(paragraph.runs, bold=bold), width / size
    found = lines_of_phrases(text, _ends(paragraph), room)
    found = found or lines_of_phrases(text, _ends(paragraph, compounds=True), room)
    if found is None:
        return None
    return paragraph.broken_at({end for end in found[:-1] if text.text[end - 1] != "\n"})


def _ends(paragraph: Paragraph, *, compounds: bool = False) -> tuple[PhraseEnd, ...]:
    """The ends of phrases among all characters; the number of a source stays with the word that it stands on."""
    behind: list[int] = []
    passed = 0
    for run in paragraph.runs:
        if run.superscript and behind:
            behind[-1] += len(run.text)
        elif not run.superscript:
            behind += range(passed + 1, passed + len(run.text) + 1)
        passed += len(run.text)
    plain = "".join(run.text for run in paragraph.runs if not run.superscript)
    found = phrase_ends(plain, compounds=compounds)
    return tuple(PhraseEnd(behind[end.position - 1], end.cost) for end in found)
