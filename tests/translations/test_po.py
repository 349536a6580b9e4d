"""PO files: what is read, where it stands, what is refused, and that nothing changes when it is written again."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babel_read
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.translations.po import Entry, PoFile, po_name, read_po, written_po
from outreach_decks.translations.po_lines import strings_in
from tests.translations.pieces import FILE, HEAD, REMARKS, WRITABLE, faults, faults_in_lines, read

ONE = 'msgctxt "talk.yaml/one/title"\nmsgid "Two people"\nmsgstr "二人"\n'
OTHER = 'msgctxt "talk.yaml/one/notes"\nmsgid "Said."\nmsgstr "話す。"\n'


# ------------------------------------------------------------------------------------------------------ what is read


def test_an_entry_has_its_context_its_text_and_its_translation() -> None:
    """In the order of the file; the head is no entry."""
    po = read(ONE + "\n" + OTHER)
    assert po.language == "ja"
    assert po.entries == (
        Entry("talk.yaml/one/title", "Two people", "二人"),
        Entry("talk.yaml/one/notes", "Said.", "話す。"),
    )
    assert po.obsolete == ()
    assert po.head == HEAD


def test_what_stands_above_an_entry_is_told_apart() -> None:
    """A translator's remarks, the program's comments, flags, and the text that a fuzzy translation was made for."""
    above = "# ask Aiko\n# | or Ben |\n#\n#. on the slide\n#: talk.yaml:7\n#, fuzzy, python-brace-format\n"
    previous = '#| msgctxt "talk.yaml/one/title"\n#| msgid ""\n#| "Three\\n"\n#| "\\"people\\""\n'
    (entry,) = read(above + previous + ONE).entries
    assert entry.remarks == ("ask Aiko", "| or Ben |", "")
    assert entry.comments == ("on the slide",)
    assert entry.fuzzy
    assert entry.previous == 'Three\n"people"'
    assert entry.made_for == 'Three\n"people"'


def test_the_text_of_before_counts_only_while_an_entry_is_fuzzy() -> None:
    """A program may leave it behind when a translator has mended the translation."""
    (entry,) = read('#| msgid "Three people"\n' + ONE).entries
    assert (entry.previous, entry.made_for) == ("", "Two people")


def test_entries_out_of_use_stand_apart() -> None:
    """With their flags; what a program remembers of their texts of before is left out."""
    above = '#, fuzzy\n#~| msgid "Four"\n#~ msgctxt "talk.yaml/gone/title"\n'
    gone = above + '#~ msgid "Gone"\n#~ msgstr ""\n#~ "去った\\n"\n#~ "人"\n'
    po = read(ONE + "\n" + gone)
    assert [entry.context for entry in po.entries] == ["talk.yaml/one/title"]
    assert po.obsolete == (Entry("talk.yaml/gone/title", "Gone", "去った\n人", fuzzy=True),)


def test_two_entries_out_of_use_may_be_of_one_text() -> None:
    """Two translations of one text that were given up are both kept."""
    gone = '#~ msgctxt "a"\n#~ msgid "A"\n#~ msgstr "{}"\n'
    assert [entry.translation for entry in read(gone.format("一") + gone.format("二")).obsolete] == ["一", "二"]


def test_a_text_may_be_cut_into_lines() -> None:
    """As other programs fold them; escapes stand for what they are."""
    text = 'msgctxt "a"\nmsgid ""\n"one \\"two\\" "\n"three\\tfour\\\\n\\n"\n"five"\nmsgstr "x"\n'
    assert read(text).entries[0].original == 'one "two" three\tfour\\n\nfive'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends_will_do(end: str) -> None:
    """Files come from Windows and from old programs, with a mark at their start or without."""
    raw = f"{HEAD}\n{ONE}\n{OTHER}".replace("\n", end).encode("utf-8-sig")
    assert read(raw).entries == read(ONE + "\n" + OTHER).entries


def test_a_head_of_a_template_is_no_trouble() -> None:
    """Placeholders of a template for numbers and days are nobody's business here."""
    head = (
        '# SOME DESCRIPTIVE TITLE.\n#, fuzzy\nmsgid ""\nmsgstr ""\n"POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n'
        '"Language: xx_NOWHERE\\n"\n"Content-Type: text/plain; charset=CHARSET\\n"\n'
        '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
    )
    po = read(ONE, head)
    assert po.head == head
    assert written_po(po) == f"{head}\n{ONE}".encode()
    assert read(head.rstrip("\n").encode()).head == head


