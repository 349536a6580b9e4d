"""Write docs/checks.md from the rules of the package: ``python tools/build_checks_page.py [FILE]``.

The page is kept in git, so that it can be read without the program; a test compares it with what this tool writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from outreach_decks.rules.catalogue import GROUPS, RULES  # noqa: E402 - needs the path
from outreach_decks.rules.rule import Group, Rule  # noqa: E402

WIDTH = 120
PAGE = ROOT / "docs" / "checks.md"
TOP = """\
# The checks

Everything that the program can find wrong, with an example of wrong and right. `make_decks.py check` looks for all of
it, in every talk and every band; building a deck looks for it in that deck. Each finding names its rule in square
brackets, `error[unknown-kind]`, and `make_decks.py check --explain unknown-kind` tells here and now what stands below.

| a finding is | and then |
| --- | --- |
| an error | the talk is not written |
| a warning | the talk is written; with `--strict` it is not, and `check` fails |
| a note | the talk is written; `check` counts notes, and `--verbose` shows them |

The examples are pieces: a few slides, some lines above them, or some entries of a file. This page is made by
`tools/build_checks_page.py` from the rules in the program; change it there.

## All rules

| rule | a breach is | what it says |
| --- | --- | --- |
"""


def page() -> str:
    """The whole page."""
    rows = "".join(_row(rule) for rule in RULES.values())
    return TOP + rows + "".join(_group(group) for group in GROUPS)


def _row(rule: Rule) -> str:
    return f"| [{rule.code}](#{rule.code}) | {rule.severity_words} | {_cell(rule.summary)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _group(group: Group) -> str:
    return f"\n## {group.title}\n\n{group.about}\n" + "".join(_rule(rule) for rule in group.rules)


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _rule(rule: Rule) -> str:
    told = _wrapped(f"*{rule.severity_words.capitalize()}.* {rule.summary} {rule.why}")
    examples = (*_example(rule, "wrong", rule.wrong), *_example(rule, "right", rule.right))
    return f"\n### {rule.code}\n\n{told}\n" + "".join(examples)


def _example(rule: Rule, word: str, piece: str) -> Iterator[str]:
    place = f", in {rule.file}" if word == "wrong" else ""
    if all(line.startswith("# ") for line in piece.splitlines()):
        words = " ".join(line.removeprefix("# ") for line in piece.splitlines())
        yield f"\n{word.capitalize()}: {words}.\n"
        return
    yield f"\n{word.capitalize()}{place}:\n\n<!-- {word}: {rule.code} -->\n```{_language(rule)}\n{piece}\n```\n"


def _language(rule: Rule) -> str:
    ending = rule.file.rpartition(".")[2]
    return ending if ending in {"csv", "po"} else "yaml"


def main(file: Path = PAGE) -> None:
    """Write the page."""
    file.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {file}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
