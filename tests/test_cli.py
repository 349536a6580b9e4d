"""The command line as people and programs use it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from outreach_decks.arguments import ExitCode, worst
from outreach_decks.build import Result as Summed
from outreach_decks.cli import program
from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.rules.catalogue import RULES
from outreach_decks.summary import workflow_commands
from outreach_decks.version import VERSION
from tests.planted.looks import letters_of_eighteen_points
from tests.planted.planting import FAULTS, good_deck, opened, planted
from tests.planted.structure import title_emptied, title_used_twice
from tests.powerpoint.opened import find
from tests.projects import FACTS, HEAD, ROOT, outline, write_project

SLIDE = "- {kind: statement, id: one, title: A sentence, notes: Said.}\n"
BROKEN = "- {kind: statment, id: one, title: A sentence, notes: Said.}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on disk with two talks, one of them broken."""
    write_project(tmp_path, FACTS)
    (tmp_path / "slides_src/good.yaml").write_text(outline(SLIDE, HEAD), encoding="utf-8")
    (tmp_path / "slides_src/broken.yaml").write_text(outline(BROKEN, HEAD), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, list(words), prog_name="make_decks.py")


def test_a_broken_talk_does_not_keep_the_others_from_being_built(project: Path) -> None:
    """The good deck is there, the broken one is not, and the shell is told."""
    result = run()
    assert result.exit_code == ExitCode.ERRORS
    assert [path.name for path in (project / "decks").glob("*.pptx")] == ["good-en-20min.pptx"]
    assert "slides_src/broken.yaml:8:12: error[unknown-kind]" in result.stderr
    assert 'did you mean "statement"?' in result.stderr
    assert "nothing of broken was written" in result.stderr
    assert "decks/good-en-20min.pptx  1 slides" in result.stdout


def test_one_talk_can_be_named(project: Path) -> None:
    """Only that one is built."""
    result = run("good")
    assert result.exit_code == ExitCode.BUILT
    assert (project / "decks/good-en-20min.pptx").is_file()
    assert result.stdout.splitlines()[-1].startswith("decks/good-en-20min.pptx")


def test_a_talk_may_be_a_path(project: Path) -> None:
    """An outline outside slides_src/ is built too."""
    (project / "elsewhere").mkdir()
    shutil.copy(project / "slides_src/good.yaml", project / "elsewhere/mine.yaml")
    assert run("elsewhere/mine.yaml", "--out", "there").exit_code == ExitCode.BUILT
    assert (project / "there/mine-en-20min.pptx").is_file()


@pytest.mark.usefixtures("project")
def test_a_misspelt_talk_is_wrong_usage_with_a_hint() -> None:
    """The nearest talk is offered and nothing is built."""
    result = run("goood")
    assert result.exit_code == ExitCode.USAGE
    assert 'did you mean "good"?' in result.stderr


def test_check_writes_nothing(project: Path) -> None:
    """All stages but writing."""
    assert run("check", "good").exit_code == ExitCode.BUILT
    assert run("check").exit_code == ExitCode.ERRORS
    assert not (project / "decks").exists()


@pytest.mark.usefixtures("project")
def test_list_shows_the_talks() -> None:
    """A line each; one that is broken says where to look."""
    result = run("--list")
    assert result.stdout.splitlines() == [
        "broken        slides_src/broken.yaml has errors; see: check broken",
        "good           20 min  en  A talk",
    ]
    assert result.exit_code == ExitCode.ERRORS
    listed = json.loads(run("--list", "--json", "good").stdout)
    assert [(each["talk"], each["minutes"]) for each in listed] == [("good", 20)]


def test_json_is_one_object_a_deck(project: Path) -> None:
    """Path, slides, minutes, bytes and diagnostics, and nothing else on either stream."""
    result = run("--json")
    broken, good = json.loads(result.stdout)
    assert (good["slides"], good["slot"], good["diagnostics"][0]["code"]) == (1, 20, "talk-too-short")
    assert good["bytes"] == (project / "decks/good-en-20min.pptx").stat().st_size
    assert Path(good["path"]).name == "good-en-20min.pptx"
    assert (broken["path"], broken["bytes"]) == (None, None)
    assert broken["diagnostics"][0] | {"hints": []} == {
        "code": "unknown-kind",
        "severity": "error",
        "message": 'there is no kind of slide called "statment"',
        "file": "slides_src/broken.yaml",
        "line": 8,
        "column": 12,
        "length": 8,
        "hints": [],
    }
    assert result.stderr == ""


