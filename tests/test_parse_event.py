"""The details of one day."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from outreach_decks.diagnostics import DeckError
from outreach_decks.parse_event import Day, parse_event
from outreach_decks.wording import ENGLISH
from tests.projects import codes, workspace

FILE = "events/machida.yaml"


def day(
    text: str | None = None,
    settings: dict[str, list[str]] | None = None,
    files: dict[str, bytes] | None = None,
) -> Day:
    """Read an event from a file, from settings, or both."""
    place = workspace({**({FILE: text} if text is not None else {}), **(files or {})})
    return parse_event(FILE if text is not None else None, settings or {}, place)


def faults(text: str | None = None, settings: dict[str, list[str]] | None = None) -> list[str]:
    """The codes of what is wrong with an event."""
    with pytest.raises(DeckError) as caught:
        day(text, settings)
    return codes(caught.value.diagnostics)


def test_nothing_is_an_event_too() -> None:
    """A deck without an event is complete, and its name says nothing of one."""
    assert day().event.speaker is None
    assert day().name == ""


def test_a_file_names_the_day() -> None:
    """The file's name goes into the deck's, with nothing that Windows forbids."""
    found = day("speaker: Aiko\nlocal_help: ['Police: 110']\nroom: {screen_width: 2.5, last_row: 12}\n")
    assert (found.event.speaker, found.event.local_help, found.name) == ("Aiko", ("Police: 110",), "machida")


def test_settings_win_over_the_file() -> None:
    """What is typed on the day is newer than the file; the deck's name tells the two apart."""
    found = day("speaker: Aiko\nvenue: Hall\n", {"speaker": ["Ben"]})
    assert (found.event.speaker, found.event.venue) == ("Ben", "Hall")
    assert found.name.startswith("machida-")


def test_two_days_have_two_names() -> None:
    """Different settings give different files, the same settings the same one."""
    one, two = day(settings={"speaker": ["Aiko"]}), day(settings={"speaker": ["Ben"]})
    assert one.name != two.name
    assert one.name == day(settings={"speaker": ["Aiko"]}).name
    assert one.name.startswith("event-")


def test_local_help_may_be_given_several_times() -> None:
    """Each --set local_help adds a line."""
    assert day(settings={"local_help": ["A: 1", "B: 2"]}).event.local_help == ("A: 1", "B: 2")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("speeker: Aiko\n", "unknown-key"),
        ("date: 2027-02-30\n", "wrong-type"),
        ("date: 2027-3-14\n", "wrong-type"),
        ("date: 2027/3/14\n", "wrong-type"),
        ("pace: fast\n", "wrong-type"),
        ("pace: 9\n", "out-of-range"),
        ("room: {screen_width: wide, last_row: 3}\n", "wrong-type"),
        ("room: {screen_width: 900, last_row: 3}\n", "out-of-range"),
        ("- a\n", "wrong-type"),
        ("", "empty-file"),
        ("logo: none.png\n", "missing-file"),
        ("local_help: [a, b, c, d, e, f, g]\n", "too-many"),
    ],
)
def test_faults_of_an_event_are_said(text: str, code: str) -> None:
    """Every fault has its code."""
    assert faults(text) == [code]


def test_a_fault_in_a_setting_is_placed_at_the_option() -> None:
    """There is no file to point at."""
    with pytest.raises(DeckError) as caught:
        day(settings={"pace": ["fast"]})
    assert [(found.code, found.span.file) for found in caught.value.diagnostics] == [("wrong-type", "--set")]


def test_a_logo_is_read_from_beside_the_event() -> None:
    """It gets its alt text from the organisation; a broken one is refused."""
    held = BytesIO()
    Image.new("RGB", (40, 20), "red").save(held, "PNG")
    found = day("logo: logo.png\norganisation: A church\n", files={"events/logo.png": held.getvalue()})
    logo = found.logo_in(ENGLISH)
    assert logo is not None
    assert (logo.width, logo.height, logo.alt) == (40, 20, "Logo of A church")
    with pytest.raises(DeckError) as caught:
        day("logo: logo.png\n", files={"events/logo.png": b"x"})
    assert codes(caught.value.diagnostics) == ["bad-image"]
