"""Rules about imports that import-linter has no contract for; the layers themselves are in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "outreach_decks"
MODULES = sorted(PACKAGE.rglob("*.py"))
SLOW = {"pptx", "matplotlib", "pydantic", "babel", "pypdfium2", "PIL"}


def imports(module: Path) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import statement of a module, also those inside functions."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node


def names_the_root(statement: ast.Import | ast.ImportFrom) -> bool:
    """Whether a statement imports the package itself: ``import outreach_decks``, ``from outreach_decks import x``."""
    if isinstance(statement, ast.ImportFrom):
        return statement.module == PACKAGE.name
    return any(alias.name == PACKAGE.name for alias in statement.names)


def relative_path(module: Path) -> str:
    """The name a test is shown by."""
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=relative_path)
def test_nothing_imports_from_the_package_root(module: Path) -> None:
    """A module names the module it wants, so that the layers see every import."""
    assert [statement.lineno for statement in imports(module) if names_the_root(statement)] == []


@pytest.mark.parametrize("module", MODULES, ids=relative_path)
def test_no_import_is_relative(module: Path) -> None:
    """An import reads the same wherever it stands."""
    relative = [node.lineno for node in imports(module) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


def test_the_package_root_is_empty() -> None:
    """``outreach_decks/__init__.py`` imports nothing, so that importing one module loads no other."""
    assert list(imports(PACKAGE / "__init__.py")) == []


def test_the_command_line_starts_without_the_slow_packages() -> None:
    """What takes long to import is imported by the stage that needs it, so help and mistakes in a command are quick."""
    code = f"import sys, outreach_decks.cli; print(sorted({SLOW} & set(sys.modules)))"
    started = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    assert started.stdout.strip() == "[]"