@pytest.mark.usefixtures("project")
def test_quiet_says_nothing_when_nothing_is_wrong() -> None:
    """Only warnings are left, and they go to the error stream."""
    result = run("good", "-q")
    assert result.stdout == ""
    assert "talk-too-short" in result.stderr


@pytest.mark.usefixtures("project")
def test_verbose_names_each_talk() -> None:
    """A plain line a talk where there is no terminal."""
    assert run("good", "-v").stdout.splitlines()[0] == "good ..."


def test_the_details_of_the_day_come_from_the_command_line(project: Path) -> None:
    """They change the deck and its name; two days give two decks."""
    run("good")
    assert run("good", "--set", "speaker=Aiko").exit_code == ExitCode.BUILT
    (project / "machida.yaml").write_text("speaker: Ben\n", encoding="utf-8")
    assert run("good", "--event", "machida.yaml").exit_code == ExitCode.BUILT
    names = sorted(path.name for path in (project / "decks").glob("*.pptx"))
    assert len(names) == 3
    assert "good-en-20min-machida.pptx" in names


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["good", "--set", "speaker"], 'has no "="'),
        (["good", "--set", "speeker=A"], 'did you mean "speaker"?'),
        (["good", "--nonsense"], "No such option"),
    ],
)
def test_wrong_words_are_wrong_usage(words: list[str], said: str) -> None:
    """Exit 2, and what would have been right."""
    result = run(*words)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


@pytest.mark.usefixtures("project")
def test_a_broken_event_builds_nothing() -> None:
    """Its faults are said like those of an outline."""
    result = run("good", "--set", "pace=fast")
    assert result.exit_code == ExitCode.ERRORS
    assert "nothing was written" in result.stderr
    told = json.loads(run("good", "--set", "pace=fast", "--json").stdout)
    assert told[0]["diagnostics"][0]["code"] == "wrong-type"


def test_a_deck_that_cannot_be_written_is_exit_3(project: Path) -> None:
    """A file stands where the folder should be."""
    (project / "decks").write_text("in the way", encoding="utf-8")
    result = run("good")
    assert result.exit_code == ExitCode.NOT_WRITTEN
    assert "cannot be written" in result.stderr


def test_an_edited_deck_makes_way_on_request(project: Path) -> None:
    """And a line says where it is now."""
    assert run("good").exit_code == ExitCode.BUILT
    (deck,) = (project / "decks").glob("*.pptx")
    deck.write_bytes(b"edited")
    result = run("good", "--replace-edited")
    assert result.exit_code == ExitCode.BUILT
    (aside,) = (project / "decks/edited").iterdir()
    assert f"{deck.name} was changed by hand; what it was is now edited/{aside.name}" in result.stdout
    assert aside.read_bytes() == b"edited" != deck.read_bytes()


def test_a_missing_file_of_the_program_is_exit_4(project: Path) -> None:
    """Without its templates the program can draw nothing; a font is missed at the line that names it."""
    font = project / "assets/fonts/Carlito-Bold.ttf"
    kept = font.read_bytes()
    font.unlink()
    result = run("good")
    assert result.exit_code == ExitCode.ERRORS
    assert "assets/fonts/faces.yaml:7:" in result.stderr
    assert "Carlito-Bold.ttf" in result.stderr
    font.write_bytes(kept)
    shutil.rmtree(project / "assets/templates")
    assert "assets/templates" in run("good").stderr


def test_a_deck_changed_by_hand_is_left_alone(project: Path) -> None:
    """The summary names both files."""
    run("good")
    (project / "decks/good-en-20min.pptx").write_bytes(b"changed by hand")
    result = run("good")
    assert "good-en-20min.pptx was changed by hand and stays as it is" in result.stdout
    assert (project / "decks/good-en-20min.pptx").read_bytes() == b"changed by hand"
    assert (project / "decks/good-en-20min (new).pptx").is_file()


def test_the_most_severe_code_wins() -> None:
    """3 before 4 before 1 before 0."""
    assert worst([ExitCode.ERRORS, ExitCode.NOT_WRITTEN, ExitCode.MISSING_TOOL]) == 3
    assert worst([ExitCode.ERRORS, ExitCode.MISSING_TOOL]) == 4
    assert worst([ExitCode.BUILT, ExitCode.ERRORS]) == 1
    assert worst([]) == 0


