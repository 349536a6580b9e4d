"""A talk seeded with one breach of every rule of the checks: each is found at its line, and nothing else is."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from outreach_decks.build import check_talk
from outreach_decks.event import Event, Room
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.rules.catalogue import RULES
from outreach_decks.rules.finished_decks import GROUP as FINISHED_DECKS
from outreach_decks.workspace import MemoryWorkspace
from tests.rule_pieces import content
from tests.test_codes import codes_in_the_package

SEEDED = Path(__file__).parent / "seeded"
TALK = "slides_src/seeded.yaml"
TODAY = date(2026, 10, 1)
ROOM = Room(screen_width=1.5, last_row=20)
# A file of data has no place for a mark.
DATA = {("slides_src/facts/data/seeded.csv", 3, "mixed-counting-rules")} | {
    ("slides_src/facts/data/seeded.csv", 4, "fact-without-source")
}
MARK = re.compile(r"  # breach: ([a-z, -]+)$")
# A talk cannot be too long and too short.
ONE_OF_TWO = {"talk-too-short"}
# This talk is on a template of ours, which has a placeholder for everything.
ON_OTHER_TEMPLATES = {"no-placeholder"}

Places = set[tuple[str, int, str]]


def files() -> dict[str, str]:
    """The seeded talk, and the base with what was seeded behind its end."""
    speech = "We stop and we look. " * 300
    added = {path.relative_to(SEEDED).as_posix(): path.read_text(encoding="utf-8") for path in SEEDED.rglob("*.*")}
    talk = added.pop("talk.yaml").replace("SPEECH", speech)
    base = {f"slides_src/facts/{name}": text for name, text in added.items()}
    return {TALK: talk} | {name: content().get(name, b"").decode("utf-8") + text for name, text in base.items()}


def marked(written: dict[str, str]) -> Places:
    """The breaches that the files tell of."""
    lines = ((name, *line) for name, text in written.items() for line in enumerate(text.splitlines(), 1))
    found = ((name, number, MARK.search(line)) for name, number, line in lines)
    return {(name, number, code) for name, number, mark in found if mark for code in mark[1].split(", ")} | DATA


def found(written: dict[str, str]) -> Places:
    """What is found over all bands."""
    texts = {name: text.encode("utf-8") for name, text in written.items()}
    workspace = MemoryWorkspace({**content(), **texts, "slides_src/small.png": small_picture()})
    results = check_talk(TALK, Project(workspace, TODAY), Day(Event(room=ROOM)))
    return {(one.span.file, one.span.line, one.code) for result in results for one in result.diagnostics}


def small_picture() -> bytes:
    """What no file of text can hold."""
    held = BytesIO()
    Image.new("RGB", (300, 200), "grey").save(held, "PNG")
    return held.getvalue()


def test_each_breach_is_found_at_its_line_and_nothing_else() -> None:
    """Over the whole talk at once, in every band, with the real base and the real contracts."""
    written = files()
    assert found(written) == marked(written)


def test_every_rule_of_the_checks_is_breached() -> None:
    """What the modules of checks/ can say, a mark says."""
    breached = {code for _, _, code in marked(files())}
    checked = codes_in_the_package("checks") - {rule.code for rule in FINISHED_DECKS.rules}
    assert checked - ONE_OF_TWO - ON_OTHER_TEMPLATES - breached == set()
    assert breached <= RULES.keys()
