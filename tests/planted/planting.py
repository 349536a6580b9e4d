"""A good deck in which faults of accessibility are planted, and what the functions that plant them are made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from textwrap import dedent

from lxml import etree
from PIL import Image

from outreach_decks.build import build_talk
from outreach_decks.event import Event
from outreach_decks.geometry import Box, inches
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from tests.powerpoint.opened import PREFIXES, Node, find
from tests.projects import TALK, outline, workspace

SLIDES = """\
- {kind: cover, id: cover, notes: Said.}
- kind: section
  id: first
  title: What we look at first
  text: A line below it
  notes: Said.
- {kind: chart, id: chart, title: Each year a few more are found, chart: by-year, notes: Said.}
- kind: steps
  id: steps
  title: Three steps are enough
  steps:
    - {label: Notice, text: Look twice}
    - {label: Note, text: Write it down}
    - {label: Call, text: Ask somebody}
  notes: Said.
- kind: section
  id: second
  title: What we do then
  text: Another line
  notes: Said.
- kind: columns
  id: columns
  title: You can help without a risk
  columns:
    - {heading: Please do, icon: check, points: [Listen, Write]}
    - {heading: Please do not, icon: x, points: [Follow, Post]}
  notes: Said.
- kind: table
  id: table
  title: Whom to call depends on what you saw
  header: [What you saw, Whom to call, When]
  rows: [[Danger, The police, Always], [A worry, A friend, By day]]
  notes: Said.
- kind: bullets
  id: bullets
  title: What to keep in mind
  points: ["Read [the report of the council](https://example.org/report)", Tell a friend of it]
  notes: Said.
- {kind: ask, id: ask, title: Come and help us, text: We meet on Mondays, url: "https://example.org/", notes: Said.}
- {kind: statement, id: last, title: People find help, text: A line below it, notes: Said.}
"""
SECTION, CHART, STEPS, COLUMNS, TABLE, BULLETS, ASK, LAST = 2, 3, 4, 6, 7, 8, 9, 11
WHOLE = Box(0, 0, inches(13.333), inches(7.5))


@cache
def good_deck() -> bytes:
    """A deck with every kind of thing that can be spoilt, and no fault."""
    place = workspace({TALK: outline(dedent(SLIDES))})
    deck = build_talk(TALK, Project(place), Day(Event())).deck
    assert deck is not None
    return deck


@dataclass
class Planting:
    """A deck that is being spoilt: its parts, and those that have been opened as XML."""

    parts: dict[str, bytes]
    opened: dict[str, Node] = field(default_factory=dict)

    def part(self, name: str) -> Node:
        """A part as XML; what is changed in it is kept."""
        if name not in self.opened:
            self.opened[name] = etree.fromstring(self.parts[name])
        return self.opened[name]

    def slide(self, number: int) -> Node:
        """A slide by its number."""
        return self.part(f"ppt/slides/slide{number}.xml")

    def layout(self, number: int) -> Node:
        """The layout of a slide."""
        relations = self.part(f"ppt/slides/_rels/slide{number}.xml.rels")
        (target,) = (one.get("Target", "") for one in relations if one.get("Type", "").endswith("/slideLayout"))
        return self.part(target.replace("../", "ppt/"))

    def relate(self, number: int, kind: str, target: str, *, external: bool = False) -> str:
        """Lead from a slide to a target; returns the id."""
        relations = self.part(f"ppt/slides/_rels/slide{number}.xml.rels")
        name = f"rId{len(relations) + 100}"
        made = etree.SubElement(relations, f"{{{PREFIXES['rel']}}}Relationship", Id=name, Target=target)
        made.set("Type", f"{PREFIXES['r']}/{kind}")
        if external:
            made.set("TargetMode", "External")
        return name

    def media(self, number: int, name: str, content: bytes) -> str:
        """Put a file beside the pictures and lead from a slide to it; returns the id."""
        self.parts[f"ppt/media/{name}"] = content
        types = self.part("[Content_Types].xml")
        ending = name.rpartition(".")[2]
        if not any(each.get("Extension") == ending for each in types):
            default = etree.SubElement(types, types[0].tag.replace("Override", "Default"))
            default.set("Extension", ending)
            default.set("ContentType", f"image/{ending}")
        return self.relate(number, "image", f"../media/{name}")

    def saved(self) -> bytes:
        """The deck as a file."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for name, content in self.parts.items():
                xml = self.opened.get(name)
                archive.writestr(name, content if xml is None else etree.tostring(xml, encoding="UTF-8"))
        return held.getvalue()


