"""Japanese texts of few lines, with line ends where phrases end.

The line ends are written into the words (``LINE_BREAK``), since no renderer finds phrases by itself.
"""

from __future__ import annotations

from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.measure import Measure, slackened
from outreach_decks.phrases import PhraseEnd, lines_of_phrases, phrase_ends
from outreach_decks.scripts import is_east_asian
from outreach_decks.text import Paragraph, Paragraphs
from outreach_decks.theme import Slot


def slot_in_phrases(paragraphs: Paragraphs, slot: Slot, size: float, measure: Measure) -> tuple[Paragraphs, bool]:
    """Return the words of a slot with their line ends, the first level at ``size`` pt, and whether all could have them.

    A paragraph that cannot stays as it is.
    """

    def of(paragraph: Paragraph) -> Paragraph | None:
        level = slot.level_at(paragraph.level, size)
        width = (slackened(slot.text_box.width) - level.margin) / EMU_PER_PT
        return in_phrases(paragraph, measure, level.size, width, bold=slot.bold)

    found = [of(paragraph) for paragraph in paragraphs]
    return tuple(broken or own for broken, own in zip(found, paragraphs, strict=True)), all(found)


def in_phrases(
    paragraph: Paragraph, measure: Measure, size: float, width: float, *, bold: bool = False
) -> Paragraph | None:
    """Return the paragraph with its line ends at ``size`` pt in ``width`` pt; as it is where one line holds it.

    None where a phrase is wider than the line, and for text that is not Japanese.
    """
    if not is_east_asian(paragraph.plain):
        return None
    text, room = measure.shaped(paragraph.runs, bold=bold), width / size
    strict = lines_of_phrases(text, _ends(paragraph), room)
    found = strict or lines_of_phrases(text, _ends(paragraph, loose=True), room)
    return paragraph.broken_at({end for end in found[:-1] if text.text[end - 1] != "\n"}) if found else None


def _ends(paragraph: Paragraph, *, loose: bool = False) -> tuple[PhraseEnd, ...]:
    """Return ``phrase_ends`` among all characters; the number of a source stays with the word that it stands on."""
    behind, found = paragraph.plain_ends(), phrase_ends(paragraph.plain, loose=loose)
    return tuple(PhraseEnd(behind[end.position - 1], end.cost) for end in found)
