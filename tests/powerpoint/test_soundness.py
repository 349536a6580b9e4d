"""What is looked at before finished bytes become a file; each single fault is in tests/test_package_lint.py."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from outreach_decks.build import build_talk
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.powerpoint.soundness import faults
from outreach_decks.project import Project
from tests.powerpoint.every_shape import written
from tests.projects import ROOT, TALK, outline, workspace


def two_layouts_of_one_number() -> bytes:
    """Our template for churches, but its second layout has the number of the first."""
    held = BytesIO()
    with ZipFile(ROOT / "assets/templates/church.pptx") as own, ZipFile(held, "w") as other:
        for name in own.namelist():
            content = own.read(name)
            if name == "ppt/slideMasters/slideMaster1.xml":
                first, second = re.findall(rb'<p:sldLayoutId [^>]*\bid="(\d+)"', content)[:2]
                content = content.replace(second, first)
            other.writestr(name, content)
    return held.getvalue()


def test_a_deck_with_every_shape_holds_together() -> None:
    """Nothing is found, and in half of it, or in letters, everything."""
    assert faults(written()) == []
    assert faults(written()[:20_000])
    assert faults(b"Dear all") == ["not a package: File is not a zip file"]


def test_a_deck_that_does_not_hold_together_is_never_a_file() -> None:
    """The talk has an error at the line that names its template, and no bytes."""
    slide = "- {kind: statement, id: one, title: A title, notes: Said.}\n"
    place = workspace({TALK: outline(slide).replace("template: church", "template: ours.pptx")})
    files = {
        "slides_src/ours.pptx": two_layouts_of_one_number(),
        "slides_src/ours.layouts.yaml": (ROOT / "assets/templates/layouts.yaml").read_bytes(),
    }
    result = build_talk(TALK, Project(replace(place, files={**place.files, **files})), Day(Event()))
    (found,) = (one for one in result.diagnostics if one.code == "unsound-deck")
    assert result.deck is None
    assert "is there twice" in found.message
    assert found.excerpt == "template: ours.pptx"