def opened(deck: bytes) -> Planting:
    """A deck, ready to be spoilt."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return Planting({name: archive.read(name) for name in archive.namelist()})


@dataclass(frozen=True)
class Fault:
    """How a fault is planted, and all that must be found: codes with the numbers of their slides."""

    plant: Callable[[Planting], None]
    found: frozenset[tuple[str, int]]

    @property
    def name(self) -> str:
        """What is wrong, in words."""
        return self.plant.__name__.replace("_", " ")


FAULTS: list[Fault] = []


def fault(code: str, slide: int, *also: str) -> Callable[[Callable[[Planting], None]], Callable[[Planting], None]]:
    """Say what a planted fault must lead to: a code on a slide (1 for the deck as a whole), and codes that follow."""

    def listed(plant: Callable[[Planting], None]) -> Callable[[Planting], None]:
        FAULTS.append(Fault(plant, frozenset((each, slide) for each in (code, *also))))
        return plant

    return listed


def planted(one: Fault) -> bytes:
    """The good deck with one fault."""
    deck = opened(good_deck())
    one.plant(deck)
    return deck.saved()


# --- pieces of XML --------------------------------------------------------------------------------------------------


def xml(text: str) -> Node:
    """An element of a slide."""
    names = " ".join(f'xmlns:{prefix}="{PREFIXES[prefix]}"' for prefix in ("a", "p", "r", "p14"))
    (made,) = etree.fromstring(f"<root {names}>{text}</root>")
    return made


def first(node: Node, path: str) -> Node:
    """The first that an XPath finds."""
    return find(node, path)[0]


def drop(node: Node) -> None:
    """Take an element out."""
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def title(slide: Node) -> Node:
    """The title of a slide."""
    return first(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")


def tree(slide: Node) -> Node:
    """The tree of shapes of a slide."""
    return first(slide, "//p:spTree")


def label(slide: Node, path: str) -> Node:
    """The ``p:cNvPr`` of the first shape that an XPath finds."""
    return first(slide, f"({path})/*/p:cNvPr")


def runs(slide: Node) -> list[Node]:
    """The properties of the runs of a slide but for its title and foot."""
    kinds = "title ctrTitle ftr sldNum"
    return find(slide, f"//p:sp[not(contains('{kinds}', p:nvSpPr/p:nvPr/p:ph/@type))]//a:r/a:rPr")


def box_xml(box: Box) -> str:
    """Where a shape is."""
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'


def panel(fill: str, box: Box = WHOLE) -> Node:
    """A decorative rectangle with a fill."""
    mark = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        f'xmlns:adec="{PREFIXES["adec"]}" val="1"/></a:ext></a:extLst>'
    )
    return xml(
        f'<p:sp><p:nvSpPr><p:cNvPr id="900" name="Panel">{mark}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


def solid(colour: str) -> str:
    """A flat fill."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def text_box(words: str, box: Box, properties: str = 'lang="en-US"', inside: str = "") -> Node:
    """A text box with one run."""
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="901" name="Text box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>'
        f"<a:lstStyle/><a:p><a:r><a:rPr {properties}>{inside}</a:rPr><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def put_below(slide: Node, shape: Node) -> None:
    """Put a shape under all others."""
    tree(slide).insert(2, shape)


def set_fill(run: Node, colour: str) -> None:
    """Write a run in a colour, as XML."""
    for old in find(run, "a:solidFill"):
        run.remove(old)
    run.insert(0, xml(f"<a:solidFill>{colour}</a:solidFill>"))


def image(colour: str, form: str = "PNG", frames: int = 1) -> bytes:
    """A small picture of one colour."""
    held = io.BytesIO()
    pictures = [Image.new("RGB", (40, 30), colour if at == 0 else "white") for at in range(frames)]
    more = {"save_all": True, "append_images": pictures[1:]} if frames > 1 else {}
    pictures[0].save(held, form, **more)
    return held.getvalue()


def picture(relation: str, box: Box, alt: str = "A hall", inside: str = "", name: str = "Picture") -> Node:
    """A picture; ``inside`` is what stands in its ``p:nvPr``."""
    return xml(
        f'<p:pic><p:nvPicPr><p:cNvPr id="902" name="{name}" descr="{alt}"/><p:cNvPicPr/><p:nvPr>{inside}</p:nvPr>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def graphic(uri: str, box: Box = Box(inches(5), inches(5), inches(1), inches(1))) -> Node:  # noqa: B008 - frozen
    """A graphic of another schema, without alt text."""
    return xml(
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="903" name="Graphic"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f"</p:nvGraphicFramePr>{box_xml(box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="{uri}"/></a:graphic></p:graphicFrame>'
    )


def timing(node: str) -> Node:
    """Animations of a slide, one of which is ``node``."""
    return xml(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f"<p:par>{node}</p:par></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )


FREE = Box(inches(9), inches(4.6), inches(3), inches(0.8))
