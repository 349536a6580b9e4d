"""Two languages on the command line: built, kept up to date, and never saying different things."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from outreach_decks.arguments import ExitCode
from outreach_decks.cli import program
from outreach_decks.translations.po import po_name
from tests.projects import FACTS, TALK, write_project
from tests.translations.talks import (
    JAPANESE,
    NAMES,
    NAMES_FILE,
    OUTLINE,
    SHARED_WORLD,
    TEXTS,
    entries_of,
    japanese_file,
)

JA = po_name("ja")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DECKS = ["talk-en-2min.pptx", "talk-ja-2min.pptx"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on disk with one talk in two languages, with which nothing is wrong."""
    files = {**FACTS, TALK: OUTLINE, NAMES_FILE: NAMES, JA: japanese_file().decode()}
    write_project(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, list(words), prog_name="make_decks.py", catch_exceptions=False)


def change(file: Path, old: str, new: str) -> None:
    """Change a file as a person does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def decks(place: Path) -> list[str]:
    """The decks that were written."""
    return sorted(path.name for path in (place / "decks").glob("*.pptx"))


def parts(deck: Path, folder: str) -> list[etree._Element]:
    """The slides or the notes of a deck, by their numbers."""
    with zipfile.ZipFile(deck) as pptx:
        names = [name for name in pptx.namelist() if name.startswith(f"ppt/{folder}/") and name.endswith(".xml")]
        ordered = sorted(names, key=lambda name: int("".join(filter(str.isdigit, name.rpartition("/")[2]))))
        return [etree.fromstring(pptx.read(name)) for name in ordered]


def runs(deck: Path, folder: str) -> list[tuple[str, str]]:
    """The words of a deck's slides or notes, each run with its language."""
    found = [run for part in parts(deck, folder) for run in part.iter(f"{A}r")]
    return [(run.findtext(f"{A}t") or "", run.find(f"{A}rPr").get("lang", "")) for run in found]  # type: ignore[union-attr]


# ------------------------------------------------------------------------------------------------------------ building


def test_a_talk_is_built_in_all_its_languages(place: Path) -> None:
    """Without a warning, also with --strict; each deck has its line."""
    result = run("--strict")
    assert (result.exit_code, result.stderr) == (ExitCode.BUILT, "")
    assert decks(place) == DECKS
    assert [line.split()[0] for line in result.stdout.splitlines()] == [f"decks/{name}" for name in DECKS]


@pytest.mark.parametrize(("asked", "built"), [("ja", DECKS[1:]), ("en", DECKS[:1]), ("ja, en", DECKS)])
def test_a_language_can_be_asked_for(place: Path, asked: str, built: list[str]) -> None:
    """One, or several with commas between them."""
    assert run("--lang", asked).exit_code == ExitCode.BUILT
    assert decks(place) == built


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "xx"),
        ("--notes-lang", "xx"),
        ("check", "--lang", "xx"),
        ("translate", "update", "--lang", "xx"),
        ("translate", "status", "--lang", "xx"),
    ],
)
def test_a_language_that_does_not_exist_is_wrong_usage(words: tuple[str, ...]) -> None:
    """With a hint, and nothing is written."""
    result = run(*words)
    assert result.exit_code == ExitCode.USAGE
    assert 'there is no language "xx"; a code such as en, ja, vi was expected' in result.stderr


def test_no_file_is_written_outside_its_folder(place: Path) -> None:
    """What looks like a path is no language."""
    assert run("translate", "update", "--lang", "../ja").exit_code == ExitCode.USAGE
    assert not (place / "slides_src/ja.po").exists()


@pytest.mark.usefixtures("place")
def test_a_language_that_nobody_has_begun_is_wrong_usage() -> None:
    """With the command that begins it."""
    result = run("--lang", "vi")
    assert result.exit_code == ExitCode.USAGE
    assert "begin one with: make_decks.py translate update --lang vi" in result.stderr


def test_slides_in_japanese_and_notes_in_english(place: Path) -> None:
    """The file says so, each run has its language, and speech is timed in words."""
    result = run("--lang", "ja", "--notes-lang", "en")
    assert (result.exit_code, result.stderr) == (ExitCode.BUILT, "")
    assert decks(place) == ["talk-ja-notes-en-2min.pptx"]
    deck = place / "decks/talk-ja-notes-en-2min.pptx"
    slides, notes = runs(deck, "slides"), runs(deck, "notesSlides")
    assert "色は" in "".join(words for words, _ in slides)
    assert {code for words, code in slides if "色は" in words} == {"ja-JP"}
    spoken = [(words, code) for words, code in notes if words.startswith("We look at this")]
    assert [code for _, code in spoken] == ["en-US"] * 2
    assert not any("ゆっくり" in words for words, _ in notes)
    english = run("--lang", "en").stdout.split(" of 2 minutes")[0].split()[-1]
    assert f"{english} of 2 minutes" in result.stdout


