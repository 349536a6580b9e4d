"""Every code that the program can say is in a case, or in a test that is named here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.projects import ROOT
from tests.test_cases import CASES, PACKAGE

# What makes a finding, in the package; one of the texts handed to it is the code.
MAKERS = {
    "Diagnostic", "MarkupFault", "PydanticCustomError", "Slip", "diagnostic", "finding",
    "_at_cell", "_error", "_find", "_find_at", "_find_key", "_in_line", "_logo_finding", "_report", "_say", "_stop",
    "_Differing", "_of_the_talk", "_unknown",
}  # fmt: skip
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
STATED = re.compile(r"^# expect: .*?(?:error|warning|note)\[([a-z0-9-]+)\]", re.MULTILINE)

# Faults of files that authors never write, or of which one case would be a hundred lines long.
ELSEWHERE = {
    "bad-pattern": "tests/test_parse_terms.py",
    "slow-pattern": "tests/test_parse_terms.py",
    "word-to-avoid": "tests/checks/test_words.py",
    "bad-font": "tests/test_typefaces.py",
    "bad-icon": "tests/test_icons.py",
    "faint-colour": "tests/test_template_command.py",
    "no-placeholder": "tests/test_foreign_decks.py",
    "small-placeholder": "tests/test_template_command.py",
    "missing-role": "tests/powerpoint/test_template.py",
    "missing-silhouette": "tests/powerpoint/test_template.py",
    "picture-too-small": "tests/checks/test_picture_size.py",
    "same-face": "tests/test_typefaces.py",
    "too-many-faults": "tests/test_reader.py",
    "unknown-layout": "tests/powerpoint/test_template.py",
    "unknown-role": "tests/powerpoint/test_template.py",
    "unknown-silhouette": "tests/powerpoint/test_template.py",
    "unknown-face": "tests/test_typefaces.py",
    "unmeasurable-face": "tests/test_typefaces.py",
    "unsound-deck": "tests/powerpoint/test_soundness.py",
    "unsafe-presentation": "tests/test_preview_command.py",
    "wrong-placeholder": "tests/powerpoint/test_template.py",
}

# What is wrong with finished decks is planted into one.
STRUCTURE = (
    "auto-advance", "empty-header-cell", "empty-row", "empty-title", "merged-cells", "missing-alt-text",
    "missing-document-title", "missing-language", "reading-order", "same-section", "same-title", "slide-without-title",
    "table-without-header", "unclear-alt-text", "unclear-link", "unnamed-section", "wrong-language",
)  # fmt: skip
LOOKS = (
    "flashing", "low-contrast", "low-contrast-shape", "media-without-captions", "moving-picture", "small-text",
    "unknown-contrast",
)  # fmt: skip
ELSEWHERE |= dict.fromkeys(STRUCTURE, "tests/planted/structure.py") | dict.fromkeys(LOOKS, "tests/planted/looks.py")
ELSEWHERE["unreadable-deck"] = "tests/powerpoint/test_opening_decks.py"


def codes_in_the_package(part: str = ".") -> set[str]:
    """The codes that stand in the package's source, or in a folder of it."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (PACKAGE / part).rglob("*.py"))
    return {code for tree in trees for node in ast.walk(tree) for code in _codes(node)}


def _codes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
        yield from list(_texts(node.args))[:1]
    if isinstance(node, ast.Assign) and "code" in {_name(each) for target in node.targets for each in ast.walk(target)}:
        yield from _texts([node.value])


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _texts(values: list[ast.expr]) -> Iterator[str]:
    """The texts that look like a code, those of both branches of a choice too."""
    for value in values:
        match value:
            case ast.Constant(value=str(text)) if CODE.fullmatch(text):
                yield text
            case ast.IfExp(body=one, orelse=other):
                yield from _texts([one, other])
            case ast.Tuple(elts=items):
                yield from _texts(items)
            case _:
                pass


def codes_in_the_cases() -> set[str]:
    """The codes that the cases expect."""
    return {code for path in CASES.glob("*.yaml") for code in STATED.findall(path.read_text(encoding="utf-8"))}


def test_every_code_has_a_case() -> None:
    """A finding that no case expects could be wrong without anybody noticing."""
    assert codes_in_the_package() - codes_in_the_cases() - ELSEWHERE.keys() == set()


def test_nothing_is_listed_that_the_package_does_not_say() -> None:
    """The list above holds only codes that there are, and that no case has."""
    assert ELSEWHERE.keys() - codes_in_the_package() == set()
    assert ELSEWHERE.keys() & codes_in_the_cases() == set()


@pytest.mark.parametrize(("code", "file"), ELSEWHERE.items())
def test_what_has_no_case_is_tested_elsewhere(code: str, file: str) -> None:
    """The test that is named speaks of the code."""
    assert f'"{code}"' in (ROOT / file).read_text(encoding="utf-8")
