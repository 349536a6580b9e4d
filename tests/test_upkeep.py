"""Files of translations kept up to date, and how far they are."""

from __future__ import annotations

import pytest

from outreach_decks.diagnostics import DeckError
from outreach_decks.project import Project
from outreach_decks.translations.po import Entry, PoFile, po_name, read_po, written_po
from outreach_decks.upkeep import Counts, Update, as_data, open_lines, status, status_rows, updated
from outreach_decks.wording import WORDING
from tests.projects import TALK
from tests.translations.talks import OUTLINE, TEXTS, entries_of, in_japanese, japanese_file, project

JA = po_name("ja")


def update(made: Project, language: str = "ja") -> Update:
    """The file of a language, brought up to date with the talk."""
    return updated(language, [made.outline(TALK)], made)


def test_a_file_that_is_up_to_date_stays_as_it_is() -> None:
    """Byte for byte."""
    raw = update(in_japanese()).data
    assert update(project(files={JA: raw})) == Update(JA, raw, Counts(TEXTS, 0, 11), 0, changed=False)


def test_a_new_language_has_an_entry_for_every_text() -> None:
    """Of outlines, of the fact base, of the program; none is translated."""
    made = update(project(), "vi")
    po = read_po(made.file, made.data)
    assert made.file == po_name("vi")
    assert made.changed
    assert made.counts.translated == made.counts.fuzzy == 0
    assert len(po.entries) == made.counts.missing
    contexts = {entry.context.split("/")[0] for entry in po.entries}
    assert contexts == {"talk.yaml", "chart", "help", "counting-rule", "source", "ui"}
    assert sum(entry.context.startswith("ui/") for entry in po.entries) == len(WORDING)


def test_one_changed_line_makes_one_entry_fuzzy() -> None:
    """In the bytes of the file, only that entry differs."""
    before = update(in_japanese()).data
    outline = OUTLINE.replace("There are 66 colours", "You can see 66 colours")
    after = update(project(outline, {JA: before}))
    assert (after.counts.fuzzy, after.kept, after.changed) == (1, 0, True)
    old, new = before.decode().split("\n\n"), after.data.decode().split("\n\n")
    assert [(one, other) for one, other in zip(old, new, strict=True) if one != other] == [
        (
            '#. on the slide\nmsgctxt "talk.yaml/colours/title"\nmsgid "There are 66 colours"\nmsgstr "色は66ある"',
            (
                '#. on the slide\n#, fuzzy\n#| msgid "There are 66 colours"\nmsgctxt "talk.yaml/colours/title"\n'
                'msgid "You can see 66 colours"\nmsgstr "色は66ある"'
            ),
        )
    ]


def test_what_is_deleted_is_kept_and_comes_back() -> None:
    """At the end of the file while it is away; where it was when it is there again."""
    before = update(in_japanese()).data
    without = OUTLINE.replace("      - red\n", "")
    away = update(project(without, {JA: before}))
    assert away.kept == 1
    assert (
        away.data.decode().split("\n\n")[-1]
        == '#~ msgctxt "talk.yaml/colours/points/1"\n#~ msgid "red"\n#~ msgstr "赤"\n'
    )
    assert update(project(OUTLINE, {JA: away.data})).data == before


def test_an_update_refuses_a_broken_outline() -> None:
    """Its texts cannot be told, and their translations would be thought to be out of use."""
    made = in_japanese(OUTLINE.replace("kind: bullets", "kind: bulets"))
    with pytest.raises(DeckError) as caught:
        update(made)
    assert [(found.code, found.span.file) for found in caught.value.diagnostics] == [("unknown-kind", TALK)]


def test_an_update_refuses_a_broken_file() -> None:
    """What a translator has written is not thrown away."""
    with pytest.raises(DeckError) as caught:
        update(project(files={JA: japanese_file()[:-2]}))
    assert [found.code for found in caught.value.diagnostics] == ["bad-po"]


def test_a_file_of_another_program_is_kept_with_its_head_and_remarks() -> None:
    """Lines are folded anew, and nothing else changes."""
    head = '# Aiko Tanaka, 2027\nmsgid ""\nmsgstr ""\n"Language: ja\\n"\n"X-Generator: Poedit 3.4\\n"\n'
    entry = '# wine red?\n#: nowhere:1\nmsgctxt "talk.yaml/colours/points/1"\nmsgid ""\n"re"\n"d"\nmsgstr "赤"\n'
    made = update(project(files={JA: f"{head}\n{entry}".encode()}))
    assert made.data.decode().startswith(head)
    assert entries_of(made.data)["talk.yaml/colours/points/1"] == Entry(
        "talk.yaml/colours/points/1", "red", "赤", remarks=("wine red?",), comments=("on the slide",)
    )


# ------------------------------------------------------------------------------------------------------ how far it is


def test_a_status_counts_what_a_talk_shows() -> None:
    """Its own texts, the program's, and those of the base that it shows; not those of other facts and charts."""
    made = in_japanese()
    found = status(made.outline(TALK), "ja", made)
    assert found.counts == Counts(TEXTS, 0, 0)
    assert (found.talk, found.language, found.open) == ("talk", "ja", ())
    assert found.counts.share == 100


def test_what_is_open_is_named_with_both_places() -> None:
    """Fuzzy and missing, each on a line."""
    outline = OUTLINE.replace("- green", "- dark green")
    made = in_japanese(outline, {"talk.yaml/colours/points/1": ""})
    found = status(made.outline(TALK), "ja", made)
    assert (found.counts.fuzzy, found.counts.missing) == (1, 1)
    po = made.translations.po("ja")
    lines = po.document.text.splitlines()
    red, green = (lines.index(f'msgid "{word}"') + 1 for word in ("red", "green"))
    assert open_lines(found, po) == [
        f"  missing  talk.yaml/colours/points/1  ({TALK}:12, {JA}:{red})",
        f"  fuzzy    talk.yaml/colours/points/3  ({TALK}:16, {JA}:{green})",
    ]
    assert as_data(found)["open"] == [
        {"state": "missing", "context": "talk.yaml/colours/points/1"},
        {"state": "fuzzy", "context": "talk.yaml/colours/points/3"},
    ]


def test_what_has_no_entry_is_said_to_have_none() -> None:
    """Where an update would put one."""
    made = project(files={JA: written_po(PoFile("ja"))})
    found = status(made.outline(TALK), "ja", made)
    assert found.counts.missing == found.counts.total == TEXTS
    assert (
        open_lines(found, made.translations.po("ja"))[0] == f"  missing  talk.yaml/title  ({TALK}:1, not in {JA} yet)"
    )


def test_a_table_has_a_row_for_each_talk_and_language() -> None:
    """Shares are rounded down: 100 % is all."""
    assert Counts(199, 1, 0).share == 99
    assert Counts().share == 100
    made = in_japanese()
    rows = status_rows([status(made.outline(TALK), "ja", made)])
    assert rows[1:] == [("talk", "ja", str(TEXTS), "0", "0", "100 %")]