# ------------------------------------------------------------------------------------------------------- where it is


def test_a_translation_has_a_place() -> None:
    """That of its text; where it has several lines, of the first that has words; the key is that of the original."""
    text = ONE + '\nmsgctxt "b"\nmsgid ""\n"one\\n"\n"two"\nmsgstr ""\n"一\\n"\n"二"\n'
    document = read(text).document
    assert [(span.line, span.column, span.length) for span in document.values.values()] == [(8, 8, 4), (15, 1, 5)]
    assert [(span.line, span.column) for span in document.keys.values()] == [(7, 7), (12, 1)]
    assert {span.file for span in document.values.values()} == {FILE}


def test_a_word_of_a_translation_has_a_place() -> None:
    """On whichever line of it the word stands, obsolete entries above or not."""
    gone = '#~ msgctxt "gone"\n#~ msgid "Gone"\n#~ msgstr "二"\n\n'
    document = read(gone + 'msgctxt "b"\nmsgid "B"\nmsgstr ""\n"一\\n"\n"二 {fact.a} です"\n').document
    place = document.span_of("{fact.a}", ("b",))
    assert (place.line, place.column, place.length) == (14, 4, 8)
    assert document.excerpt(place) == '"二 {fact.a} です"'
    assert document.span_of("not there", ("b",)) == document.values["b",]


# --------------------------------------------------------------------------------------------------- what is refused

CUT = "the file may have been cut off when it was saved: fetch it again"


