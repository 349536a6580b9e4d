"""README.md's lines are what .ci/run runs, and what it names is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
JOBS = ("make the decks", "run the tests")
LOCKS = {"make the decks": "requirements.lock", "run the tests": "requirements-test.lock"}


def command(job: str, system: str) -> str:
    """The block under a marker, which must be a single line."""
    block = re.search(rf"<!-- {job}: {system} -->\n```\w+\n(.*?)\n```", README, re.DOTALL)
    assert block, f"README.md has no block for: {job}, {system}"
    return block[1]


def steps(line: str) -> list[str]:
    """The commands of a line, spelt as macOS and Linux spell them."""
    line = line.removeprefix('cmd /c "').removesuffix('"').replace(".venv\\Scripts\\python", ".venv/bin/python")
    return line.replace("py -3 ", "python3 ").split(" && ")


@pytest.mark.parametrize("job", JOBS)
def test_each_job_is_one_line(job: str) -> None:
    """A reader copies and pastes one line, on every system."""
    assert [command(job, system).count("\n") for system in ("macOS and Linux", "Windows")] == [0, 0]


@pytest.mark.parametrize("job", JOBS)
def test_windows_does_the_same_steps(job: str) -> None:
    """The line for Windows does what the line for macOS and Linux does, and survives PowerShell 5, which has no &&."""
    windows = command(job, "Windows")
    assert windows.startswith('cmd /c "')
    assert windows.endswith('"')
    assert windows.count('"') == 2
    assert steps(windows) == steps(command(job, "macOS and Linux"))


@pytest.mark.parametrize("job", JOBS)
def test_each_line_installs_a_lock_with_hashes(job: str) -> None:
    """What is installed is what was locked."""
    assert f"install --require-hashes -r {LOCKS[job]}" in steps(command(job, "macOS and Linux"))[1]
    assert (ROOT / LOCKS[job]).is_file()


def test_ci_runs_the_lines_of_the_readme() -> None:
    """.ci/run takes both lines from README.md by their markers."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [f"readme_line '{job}: macOS and Linux'" in script for job in JOBS] == [True, True]


def test_links_lead_somewhere() -> None:
    """Every file that README.md links to or shows is there."""
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_readme_names_every_exit_code() -> None:
    """The table of exit codes in README.md and the one in ``--help`` list the same codes."""
    shown = subprocess.run(
        [sys.executable, "make_decks.py", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert {code for code in "01234" if re.search(rf"^\| {code} \|", README, re.MULTILINE)} == set("01234")
    assert [code for code in "01234" if not re.search(rf"\b{code}\b", shown.stdout)] == []