def test_both_decks_have_the_same_slides(place: Path) -> None:
    """As many, of the same kinds, with the same figures and links."""
    run()
    english, japanese = (parts(place / "decks" / name, "slides") for name in DECKS)
    assert len(english) == len(japanese) == 3
    for one, other in zip(english, japanese, strict=True):
        for tag in ("sp", "pic", "graphicFrame"):
            assert len(list(one.iter(f"{{*}}{tag}"))) == len(list(other.iter(f"{{*}}{tag}")))
    texts = ["".join(words for words, _ in runs(place / "decks" / name, "slides")) for name in DECKS]
    assert all("0120-007-110" in text and "66" in text for text in texts)


# ----------------------------------------------------------------------------------------------------- one line changes


def test_without_an_update_a_rewritten_line_is_named_in_the_summary(place: Path) -> None:
    """With its places in both files; --strict fails, and writes no Japanese deck."""
    change(place / TALK, "There are 66 colours", "You can see 66 colours")
    result = run()
    assert result.exit_code == ExitCode.BUILT
    line = (place / JA).read_text(encoding="utf-8").splitlines().index('msgstr "色は66ある"') + 1
    said = "talk.yaml/colours/title was rewritten; this translation is of the old words; it is shown all the same"
    assert f"{JA}:{line}:8: warning[stale-translation]: {said}" in result.stderr
    assert f"the words to translate: {TALK}:9" in result.stderr
    assert result.stderr.count("warning[") == 1
    assert "色は" in "".join(words for words, _ in runs(place / "decks" / DECKS[1], "slides"))
    shutil.rmtree(place / "decks")
    assert run("--strict").exit_code == ExitCode.ERRORS
    assert decks(place) == DECKS[:1]
    assert run("check", "--strict").exit_code == ExitCode.ERRORS


def test_an_update_makes_exactly_that_entry_fuzzy(place: Path) -> None:
    """The rest of the file keeps its bytes, and the summary goes on naming it."""
    run("translate", "update")
    before = (place / JA).read_bytes().decode()
    change(place / TALK, "There are 66 colours", "You can see 66 colours")
    result = run("translate", "update")
    assert result.exit_code == ExitCode.BUILT
    assert result.stdout == f"{JA}  {TEXTS - 1} translated, 1 fuzzy, 11 missing\n"
    after = (place / JA).read_bytes().decode()
    expected = before.replace(
        'msgctxt "talk.yaml/colours/title"\nmsgid "There are 66 colours"\n',
        '#, fuzzy\n#| msgid "There are 66 colours"\n'
        'msgctxt "talk.yaml/colours/title"\nmsgid "You can see 66 colours"\n',
    )
    assert after == expected
    assert "stale-translation" in run().stderr
    assert run("--strict").exit_code == ExitCode.ERRORS


def test_a_second_update_changes_nothing(place: Path) -> None:
    """Not even the day on which the file was changed."""
    run("translate", "update")
    before, then = (place / JA).read_bytes(), (place / JA).stat().st_mtime_ns
    assert run("translate", "update").stdout.endswith("11 missing  (as it was)\n")
    assert ((place / JA).read_bytes(), (place / JA).stat().st_mtime_ns) == (before, then)


@pytest.mark.parametrize(
    ("new", "shown", "hidden"),
    [("You can see 66 colours", "色は66ある", "You can see"), ("There are 67 colours", "There are 67 colours", "色は")],
)
def test_a_rewritten_line_is_shown_translated_only_while_its_figures_agree(
    place: Path, new: str, shown: str, hidden: str
) -> None:
    """Else as it is written now, so that no slide says what is not true any more."""
    change(place / TALK, "There are 66 colours", new)
    change(place / TALK, 'own_numbers: ["66"]', 'own_numbers: ["66", "67"]')
    result = run("--lang", "ja")
    words = "".join(text for text, _ in runs(place / "decks" / DECKS[1], "slides"))
    assert shown in words.replace("\u2009", "")
    assert hidden not in words
    assert "stale-translation" in result.stderr