@pytest.mark.parametrize(
    ("text", "found", "hint"),
    [
        (
            'msgctxt "a"\nmsgid "A"\nmsgstr "一\n',
            "8:8 bad-po: this text in quotes does not end as it should",
            "put a quote at its end",
        ),
        (
            'msgctxt "a"\nmsgid "A "B" C"\nmsgstr "x"\n',
            "7:10 bad-po: this text in quotes does not end as it should",
            'write \\"',
        ),
        ('msgctxt "a"\nmsgid "A"\nmsgstr 一\n', "8:8 bad-po: this is no line of a PO file", "texts stand in quotes"),
        ('msgctxt "a"\nmsgid "A"\nmsgstr\n', "8:7 bad-po: this is no line of a PO file", "texts stand in quotes"),
        ("hello\n", "6:1 bad-po: this is no line of a PO file", "texts stand in quotes"),
        ('msgctxt "a"\nmsgid "A"\n', '6:9 bad-po: this entry has no "msgstr"', CUT),
        ('msgctxt "a"\n', '6:9 bad-po: this entry has no "msgid"', CUT),
        (
            'msgctxt "a"\nmsgid "A"\nmsgid "B"\nmsgstr "x"\n',
            '8:1 bad-po: there is a second "msgid" here',
            "delete one of them",
        ),
        ('msgctxt "a"\nmsgstr "x"\n', '6:9 bad-po: this entry has no "msgid"', "put the line back"),
        ('msgctxt "a"\nmsgid "A"\n\n#. said\nmsgctxt "b"\n', '6:9 bad-po: this entry has no "msgstr"', "put the line"),
        ('msgid "A"\nmsgstr "x"\nmsgstr "y"\n', '8:1 bad-po: there is a second "msgstr" here', "delete one"),
        ('msgid "A"\nmsgstr “x”\n', "7:8 bad-po: “ is not the quote of a PO file", "write the plain one"),
        ('msgid "A"\nmsgstr "一\\お"\n', '7:10 bad-po: "\\お" means nothing in a PO file', "for a backslash"),
        (
            'msgid "A"\nmsgstr "一¥n二"\n',
            "7:10 bad-po: a yen sign stands here, which ends no line",
            "write a backslash",
        ),
        ('# Said.\n"x"\n', "7:1 bad-po: this text belongs to no msgid or msgstr", CUT),
        (
            'msgctxt "a"\nmsgid ""\nmsgstr "x"\n',
            "7:7 bad-po: this entry has an empty msgid, as only the head of a file has",
            "delete it",
        ),
        (
            ONE + "\n" + HEAD,
            "10:7 bad-po: this entry has an empty msgid, as only the head of a file has",
            "two files were put into one",
        ),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n',
            "7:1 bad-po: this file has a plural form, which no text of a talk needs",
            "",
        ),
        (
            'msgctxt "a"\nmsgid "A"\n# why?\nmsgstr "x"\n',
            "8:1 bad-po: this note stands inside an entry",
            "put it above msgctxt",
        ),
        (
            'msgctxt "a"\nmsgid "A"\nmsgstr ""\n"一\\n"\n',
            "9:1 bad-po: this translation stops at the end of a line",
            CUT,
        ),
        (ONE + ONE, '9:9 bad-po: "talk.yaml/one/title" stands here a second time', "delete one of them"),
        (
            ONE + ONE.replace("people", "men"),
            '9:9 bad-po: "talk.yaml/one/title" stands here a second time',
            "delete one of them",
        ),
    ],
)
def test_what_is_no_po_file_is_said_with_its_place(text: str, found: str, hint: str) -> None:
    """One finding, where the fault is, with what to do."""
    assert faults_in_lines(text)[:1] == [found]
    assert " ".join(faults(text)[0].hints).startswith(hint) or hint in " ".join(faults(text)[0].hints)
    assert faults(text)[0].excerpt


@pytest.mark.parametrize("text", ['msgctxt "a"\nmsgid"A"\nmsgstr "x"\n', 'msgctxt "a"\nmsgid\t"A"\nmsgstr "x"\n'])
def test_a_word_needs_a_space_behind_it(text: str) -> None:
    """Other programs let that pass, and Babel does not."""
    (found,) = faults(ONE + "\n" + text)
    assert (found.code, found.span.line, found.message) == ("bad-po", 11, "this line cannot be read")
    assert found.excerpt.startswith("msgid")


def test_what_stands_elsewhere_in_a_program_is_passed_over() -> None:
    """However it is written."""
    assert read("#: \u2068a b\n#: \u2069:x\n" + ONE).entries == read(ONE).entries


def test_versions_that_were_not_brought_together_are_said() -> None:
    """Each mark that git leaves."""
    text = f"<<<<<<< HEAD\n{ONE}||||||| base\n=======\n{ONE}>>>>>>> theirs\n"
    said = "bad-po: two versions of this file were not brought together"
    assert faults_in_lines(text) == [f"{line}:1 {said}" for line in (6, 10, 11, 15)]


@pytest.mark.parametrize("raw", [b"", b"\n\n", "# 日本語\n".encode()])
def test_an_empty_file_is_one_that_was_cut_off(raw: bytes) -> None:
    """It is not taken for a language that nobody has begun."""
    assert faults_in_lines(raw) == ["1:1 bad-po: there is nothing in this file"]


@pytest.mark.parametrize(
    ("encoding", "hint"),
    [("shift_jis", 'it looks like Shift_JIS; save it again as "UTF-8"'), ("utf-16", 'save it again as "UTF-8"')],
)
def test_another_encoding_is_said(encoding: str, hint: str) -> None:
    """With the encoding that it looks like."""
    (found,) = faults(f"{HEAD}\n{ONE}".encode(encoding))
    assert (found.code, found.hints) == ("not-utf8", (hint,))


