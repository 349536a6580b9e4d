"""Facts, sources, event fields, bands and time in a talk."""

from __future__ import annotations

import pytest

import outreach_decks.talk as talk
from outreach_decks.event import Event
from tests.projects import HEAD, codes, make


def bullets(point: str, notes: str = "Said.", more: str = "") -> str:
    """One slide with one point."""
    return f'- {{kind: bullets, id: one, title: A title, points: ["{point}"], notes: "{notes}"{more}}}\n'


def points_of(made_slide: talk.TalkSlide) -> list[str]:
    """The words of the points, superscripts left out."""
    assert isinstance(made_slide.content, talk.Bullets)
    return [point.plain for point in made_slide.content.points]


def test_a_fact_is_written_as_its_language_writes_it() -> None:
    """Thousands get commas, millions their word."""
    made = make(bullets("{fact.online} children, {fact.slavery} people"))
    assert points_of(made.slide("one")) == ["1,566 children, 49.6 million people"]


def test_a_fact_brings_its_superscript_and_source_line() -> None:
    """The number beside the figure is the one in the line below the slide."""
    made = make(bullets("{fact.protected} people"))
    slide = made.slide("one")
    assert isinstance(slide.content, talk.Bullets)
    marks = [run.text for run in slide.content.points[0].paragraphs[0].runs if run.superscript]
    assert marks == ["1"]
    assert slide.source_line is not None
    assert "".join(run.text for run in slide.source_line.runs) == "Source: 1 Council, 2025 (government-wide count)."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{fact.protected} people, found.", "66 people, found.^1"),
        ("{fact.protected} of {fact.slavery}", "66 of 49.6 million^1–3"),
        ("In all {fact.protected}", "In all 66\N{NO-BREAK SPACE}^1"),
    ],
)
def test_a_superscript_keeps_clear_of_a_figure(text: str, shown: str) -> None:
    """66 with a raised 1 could be read as 661: the mark stands at the end of the words."""
    content = make(bullets(text)).slide("one").content
    assert isinstance(content, talk.Bullets)
    runs = content.points[0].paragraphs[0].runs
    assert "".join(f"^{run.text}" if run.superscript else run.text for run in runs) == shown


def test_a_source_is_marked_once_a_slide() -> None:
    """Two figures from one source need one superscript."""
    made = make(bullets("{fact.protected} people, {fact.japanese} of them Japanese"))
    content = made.slide("one").content
    assert isinstance(content, talk.Bullets)
    assert sum(run.superscript for run in content.points[0].paragraphs[0].runs) == 1


def test_many_sources_are_given_by_their_numbers() -> None:
    """More than two names would make a paragraph of the source line."""
    made = make(bullets("{fact.slavery} people"))
    line = made.slide("one").source_line
    assert line is not None
    assert line.plain == "Source: no. 1–3 in the list at the end."


def test_sources_are_numbered_in_the_order_they_appear() -> None:
    """The list at the end starts with what was shown first."""
    slides = bullets("{fact.online} children") + bullets("{fact.protected} people").replace("id: one", "id: two")
    made = make(slides + "- {kind: sources, id: list}\n")
    content = made.slide("list").content
    assert isinstance(content, talk.Sources)
    assert [(each.number, each.source.publisher) for each in content.cited] == [(1, "Police"), (2, "Council")]


def test_a_talk_that_cites_gets_a_list_of_sources_without_asking() -> None:
    """Where the outline has no sources slide, one stands before the last slide."""
    closing = "- {kind: closing, id: end, title: Thank you, notes: Said.}\n"
    made = make(bullets("{fact.online} children") + closing)
    assert [slide.id for slide in made.talk.slides] == ["one", "sources", "end"]


def test_what_only_hidden_slides_cite_is_listed_on_a_hidden_slide() -> None:
    """The list that is shown has what the audience saw or heard; the numbers go on behind it."""
    extra = bullets("{fact.protected} people", more=", hidden: true").replace("id: one", "id: two")
    made = make(bullets("{fact.online} children") + extra + "- {kind: sources, id: list}\n")
    lists = [(slide.id, slide.hidden, slide.content) for slide in made.talk.slides if slide.id.startswith("list")]
    listed = [
        (name, hidden, [each.number for each in content.cited])
        for name, hidden, content in lists
        if isinstance(content, talk.Sources)
    ]
    assert listed == [("list", False, [1]), ("list-hidden", True, [2])]