def test_help_has_examples_and_the_table_of_exit_codes() -> None:
    """--help is enough to start with."""
    told = run("--help").stdout
    assert "python make_decks.py church --event" in told
    for code in ExitCode:
        assert f"\n  {code.value}  " in told


def test_the_version_is_the_packages() -> None:
    """--version says what pyproject.toml says."""
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert run("--version").stdout == f"make-decks {VERSION}\n"


def test_outside_a_project_the_checkout_is_used(tmp_path: Path) -> None:
    """From any folder, make_decks.py finds the outlines beside it."""
    command = [sys.executable, str(ROOT / "make_decks.py"), "--list"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "church" in told


@pytest.mark.usefixtures("project")
def test_facts_are_listed_in_groups() -> None:
    """Id, value with unit, time, counting rule, confidence and uses; what may not be shown stands apart."""
    listed = run("facts", "--today", "2027-03-15").stdout.splitlines()
    assert listed[0] == "Recommended: these may be shown (2)"
    assert listed[1].split() == ["protected", "66", "people", "2024", "government-wide", "verified", "unused"]
    kept = listed[listed.index("Not to be shown: not verified, or to be avoided (2)") :]
    assert [line.split()[0] for line in kept[1:]] == ["withdrawn", "doubtful"]


@pytest.mark.usefixtures("project")
def test_facts_without_the_broken_talk_are_told_with_a_warning() -> None:
    """What it uses is not known, so the list is not whole and the shell is told."""
    result = run("facts")
    assert result.exit_code == ExitCode.ERRORS
    assert "slides_src/broken.yaml has errors" in result.stderr


def test_stale_facts_are_those_of_the_day(project: Path) -> None:
    """The month of review_by is over on the day that is given."""
    (project / "slides_src/broken.yaml").unlink()
    path = project / "slides_src/facts/facts.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 58,", "value: 58, review_by: 2027-02,"))
    assert run("facts", "--stale", "--today", "2027-02-28").stdout == ""
    result = run("facts", "--stale", "--today", "2027-03-01", "--json")
    assert result.exit_code == ExitCode.BUILT
    (fact,) = json.loads(result.stdout)
    assert (fact["id"], fact["stale"], fact["shown"], fact["review_by"]) == ("japanese", True, "58 people", "2027-02")


def test_where_shows_each_place_and_knows_near_misses(project: Path) -> None:
    """File, line, column and slide; an id that nothing has is wrong usage with a hint."""
    (project / "slides_src/broken.yaml").unlink()
    slide = '- {kind: statement, id: one, title: "We know {fact.protected}", notes: Said.}\n'
    (project / "slides_src/good.yaml").write_text(outline(slide, HEAD), encoding="utf-8")
    lines = run("facts", "--where", "protected").stdout.splitlines()
    assert lines == [
        "fact protected: 66 people, 2024 (slides_src/facts/facts.yaml:1)",
        "  slides_src/good.yaml:8:48  slide one",
    ]
    (entry,) = json.loads(run("facts", "--where", "protected", "--json").stdout)
    assert [(use["file"], use["line"], use["column"]) for use in entry["uses"]] == [("slides_src/good.yaml", 8, 48)]
    result = run("facts", "--where", "protectd")
    assert result.exit_code == ExitCode.USAGE
    assert 'did you mean "protected"?' in result.stderr


@pytest.mark.usefixtures("project")
def test_facts_answers_one_question_at_a_time() -> None:
    """Two of them are wrong usage, and so is a day that is none."""
    assert run("facts", "--stale", "--unused").exit_code == ExitCode.USAGE
    assert run("facts", "--today", "2027-02-30").exit_code == ExitCode.USAGE


@pytest.mark.usefixtures("project")
def test_today_makes_notes_and_changes_no_deck() -> None:
    """The same bytes on both days; -v shows what is out of date."""
    decks = Path("decks/good-en-20min.pptx")
    slide = "- {kind: help, id: one, title: A, lines: [child], notes: Said.}\n"
    Path("slides_src/good.yaml").write_text(outline(slide, HEAD), encoding="utf-8")
    result = run("good", "-v", "--today", "2027-03-15")
    assert "note[unchecked-help-line]" in result.stderr
    first = decks.read_bytes()
    run("good", "--today", "2040-01-01")
    assert decks.read_bytes() == first