def test_wrapping_a_paragraph_anew_changes_nothing(place: Path) -> None:
    """Nothing is fuzzy, and the Japanese deck has the same bytes."""
    run("translate", "update")
    run("--lang", "ja")
    deck, po = (place / "decks" / DECKS[1]).read_bytes(), (place / JA).read_bytes()
    change(place / TALK, "slowly and in plain words,", "slowly\n      and in plain words,")
    assert run("translate", "update").stdout.endswith("(as it was)\n")
    assert run("--lang", "ja", "--strict").exit_code == ExitCode.BUILT
    assert ((place / "decks" / DECKS[1]).read_bytes(), (place / JA).read_bytes()) == (deck, po)


# ------------------------------------------------------------------------------------------------------------ mistakes


def test_a_misspelt_placeholder_is_an_error_with_a_hint(place: Path) -> None:
    """At its place; the English deck is written."""
    change(place / JA, 'msgstr "{fact.protected}種類の青"', 'msgstr "{fact.protcted}種類の青"')
    result = run()
    assert result.exit_code == ExitCode.ERRORS
    assert decks(place) == DECKS[:1]
    line = (place / JA).read_text(encoding="utf-8").splitlines().index('msgstr "{fact.protcted}種類の青"') + 1
    assert (
        f'{JA}:{line}:9: error[placeholder-differs]: the placeholder "{{fact.protcted}}" is not in the original'
        in result.stderr
    )
    assert 'did you mean "{fact.protected}"?' in result.stderr
    assert "nothing of talk (ja) was written" in result.stderr


@pytest.mark.parametrize(
    "raw", [b"", b'msgid "a"\nmsgstr "b', "色".encode("shift_jis") * 20, 'msgid "色"'.encode("utf-16")]
)
def test_a_broken_file_does_not_keep_the_other_language_from_being_built(place: Path, raw: bytes) -> None:
    """Exit 1, its fault with its place, and an English deck."""
    (place / JA).write_bytes(raw)
    result = run()
    assert result.exit_code == ExitCode.ERRORS
    assert decks(place) == DECKS[:1]
    assert f"{JA}:" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_update_with_a_broken_outline_loses_nothing(place: Path) -> None:
    """It says what is wrong and leaves every file as it is."""
    before = (place / JA).read_bytes()
    change(place / TALK, "kind: bullets", "kind: bulets")
    result = run("translate", "update")
    assert result.exit_code == ExitCode.ERRORS
    assert "error[unknown-kind]" in result.stderr
    assert "nothing was written" in result.stderr
    assert (place / JA).read_bytes() == before


def test_an_update_with_a_broken_file_loses_nothing(place: Path) -> None:
    """Nor is the file of another language written."""
    run("translate", "update", "--lang", "vi")
    (place / JA).write_bytes(japanese_file()[:-2])
    broken, other = (place / JA).read_bytes(), (place / po_name("vi")).read_bytes()
    change(place / TALK, "red", "dark red")
    result = run("translate", "update")
    assert result.exit_code == ExitCode.ERRORS
    assert "error[bad-po]" in result.stderr
    assert ((place / JA).read_bytes(), (place / po_name("vi")).read_bytes()) == (broken, other)


def test_a_folder_that_cannot_be_written_to_is_exit_3(place: Path) -> None:
    """A file stands where the folder should be."""
    shutil.rmtree(place / "slides_src/translations")
    (place / "slides_src/translations").write_text("in the way", encoding="utf-8")
    assert run("translate", "update", "--lang", "vi").exit_code == ExitCode.NOT_WRITTEN


# -------------------------------------------------------------------------------------------------------- how far it is


@pytest.mark.usefixtures("place")
def test_a_status_is_a_table() -> None:
    """A row for each talk and language, 100 % with nothing fuzzy; --strict agrees."""
    result = run("translate", "status", "--strict")
    assert result.exit_code == ExitCode.BUILT
    header, row = result.stdout.splitlines()
    assert header.split() == ["talk", "language", "translated", "fuzzy", "missing"]
    assert row.split() == ["talk", "ja", str(TEXTS), "0", "0", "100", "%"]