def test_a_figure_in_the_notes_is_spoken_and_listed() -> None:
    """Notes have no superscripts, but what was said has its source in the list."""
    made = make(bullets("No figure", "{fact.online} children."))
    assert made.slide("one").notes[0].plain == "1,566 children."
    assert made.slide("one").source_line is None
    content = made.slide("sources").content
    assert isinstance(content, talk.Sources)
    assert [each.source.publisher for each in content.cited] == ["Police"]


def test_a_big_figure_has_its_superscript_in_the_caption() -> None:
    """A superscript at 170 pt would look like part of the figure."""
    figures = 'number: "{fact.japanese}", of: "{fact.protected}", caption: people'
    made = make(f"- {{kind: number, id: n, title: T, {figures}, notes: N}}\n")
    content = made.slide("n").content
    assert isinstance(content, talk.Number)
    assert not any(run.superscript for run in content.number.paragraphs[0].runs)
    assert content.caption.paragraphs[0].runs[-1].superscript


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{fact.withdrawn}", "avoided-fact"),
        ("{fact.doubtful}", "unverified-fact"),
        ("{fact.protcted}", "unknown-fact"),
        ("{help.closed}", "help-line-not-printable"),
        ("{help.chlid}", "unknown-help-line"),
        ("{event.speeker}", "unknown-event-field"),
        ("{fcat.x}", "unknown-placeholder"),
    ],
)
def test_what_cannot_be_shown_is_refused(text: str, code: str) -> None:
    """Neither a slide nor its notes show what the base does not allow."""
    assert codes(make(bullets(f"{text} people")).findings) == [code]
    assert codes(make(bullets("None", f"{text} people")).findings) == [code]


def test_an_unknown_event_field_takes_its_sentence_with_it() -> None:
    """What is unknown is left out, never printed as a hole."""
    made = make(bullets("A point", "Good morning. My name is {event.speaker}. We begin."))
    assert made.slide("one").notes[0].plain == "Good morning. We begin."


def test_a_known_event_field_is_said() -> None:
    """The event fills in what it knows."""
    made = make(bullets("A point", "My name is {event.speaker}."), event=Event(speaker="Aiko"))
    assert made.slide("one").notes[0].plain == "My name is Aiko."


def test_a_point_without_its_event_field_is_left_out() -> None:
    """A list closes the gap."""
    slides = '- {kind: bullets, id: one, title: T, points: [Stays, "Ask {event.contact}"], notes: N}\n'
    assert points_of(make(slides).slide("one")) == ["Stays"]


def test_a_title_cannot_hang_on_the_event() -> None:
    """A title of which nothing is left without an event is an error."""
    made = make('- {kind: statement, id: one, title: "{event.venue}", notes: N}\n')
    assert codes(made.findings) == ["empty-without-event"]


def test_the_cover_shows_what_is_known_of_the_day() -> None:
    """Speaker and organisation share a line, place and date the next; nothing known, no line."""
    cover = "- {kind: cover, id: c, notes: N}\n"
    event = Event(speaker="Aiko", organisation="A church", date="14 March")
    content = make(cover, event=event).slide("c").content
    assert isinstance(content, talk.Cover)
    assert [line.plain for line in content.details] == ["Aiko · A church", "14 March"]
    bare = make(cover).slide("c").content
    assert isinstance(bare, talk.Cover)
    assert bare.details == ()


def test_slides_of_another_band_are_left_out() -> None:
    """Without being asked for a band, a talk is built for the audience's first."""
    slides = bullets("x", more=", bands: [adult]") + bullets("y", more=", bands: [family]").replace("one", "two")
    assert [slide.id for slide in make(slides).talk.slides] == ["two"]


def test_an_unknown_band_is_refused() -> None:
    """A misspelt band would hide a slide for ever."""
    assert codes(make(bullets("x", more=", bands: [famly]")).findings) == ["unknown-band"]


def test_speech_is_counted_at_the_audiences_pace() -> None:
    """130 words take a church one minute, activities come on top, hidden slides take none."""
    words = " ".join(["word"] * 130)
    slides = bullets("x", words) + bullets("y", words, ", hidden: true").replace("one", "two")
    slides += "- {kind: discussion, id: d, title: T, questions: [Why?], minutes: 5, notes: " + words + "}\n"
    made = make(slides)
    assert made.talk.speech_minutes == pytest.approx(2.0)
    assert made.talk.activity_minutes == 5