@pytest.mark.usefixtures("project")
def test_a_band_can_be_asked_for() -> None:
    """The deck of another band than the first carries its name; that of the first does not."""
    assert "good-adult-en-20min.pptx" in run("good", "--band", "adult").stdout
    assert "good-en-20min.pptx" in run("good", "--band", "family").stdout


@pytest.mark.usefixtures("project")
def test_a_band_that_the_audience_does_not_have_is_wrong_usage() -> None:
    """The nearest band is offered, or all are named, and nothing is built."""
    result = run("good", "--band", "adlt")
    assert result.exit_code == ExitCode.USAGE
    assert 'no band "adlt"; did you mean "adult"?' in result.stderr
    assert "there are: family, adult" in run("check", "good", "--band", "13-15").stderr


@pytest.mark.usefixtures("project")
def test_check_goes_through_all_bands() -> None:
    """One object a band; with --band only that one."""
    assert [each["band"] for each in json.loads(run("check", "good", "--json").stdout)] == ["family", "adult"]
    assert [each["band"] for each in json.loads(run("check", "good", "--band", "adult", "--json").stdout)] == ["adult"]


def rows(result: Result) -> list[list[str]]:
    """The table at the end of a check, cell by cell."""
    lines = result.stdout.splitlines()
    return [re.split(r" {2,}", line) for line in lines[next(n for n, line in enumerate(lines) if "errors" in line) :]]


def test_check_ends_with_a_row_for_each_talk_and_band(project: Path) -> None:
    """Errors, warnings and notes; what could not be read at all has neither a band nor slides."""
    (project / "slides_src/broken.yaml").write_text("[", encoding="utf-8")
    assert rows(run("check")) == [
        ["talk", "errors", "warnings", "notes", "slides", "minutes"],
        ["broken", "1", "0", "0", "–", "–"],
        ["good (family, en)", "0", "1", "0", "1", "0.0 of 20"],
        ["good (adult, en)", "0", "1", "0", "1", "0.0 of 20"],
    ]


@pytest.mark.usefixtures("project")
def test_check_of_one_band_has_one_row() -> None:
    """With --band the others are left alone."""
    assert [row[0] for row in rows(run("check", "good", "--band", "adult"))[1:]] == ["good (adult, en)"]


@pytest.mark.usefixtures("project")
def test_findings_are_grouped_by_file() -> None:
    """A blank line stands between two files, and each finding is said once, however many bands have it."""
    broken, good = run("check").stderr.split("\n\n")
    assert [line.split(":")[0] for line in broken.splitlines() if "[" in line] == ["slides_src/broken.yaml"]
    assert [line.split(":")[0] for line in good.splitlines() if "[" in line] == ["slides_src/good.yaml"]
    assert good.splitlines()[-1] == "1 error and 1 warning in 2 files"


def test_strict_lets_warnings_fail(project: Path) -> None:
    """Check ends with 1, and build writes nothing; without it, both are content."""
    assert run("check", "good").exit_code == ExitCode.BUILT
    assert run("check", "good", "--strict").exit_code == ExitCode.ERRORS
    assert run("good", "--strict").exit_code == ExitCode.ERRORS
    assert not (project / "decks").exists()
    assert run("good").exit_code == ExitCode.BUILT
    assert run("good", "--strict", "--json").exit_code == ExitCode.ERRORS


def test_strict_lets_notes_stand(project: Path) -> None:
    """What grew old is for people to look at, not a reason to fail."""
    words = "word " * int(0.9 * 20 * 130)
    slides = f'- {{kind: statement, id: one, title: "It was {{fact.protected}}", notes: {words}}}\n'
    (project / "slides_src/good.yaml").write_text(outline(slides, HEAD), encoding="utf-8")
    path = project / "slides_src/facts/facts.yaml"
    written = path.read_text(encoding="utf-8").replace("value: 66,", "value: 66, review_by: 2027-02,")
    path.write_text(written, encoding="utf-8")
    result = run("check", "good", "--strict", "--today", "2027-03-01")
    assert result.exit_code == ExitCode.BUILT
    assert rows(result)[1][:4] == ["good (family, en)", "0", "0", "1"]


