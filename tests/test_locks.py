"""The lock files hold what pyproject.toml asks for, by hash, and say nothing of where it was fetched."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-test.lock")


def pins(lock: str) -> dict[str, set[str]]:
    """The versions of every package in a lock; more than one where Pythons differ."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def names(requirements: list[str]) -> set[str]:
    """The names alone of requirements such as ``click>=8.2,<9``."""
    return {re.split(r"[<>=!~ ]", requirement)[0] for requirement in requirements}


def test_what_runs_is_locked() -> None:
    """Every dependency of the program is in both locks."""
    wanted = names(PROJECT["project"]["dependencies"])
    assert [wanted - pins(lock).keys() for lock in LOCKS] == [set(), set()]


def test_what_tests_is_locked() -> None:
    """Every tool of the tests is in the tests' lock, and none of them in the program's own."""
    wanted = names(PROJECT["dependency-groups"]["test"])
    assert wanted - pins("requirements-test.lock").keys() == set()
    assert wanted & pins("requirements.lock").keys() == set()


def test_tests_run_what_users_run() -> None:
    """Both locks give the same version of whatever they share."""
    tested = pins("requirements-test.lock")
    assert {name: tested[name] for name in pins("requirements.lock")} == pins("requirements.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    """An installer refuses anything whose contents are not those that were locked."""
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    pinned = [block for block in blocks if "==" in block.split("\n", 1)[0] and not block.startswith("#")]
    assert pinned
    assert [block for block in pinned if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    """Where packages come from is the user's own setting, such as a mirror at work."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert [
        word
        for word in ("://", "--index-url", "--find-links", "--extra-index-url")
        if re.search(rf"^[^#]*{word}", text, re.MULTILINE)
    ] == []