def test_the_event_may_set_another_pace() -> None:
    """A slow speaker says so in the event."""
    assert make(bullets("x", " ".join(["word"] * 130)), event=Event(pace=65)).talk.speech_minutes == pytest.approx(2.0)


def test_japanese_is_counted_in_characters() -> None:
    """Japanese is read aloud at 300 characters a minute."""
    head = HEAD.replace("language: en", "language: ja")
    assert make(bullets("点", "あ" * 600), head).talk.speech_minutes == pytest.approx(2.0)


def test_a_quiz_makes_two_slides() -> None:
    """The answer follows on a slide of its own, and its notes say why."""
    made = make(
        "- {kind: quiz, id: q, question: Is it?, options: [Yes, No], answer: 2, because: It is not., notes: N}\n"
    )
    assert [slide.id for slide in made.talk.slides] == ["q", "q-answer"]
    answer = made.slide("q-answer").content
    assert isinstance(answer, talk.Answer)
    assert answer.right == 1
    assert made.slide("q-answer").notes[0].plain == "It is not."


def test_help_lines_are_shown_as_they_are_dialled() -> None:
    """A line without a number shows its address; unconfirmed lines are refused."""
    made = make("- {kind: help, id: h, title: Help, lines: [child, chat], notes: N}\n")
    content = made.slide("h").content
    assert isinstance(content, talk.Help)
    assert [row.contact for row in content.rows] == ["189", "chat.example.jp"]
    refused = make("- {kind: help, id: h, title: Help, lines: [closed, chlid], notes: N}\n")
    assert codes(refused.findings) == ["help-line-not-printable", "unknown-help-line"]


def test_local_help_is_shown_when_the_event_knows_it() -> None:
    """A help slide of local contacts alone vanishes without them."""
    slides = "- {kind: help, id: h, title: Near here, local: true, notes: N}\n" + bullets("x")
    assert [slide.id for slide in make(slides).talk.slides] == ["one"]
    content = make(slides, event=Event(local_help=("Machida police: 042-722-0110",))).slide("h").content
    assert isinstance(content, talk.Help)
    assert (content.rows[0].contact, content.rows[0].name) == ("042-722-0110", "Machida police")


def test_a_case_says_that_it_is_alleged() -> None:
    """Until a court has judged, the slide says so; an unknown source is refused."""
    case = "- {{kind: case, id: c, title: T, story: [It happened.], status: alleged, sources: [{0}], notes: N}}\n"
    content = make(case.format("police")).slide("c").content
    assert isinstance(content, talk.Case)
    assert "Alleged; no judgment known" in [line.plain.replace("\u00a0", " ") for line in content.status]
    assert codes(make(case.format("polise")).findings) == ["unknown-source"]


def test_a_chart_brings_data_alt_text_and_note() -> None:
    """What a chart does not say stands in the source line."""
    made = make("- {kind: chart, id: c, title: T, chart: by-year, notes: N}\n")
    content = made.slide("c").content
    assert isinstance(content, talk.ChartContent)
    assert [row.value for row in content.data.rows] == [46, 61, 66]
    assert content.alt.startswith("Column chart: people protected each year")
    line = made.slide("c").source_line
    assert line is not None
    assert line.plain.endswith("(government-wide count). People who were found.")


def test_a_qr_code_leads_to_the_slides_address_or_the_events() -> None:
    """Without an address there is no code; an unsafe one is refused."""
    ask = "- {kind: ask, id: a, title: T, text: Do it, notes: N}\n"
    assert [getattr(make(ask).slide("a").content, "url", "?")] == [None]
    event = Event(url="https://example.org/x")
    assert getattr(make(ask, event=event).slide("a").content, "url", "?") == "https://example.org/x"
    unsafe = ask.replace("notes", 'url: "file:///etc/passwd", notes')
    assert codes(make(unsafe).findings) == ["bad-link"]


def test_a_picture_is_found_beside_the_outline_and_must_be_one() -> None:
    """A missing or broken picture is an error at its line."""
    image = "- {kind: image, id: i, title: T, image: a.png, alt: A house, author: Us, licence: Ours, notes: N}\n"
    assert codes(make(image).findings) == ["missing-file"]
    assert codes(make(image, files={"slides_src/a.png": b"no picture"}).findings) == ["bad-image"]
