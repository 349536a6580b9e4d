"""An outline with a slide of every kind, about things that happen every day: what a template looks like with words in.

It goes by the fact base only where a kind of slide must: a help line and a chart, the first that there are.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from outreach_decks.facts import FactBook

PICTURE: Final = "sample-picture.png"
_OUTLINE: Final = """\
title: A walk through our town
subtitle: What every kind of slide looks like in this template
audience: {audience}
language: en
minutes: 20
template: {template}
slides:
  - {{kind: cover, id: cover, notes: Said.}}
  - {{kind: section, id: section, title: What is there to see?, text: A river and a market, notes: Said.}}
  - {{kind: statement, id: statement, title: A town is known on foot, text: Slowly and with open eyes, notes: Said.}}
  - {{kind: quote, id: quote, words: "The longest way begins at one's own door.", reference: A saying,
     licence: public domain, notes: Said.}}
  - kind: bullets
    id: bullets
    title: Four things to take along
    points: [A bottle of water, A map of the paths by the river, Shoes that know the way, Time for the way back]
    notes: Said.
  - kind: bullets
    id: bullets-icon
    title: Three questions before you leave
    icon: briefcase
    points: [Will it rain today?, Who knows where I am?, When does the last bus leave?]
    notes: Said.
  - kind: columns
    id: columns-2
    title: By the river and in the town
    columns:
      - {{heading: River, icon: check, points: [Herons at the weir, A bench in the shade]}}
      - {{heading: Town, icon: x, points: [A market on Friday, Bread from the oven]}}
    notes: Said.
  - kind: columns
    id: columns-3
    title: Three ways home
    columns:
      - {{heading: On foot, icon: check, points: [Along the dike, An hour]}}
      - {{heading: By bus, icon: eye, points: [Line 4, Every half hour]}}
      - {{heading: By boat, icon: x, points: [In summer, Until five]}}
    notes: Said.
  - {{kind: number, id: number, title: The old bridge has many steps, number: "128", of: "300",
     caption: steps of the bridge are older than the town hall, notes: Said.}}
{chart}  - kind: table
    id: table
    title: When shops are open
    header: [Shop, Open]
    rows: [[Bakery, from six in the morning], [Library, in the afternoon], [Market, on Friday]]
    notes: Said.
{help}  - {{kind: case, id: case, title: A dog found the way home, when: 2017, status: convicted,
     story: [A dog was lost at the market., It was home before its people were.],
     helped: The baker knew its name., sources: [{source}], notes: Said.}}
  - kind: steps
    id: steps
    title: How to cross the river
    steps:
      - {{label: Look, text: Is the ferry there?, icon: eye}}
      - {{label: Ring, text: Pull the bell once, icon: pencil}}
      - {{label: Wait, text: It takes ten minutes, icon: check}}
    notes: Said.
  - kind: timeline
    id: timeline
    title: The bridge was built three times
    events: [{{when: 1650, text: Of wood}}, {{when: 1820, text: Of stone}}, {{when: 1960, text: Of steel}}]
    notes: Said.
  - {{kind: myth, id: myth, title: The tower is not the oldest house, myth: The tower is the oldest house in town.,
     reality: The mill is two hundred years older., notes: Said.}}
  - {{kind: image, id: image, title: A place that everybody knows, image: {picture}, alt: A plain picture,
     caption: The square on a quiet morning, author: The program, licence: drawn for this page, notes: Said.}}
  - kind: discussion
    id: discussion
    title: Talk with the person beside you
    questions: [Which way do you take every day?, Where would you stop for a while?]
    grouping: pairs
    minutes: 3
    notes: Said.
  - kind: activity
    id: activity
    title: Draw a map of your way
    steps: [Mark where you start, Draw three things that you pass, Mark where you arrive]
    materials: [A sheet of paper, A pencil]
    grouping: alone
    minutes: 4
    notes: Said.
  - {{kind: quiz, id: quiz, question: How old is the mill?,
     options: [A hundred years, Three hundred years, Nobody knows],
     answer: 2, because: The year is carved above its door., minutes: 1, notes: Said., answer_notes: Said.}}
  - {{kind: ask, id: ask, title: We ask you for one thing, text: Walk one way that you do not know,
     points: [This week, With somebody], url: "https://example.org/walk", label: example.org/walk, notes: Said.}}
  - kind: notice
    id: notice
    title: You may turn back at any time
    points: [The way is an hour long, There is a bench half way, Nobody has to come along]
    notes: Said.
  - kind: prayer
    id: prayer
    title: Let us be quiet
    points: [For those on the way, For those who wait]
    notes: Said.
  - {{kind: sources, id: sources, notes: Said.}}
  - {{kind: closing, id: closing, title: Thank you for walking along, text: There is tea in the hall, notes: Said.}}
"""


def sample_outline(template: str, audience: str, book: FactBook) -> str:
    """The outline, as YAML; ``template`` is its path from the outline's folder."""
    charts, lines = [*book.charts], [line for line, one in book.help_lines.items() if one.printable][:3]
    chart = _slide("chart", "Some years and their figures", f"chart: {charts[0]}") if charts else ""
    named = _slide("help", "Whom you can ask", f"lines: [{', '.join(lines)}]") if lines else ""
    source = next(iter(book.sources), "")
    return _OUTLINE.format(
        audience=audience, template=_quoted(template), chart=chart, help=named, source=source, picture=PICTURE
    )


def _slide(kind: str, title: str, field: str) -> str:
    return f"  - {{kind: {kind}, id: {kind}, title: {title}, {field}, notes: Said.}}\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def sample_picture() -> bytes:
    """A picture of a sky and a meadow, as PNG."""
    from PIL import Image

    picture = Image.new("RGB", (1600, 1000), (176, 204, 224))
    picture.paste((126, 156, 112), (0, 640, 1600, 1000))
    held = BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()