def test_of_another_kind_of_file_not_every_line_is_said() -> None:
    """A letter that was saved as ja.po has a hundred wrong lines and one fault."""
    assert len(faults("Dear Aiko,\n" * 500)) == 20


def test_a_file_cut_off_anywhere_shows_no_half_text() -> None:
    """Cut at every byte: it is refused with a place, or only whole entries are missing."""
    gone = '#, fuzzy\n#~ msgctxt "gone"\n#~ msgid "Gone"\n#~ msgstr ""\n#~ "去った\\n"\n#~ "人"\n'
    several = 'msgctxt "b"\nmsgid ""\n"one\\n"\n"\\n"\n"two"\nmsgstr ""\n"一つ\\n"\n"\\n"\n"二つ"\n'
    fuzzy = '# ask \\"Aiko\\"\n#. said\n#, fuzzy\n#| msgid "Sed."\n' + OTHER
    raw = f"{HEAD}\n{ONE}\n{several}\n{fuzzy}\n{gone}".encode()
    whole = read(raw)
    told = {(entry.context, entry.translation) for entry in (*whole.entries, *whole.obsolete)}
    for end in range(len(raw)):
        found = faults(raw[:end])
        assert {one.code for one in found} <= {"bad-po", "not-utf8"}
        assert all(one.span.file == FILE and one.span.line >= 1 for one in found)
        cut = PoFile("ja") if found else read(raw[:end])
        left = {(entry.context, entry.translation) for entry in (*cut.entries, *cut.obsolete) if entry.translation}
        assert left <= told


WHOLE = f'{HEAD}\n# remark\n#, fuzzy\n#| msgid "Sed."\n{ONE}\n#~ msgctxt "c"\n#~ msgid "C"\n#~ msgstr "c"\n\n{OTHER}'


@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 40),
    st.sampled_from(["", "\n", '"', "#", "#~ ", "#| ", "msgid ", "msgstr ", "msgctxt", '\n""\n', "\\", ONE, HEAD]),
)
def test_no_damage_is_a_crash(start: int, length: int, instead: str) -> None:
    """Whatever is left out or put in, wherever it is, the file is read or refused with a place."""
    damaged = WHOLE[:start] + instead + WHOLE[start + length :]
    for found in faults(damaged.encode()):
        assert found.code == "bad-po"
        assert 1 <= found.span.line <= damaged.count("\n") + 1
        assert found.span.column >= 1


@given(st.binary(max_size=60) | WRITABLE.map(str.encode))
def test_no_file_is_a_crash(raw: bytes) -> None:
    """Whatever the bytes are, they are read or refused."""
    for found in faults(raw):
        assert found.span.line >= 1
        assert found.message


# --------------------------------------------------------------------------------------------------- what is written


ENTRIES = st.builds(
    Entry,
    context=WRITABLE,
    original=WRITABLE,
    translation=st.just("") | WRITABLE.map(lambda text: text.rstrip("\n")),
    fuzzy=st.booleans(),
    previous=st.just("") | WRITABLE,
    remarks=st.lists(REMARKS.filter(bool), max_size=2, unique=True).map(tuple),
    comments=st.lists(REMARKS.filter(bool), max_size=1).map(tuple),
)
FILES = st.builds(
    PoFile,
    language=st.just("ja"),
    entries=st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.context).map(tuple),
    obsolete=st.lists(ENTRIES, max_size=2).map(tuple),
)


@given(FILES)
def test_a_file_that_is_read_and_written_again_is_the_same_bytes(po: PoFile) -> None:
    """All that an entry has comes back, in its order."""
    raw = written_po(po)
    back = read_po(po.file, raw)
    assert written_po(back) == raw
    assert [(one.context, one.original, one.translation, one.fuzzy, one.remarks) for one in back.entries] == [
        (one.context, one.original, one.translation, one.fuzzy, one.remarks) for one in po.entries
    ]
    assert [one.made_for for one in back.entries] == [one.made_for for one in po.entries]
    assert [(one.context, one.original, one.translation, one.fuzzy) for one in back.obsolete] == [
        (one.context, one.original, one.translation, one.fuzzy) for one in po.obsolete
    ]