def test_a_status_names_what_is_open(place: Path) -> None:
    """With -v, line by line; --strict fails; --json is for other programs."""
    change(place / TALK, "There are 66 colours", "You can see 66 colours")
    change(place / JA, 'msgstr "赤"', 'msgstr ""')
    result = run("translate", "status")
    assert result.exit_code == ExitCode.BUILT
    assert result.stdout.splitlines()[1].split() == ["talk", "ja", str(TEXTS - 2), "1", "1", "97", "%"]
    assert "translate status -v" in result.stdout
    assert run("translate", "status", "--strict").exit_code == ExitCode.ERRORS
    assert f"  fuzzy    talk.yaml/colours/title  ({TALK}:9, {JA}:" in run("translate", "status", "-v").stdout
    assert json.loads(run("translate", "status", "--json").stdout) == [
        {
            "talk": "talk",
            "language": "ja",
            "translated": TEXTS - 2,
            "fuzzy": 1,
            "missing": 1,
            "open": [
                {"state": "fuzzy", "context": "talk.yaml/colours/title"},
                {"state": "missing", "context": "talk.yaml/colours/points/1"},
            ],
        }
    ]


def test_a_damaged_file_does_not_hide_how_far_the_others_are(place: Path) -> None:
    """The table has the sound languages; what is wrong with the other is said, and the shell is told."""
    (place / po_name("vi")).write_bytes(b'msgid "A"\nmsgstr "x\n')
    told = run("translate", "status")
    assert told.exit_code == 1
    assert "talk  ja" in told.stdout
    assert "vi.po:2:8: error[bad-po]" in told.stderr
    *_, faults = json.loads(run("translate", "status", "--json").stdout)
    assert [found["code"] for found in faults["diagnostics"]] == ["bad-po"]


def test_a_status_of_a_broken_talk_is_not_the_whole_of_it(place: Path) -> None:
    """Its texts cannot all be told, so the shell is told."""
    change(place / TALK, "kind: bullets", "kind: bulets")
    result = run("translate", "status")
    assert result.exit_code == ExitCode.ERRORS
    assert f"{TALK} has errors, so texts of it are missing here; see: check talk" in result.stderr


@pytest.mark.usefixtures("place")
def test_a_language_that_is_begun_is_not_built_until_something_is_translated() -> None:
    """Its file waits with every text; asked for by name, it is built and says what it lacks."""
    begun = run("translate", "update", "--lang", "vi")
    assert begun.stdout.startswith(f"{po_name('vi')}  0 translated, 0 fuzzy, ")
    assert [line.split()[0] for line in run().stdout.splitlines()] == [f"decks/{name}" for name in DECKS]
    asked = run("--lang", "vi")
    assert asked.exit_code == ExitCode.BUILT
    assert "decks/talk-vi-2min.pptx" in asked.stdout
    assert "warning[untranslated]" in asked.stderr


def test_translations_of_a_talk_elsewhere_are_kept(place: Path) -> None:
    """A talk outside slides_src/ is brought into the files when it is named."""
    (place / "mine").mkdir()
    (place / "mine/own.yaml").write_text(OUTLINE, encoding="utf-8")
    run("translate", "update", "mine/own.yaml")
    contexts = entries_of((place / JA).read_bytes()).keys()
    assert {context for context in contexts if context.startswith("mine/own.yaml/")} == {
        context.replace("talk.yaml", "mine/own.yaml") for context in JAPANESE
    }


def test_a_talk_in_japanese_is_translated_to_english(place: Path) -> None:
    """From en.po, which an update begins; shared slides in English stay as they are."""
    (place / TALK).unlink()
    (place / JA).unlink()
    (place / "slides_src/shared").mkdir()
    (place / "slides_src/shared/world.yaml").write_text(SHARED_WORLD, encoding="utf-8")
    head = "title: 話\naudience: church\nlanguage: ja\nminutes: 2\ntemplate: church\n"
    slides = "slides:\n- {kind: statement, id: a, title: 刑法, notes: 話します。}\n- include: shared/world.yaml\n"
    (place / "slides_src/hanashi.yaml").write_text(head + slides, encoding="utf-8")
    assert run("translate", "update", "--lang", "en").stdout == f"{po_name('en')}  0 translated, 0 fuzzy, 3 missing\n"
    for original, translation in (("話", "A talk"), ("刑法", "The Penal Code"), ("話します。", "I speak.")):
        change(place / po_name("en"), f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{translation}"')
    assert run("hanashi").exit_code == ExitCode.BUILT
    assert decks(place) == ["hanashi-en-2min.pptx", "hanashi-ja-2min.pptx"]
    words = "".join(text for text, _ in runs(place / "decks/hanashi-en-2min.pptx", "slides"))
    assert "The Penal Code" in words
    assert "All over the world" in words
    assert "刑法" not in words
