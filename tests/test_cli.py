"""The command line as people and programs use it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from outreach_decks.cli import ExitCode, program, worst
from outreach_decks.version import VERSION
from tests.projects import FACTS, HEAD, ROOT, outline

SLIDE = "- {kind: statement, id: one, title: A sentence, notes: Said.}\n"
BROKEN = "- {kind: statment, id: one, title: A sentence, notes: Said.}\n"


def linked(source: str, target: str) -> None:
    """Stand in for a copy of 12 MB of fonts."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on disk with two talks, one of them broken."""
    for name, text in FACTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    (tmp_path / "slides_src/good.yaml").write_text(outline(SLIDE, HEAD), encoding="utf-8")
    (tmp_path / "slides_src/broken.yaml").write_text(outline(BROKEN, HEAD), encoding="utf-8")
    shutil.copytree(ROOT / "assets", tmp_path / "assets", copy_function=linked)
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


def test_a_missing_file_of_the_program_is_exit_4(project: Path) -> None:
    """Without its fonts the program cannot measure."""
    (project / "assets/fonts/Carlito-Bold.ttf").unlink()
    result = run("good")
    assert result.exit_code == ExitCode.MISSING_TOOL
    assert "Carlito-Bold.ttf" in result.stderr
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