@given(FILES)
def test_other_programs_read_the_same(po: PoFile) -> None:
    """Babel's own reader finds the same texts, in use and out of use."""
    catalog = babel_read(io.StringIO(written_po(po).decode("utf-8"), newline="\n"), abort_invalid=True)
    known = {(entry.context, entry.original): (entry.translation, entry.fuzzy) for entry in po.entries}
    assert {(one.context, one.id): (one.string, one.fuzzy) for one in catalog if one.id} == known
    assert {(one.context, one.id) for one in catalog.obsolete.values()} == {
        (one.context, one.original) for one in po.obsolete
    }


@given(WRITABLE)
def test_any_text_survives_its_quotes(text: str) -> None:
    """What is written in quotes reads as it was, over however many lines."""
    (entry,) = read_po(FILE, written_po(PoFile("ja", (Entry("c", text, text.rstrip("\n") or "x"),)))).entries
    assert entry.original == text


def test_strings_say_what_their_escapes_stand_for() -> None:
    """A backslash in front of an n is not a line end when it is itself escaped."""
    assert strings_in(['"a\\\\n"', '"\\n"', '"\\"\\t"']) == 'a\\n\n"\t'


def test_long_texts_are_not_folded() -> None:
    """A fold at a hyphen would cut a placeholder in two; the text of before is not folded either."""
    long = "{fact.protected-2024} " * 20
    raw = written_po(PoFile("ja", (Entry("c", long, "訳" * 200, fuzzy=True, previous=long + "\n\n" + long),)))
    assert max(map(len, raw.decode().splitlines())) > 400
    assert read_po(FILE, raw).entries[0].previous == long + "\n\n" + long


def test_figures_in_per_cent_are_no_format() -> None:
    """What printf would fill in at "% o" is a space, and a translator's program would want it in the translation."""
    raw = written_po(PoFile("ja", (Entry("a", "100% of {fact.a}", "x"), Entry("b", "70% of firms", "x"))))
    assert [line for line in raw.decode().splitlines() if line.startswith("#,")] == ["#, python-brace-format"]


def test_a_new_file_says_what_it_is() -> None:
    """Its language by name and code, its encoding, and how it forms plurals."""
    raw = written_po(PoFile("vi"))
    assert raw.decode().splitlines()[0] == "# Vietnamese of the talks. How it is kept: docs/translators.md"
    assert b'"Language: vi\\n"\n' in raw
    assert b'"Plural-Forms: nplurals=1; plural=0;\\n"\n' in raw
    assert read_po(po_name("vi"), raw).head.encode() == raw
    assert b"\r" not in raw


MSGFMT = shutil.which("msgfmt")


@pytest.mark.skipif(MSGFMT is None, reason="gettext was not found: its opinion cannot be asked for")
def test_gettext_accepts_what_is_written(tmp_path: Path) -> None:
    """Poedit and Weblate ask its msgfmt; it compiles a file with every kind of entry."""
    odd = 'one "two"\n\n{fact.a} \\ 100% of'
    entries = (
        Entry("a", odd, odd),
        Entry("b", "B", "", remarks=("ask",), comments=("said " * 40,)),
        Entry("c", "C", "し", fuzzy=True, previous=odd),
    )
    gone = (Entry("d", odd, "で", fuzzy=True), Entry("e", "E", "え", remarks=("gone",)))
    path = tmp_path / "ja.po"
    path.write_bytes(written_po(PoFile("ja", entries, gone)))
    done = subprocess.run(
        [MSGFMT or "", "--check-format", "--check-domain", "-v", "-o", tmp_path / "ja.mo", path],
        env={"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1 translated message, 1 fuzzy translation, 1 untranslated message" in done.stderr