def test_github_annotations_are_all_that_is_printed(project: Path) -> None:
    """A workflow command a finding, with its place; per cents, ends of lines, colons and commas are escaped."""
    (project / "slides_src/broken.yaml").write_text(
        outline('- {kind: statement, id: one, title: "100% of {facts.a}, b", notes: Said.}\n', HEAD), encoding="utf-8"
    )
    (project / "slides_src/facts/facts.yaml").rename(project / "slides_src/facts/kept.yaml")
    result = run("check", "broken", "--format", "github")
    assert (result.exit_code, result.stderr) == (ExitCode.ERRORS, "")
    assert result.stdout.splitlines() == [
        "::error file=slides_src/facts/facts.yaml,line=1,col=1,endColumn=2,title=missing-file::there is no such file"
    ]
    (project / "slides_src/facts/kept.yaml").rename(project / "slides_src/facts/facts.yaml")
    (found,) = [line for line in run("check", "broken", "--format", "github").stdout.splitlines() if "place" in line]
    assert found == (
        "::error file=slides_src/broken.yaml,line=8,col=48,endColumn=57,title=unknown-placeholder::"
        'nothing is called "{facts.a}"%0Aplaceholders are {fact.id}, {event.field} and {help.id}'
    )


@pytest.mark.usefixtures("project")
def test_a_warning_and_a_note_have_their_own_commands() -> None:
    """A note is what GitHub calls a notice."""
    told = run("check", "--format", "github").stdout
    assert [line.split(" ")[0] for line in told.splitlines()] == ["::error", "::warning"]


def test_what_github_would_read_as_its_own_signs_is_escaped() -> None:
    """Of a message the per cent sign and ends of lines, of a place colons and commas too."""
    place = Span("slides_src/a,b:c.yaml", 3, 5, 2)
    found = Diagnostic("too-many", "100 % of it", place, Severity.NOTE, ("first, and: second",))
    line = "::notice file=slides_src/a%2Cb%3Ac.yaml,line=3,col=5,endColumn=7,title=too-many::"
    result = Summed("a", "a.yaml", "", None, 0, 0.0, 0, (found,))
    assert workflow_commands([result]) == [line + "100 %25 of it%0Afirst, and: second"]


@pytest.mark.usefixtures("project")
def test_format_json_is_json() -> None:
    """The two ways of asking give the same."""
    assert run("check", "--format", "json").stdout == run("check", "--json").stdout
    assert [each["band"] for each in json.loads(run("check", "good", "--json").stdout)] == ["family", "adult"]


@pytest.mark.parametrize("code", ["unknown-kind", "word-to-avoid"])
def test_explain_tells_a_rule(code: str) -> None:
    """What it says, why it is there, what breaks it and what keeps it."""
    told = run("check", "--explain", code)
    rule = RULES[code]
    assert told.exit_code == ExitCode.BUILT
    assert told.stdout.startswith(f"{code} ({rule.severity_words}): {rule.summary}\n\n{rule.why}\n\nWrong, in ")
    wrong, right = told.stdout.split("\nWrong, in ")[1].split("\nRight:\n")
    assert dedent(wrong.partition(":\n")[2]).strip() == rule.wrong
    assert dedent(right).strip() == rule.right


def test_an_unknown_rule_is_wrong_usage_with_a_hint() -> None:
    """The nearest one is named, or the page that has them all."""
    near, far = run("check", "--explain", "unknown-kinds"), run("check", "--explain", "zebra")
    assert (near.exit_code, far.exit_code) == (ExitCode.USAGE, ExitCode.USAGE)
    assert 'did you mean "unknown-kind"?' in near.stderr
    assert "docs/checks.md" in far.stderr


def test_an_unknown_format_is_wrong_usage() -> None:
    """The three that there are stand in the message."""
    result = run("check", "--format", "xml")
    assert result.exit_code == ExitCode.USAGE
    assert "github" in result.stderr


def test_check_reads_finished_decks_with_talks_or_alone(project: Path) -> None:
    """A row for each, and the shell is told when one has an error."""
    bad = planted(next(fault for fault in FAULTS if fault.plant is title_emptied))
    (project / "good.pptx").write_bytes(good_deck())
    (project / "Bad.PPTX").write_bytes(bad)
    clean = run("check", "good.pptx", "--strict")
    assert (clean.exit_code, clean.stderr) == (ExitCode.BUILT, "")
    assert clean.stdout.splitlines() == [
        "deck       errors  warnings  notes  slides",
        "good.pptx  0       0         0      11",
    ]
    both = run("check", "good", "Bad.PPTX", "good.pptx")
    assert both.exit_code == ExitCode.ERRORS
    assert "Bad.PPTX:11:1: error[empty-title]: slide 11, “Title”: the title is empty" in both.stderr
    assert [line.split()[0] for line in both.stdout.splitlines()] == [
        *("talk", "good", "good"),
        *("deck", "Bad.PPTX", "good.pptx"),
    ]
    assert not (project / "decks").exists()


def test_warnings_of_a_finished_deck_fail_only_when_asked(project: Path) -> None:
    """And notes are shown only with --verbose."""
    (project / "a.pptx").write_bytes(planted(next(each for each in FAULTS if each.plant is title_used_twice)))
    (project / "b.pptx").write_bytes(planted(next(each for each in FAULTS if each.plant is letters_of_eighteen_points)))
    assert run("check", "a.pptx").exit_code == ExitCode.BUILT
    assert run("check", "a.pptx", "--strict").exit_code == ExitCode.ERRORS
    assert run("check", "b.pptx", "--strict", "-q").output == ""
    assert "note[small-text]" in run("check", "b.pptx", "-v").stderr


def test_of_one_habit_the_first_cases_are_told(project: Path) -> None:
    """Eight of a kind, and how many more there are; all with --verbose."""
    deck = opened(good_deck())
    for number in range(1, 12):
        for properties in find(deck.slide(number), "//a:r/a:rPr"):
            properties.attrib.pop("lang")
    (project / "a.pptx").write_bytes(deck.saved())
    short, full = run("check", "a.pptx"), run("check", "a.pptx", "-v")
    assert short.stderr.count("[missing-language]") == 8
    assert "3 more of the same kinds in finished decks; all of them: --verbose\n11 warnings in 1 file" in short.stderr
    assert full.stderr.count("[missing-language]") == 11


def test_a_finished_deck_is_told_to_other_programs(project: Path) -> None:
    """One object, with its findings; and as annotations."""
    (project / "talks").mkdir()
    (project / "talks/a.pptx").write_bytes(planted(next(each for each in FAULTS if each.plant is title_used_twice)))
    (deck,) = json.loads(run("check", "talks/a.pptx", "--json").stdout)
    found = deck.pop("diagnostics")
    assert deck == {"deck": "talks/a.pptx", "title": "A talk", "slides": 11, "languages": ["en-US"]}
    assert [(one["code"], one["file"], one["line"], one["column"]) for one in found] == [
        ("same-title", "talks/a.pptx", 11, 1)
    ]
    annotated = run("check", "talks/a.pptx", "--format", "github").stdout
    assert annotated.startswith("::warning file=talks/a.pptx,line=11,col=1,endColumn=2,title=same-title::slide 11: ")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "god.pptx"), 'there is no file "god.pptx"; did you mean "good.pptx"?'),
        (("check", "zzz.potx"), 'there is no file "zzz.potx"; in that folder there are: good.pptx'),
        (("check", "elsewhere/a.pptx"), 'there is no folder "elsewhere" either'),
        (("check", "slides_src/a.ppsx"), "there is no deck in that folder"),
        (("check", "folder.pptx"), '"folder.pptx" cannot be opened'),
        (("good.pptx",), "good.pptx is a finished deck; to look for mistakes in it: check good.pptx"),
    ],
)
def test_a_deck_that_is_not_there_is_wrong_usage_with_a_hint(words: tuple[str, ...], said: str, project: Path) -> None:
    """The nearest file is offered, or those that are there."""
    (project / "good.pptx").write_bytes(b"")
    if words[-1] == "folder.pptx":
        (project / "folder.pptx").mkdir()
    result = run(*words)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


def test_a_deck_outside_the_project_is_read(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever names a file wants it to be read; no project is needed for it."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.pptx"
    elsewhere.write_bytes(b"no deck at all")
    shutil.rmtree(project / "slides_src")
    result = run("check", str(elsewhere))
    assert result.exit_code == ExitCode.ERRORS
    assert f"{elsewhere.as_posix()}:1:1: error[unreadable-deck]: this deck cannot be read: it is not a" in result.stderr
