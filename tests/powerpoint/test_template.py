"""Reading a template: what it resolves, and what it says of a table or a file that is wrong."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.document import Document
from outreach_decks.geometry import Box, inches
from outreach_decks.powerpoint.silhouettes import needed_roles, roles, silhouettes
from outreach_decks.powerpoint.template import read_template
from outreach_decks.reader import read_document
from outreach_decks.theme import COLOUR_SLOTS, Geometry, Level, Theme

FOLDER = Path(__file__).parents[2] / "assets" / "templates"
TABLE = (FOLDER / "layouts.yaml").read_text(encoding="utf-8")
# Where a placeholder is; what is drawn has a geometry after its place.
PLACE = r"<a:xfrm>(?:(?!</a:xfrm>).)*</a:xfrm>(?=</p:spPr>)"
NAMES = ("church", "school", "community")


def _bytes(name: str = "church") -> bytes:
    return (FOLDER / f"{name}.pptx").read_bytes()


def _table(text: str = TABLE) -> Document:
    return read_document("layouts.yaml", text.encode("utf-8"))


@cache
def _read(name: str = "church") -> tuple[Theme, Geometry]:
    return read_template(_bytes(name), _table())


def _findings(pptx: bytes, table: str = TABLE) -> tuple[Diagnostic, ...]:
    with pytest.raises(DeckError) as caught:
        read_template(pptx, _table(table), "own.pptx")
    return caught.value.diagnostics


def _rewritten(change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """The church template with each part changed, or left out where ``change`` gives None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(name, changed)
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def _replaced(part: str, pattern: str, new: str) -> bytes:
    """The church template with a pattern replaced in the parts whose name holds ``part``."""

    def change(name: str, content: bytes) -> bytes:
        text = content.decode("utf-8")
        return (re.sub(pattern, new, text) if part in name else text).encode("utf-8")

    return _rewritten(change)


@pytest.mark.parametrize("name", NAMES)
def test_every_silhouette_resolves(name: str) -> None:
    """Each silhouette has a layout with all the roles it needs, inside the slide."""
    geometry = _read(name)[1]
    assert tuple(geometry.layouts) == silhouettes()
    for silhouette, layout in geometry.layouts.items():
        assert set(needed_roles(silhouette)) <= set(layout.slots) <= set(roles(silhouette))
        for slot in layout.slots.values():
            assert slot.box.right <= geometry.width
            assert slot.box.bottom <= geometry.height


def test_the_slide_is_measured() -> None:
    """The geometry knows the size of the slide."""
    geometry = _read()[1]
    assert (geometry.width, geometry.height) == (12_192_000, 6_858_000)


@pytest.mark.parametrize("name", NAMES)
def test_the_theme_names_all_colours_and_faces(name: str) -> None:
    """Colours are RRGGBB by the program's names; each kind of text has a Latin and a Japanese face."""
    theme = _read(name)[0]
    assert set(theme.colours) == set(COLOUR_SLOTS)
    assert all(re.fullmatch("[0-9A-F]{6}", colour) for colour in theme.colours.values())
    assert (theme.latin, theme.heading_latin) == ("Calibri", "Calibri")
    assert (theme.east_asian, theme.heading_east_asian) == ("BIZ UDPGothic", "BIZ UDPGothic")


def test_dark_comes_from_the_table() -> None:
    """The layouts on the dark ground are those that the table says."""
    layouts = _read()[1].layouts
    assert {name for name, layout in layouts.items() if layout.dark} == {
        "cover",
        "section",
        "statement",
        "quote",
        "closing",
    }


def test_a_slot_knows_how_its_text_looks() -> None:
    """Box, levels, weight, spacing, anchor, alignment and colour are those of the layout."""
    layouts = _read()[1].layouts
    title, body = layouts["bullets"].slots["title"], layouts["bullets"].slots["body"]
    assert title.box == Box(inches(0.7), inches(0.42), inches(11.9333), inches(1.27))
    assert (title.size, title.bold, title.line_spacing, title.anchor) == (40, True, 0.9, "ctr")
    assert (title.kind, title.colour, title.insets) == ("title", "ground", (0, 0, 0, 0))
    assert body.levels == (
        Level(32, 274_320, -274_320, 14, bullet=True),
        Level(28, 548_640, -274_320, 4, bullet=True),
        Level(24, 822_960, -274_320, 4, bullet=True),
    )
    assert (body.index, body.kind, body.bold, body.align, body.colour) == (21, "body", False, "l", "ink")
    badge = layouts["discussion"].slots["badge"]
    assert (badge.align, badge.anchor, badge.colour) == ("ctr", "ctr", "paper")
    assert badge.insets == (inches(0.15), 0, inches(0.15), 0)
    assert badge.text_box.width == badge.box.width - 2 * inches(0.15)


def test_what_a_layout_leaves_out_comes_from_the_master() -> None:
    """A placeholder with neither place nor style has those of the master's placeholder of its kind."""
    bare = _replaced("slideLayouts/", rf"{PLACE}|<a:lvl\dpPr.*?</a:lvl\dpPr>", "")
    body = read_template(bare, _table())[1].layouts["bullets"].slots["body"]
    assert body.box == Box(inches(0.7), inches(1.9), inches(11.9333), inches(4.4))
    assert [level.size for level in body.levels] == [28, 24, 20]
    assert body.levels[0].bullet


def test_what_nobody_says_is_what_the_format_says() -> None:
    """Without any style text has 18 pt, no bullet, single spacing, and the insets of ECMA-376."""
    bare = _replaced("ppt/", r"<a:lvl\dpPr.*?</a:lvl\dpPr>| [ltrb]Ins=\"\d+\"| anchor=\"\w+\"", "")
    body = read_template(bare, _table())[1].layouts["bullets"].slots["body"]
    assert (body.size, body.bold, body.line_spacing, body.anchor, body.align) == (18, False, 1, "t", "l")
    assert body.insets == (91_440, 45_720, 91_440, 45_720)
    assert (body.levels[0].bullet, body.levels[0].space_before, body.colour) == (False, 0, "ink")


def test_distances_may_be_points_or_shares() -> None:
    """Line spacing in points stays what it is; space before in per cent becomes points."""
    pattern = r"<a:lnSpc>.*?</a:lnSpc><a:spcBef>.*?</a:spcBef>"
    new = '<a:lnSpc><a:spcPts val="3840"/></a:lnSpc><a:spcBef><a:spcPct val="50000"/></a:spcBef>'
    body = read_template(_replaced("slideLayouts/", pattern, new), _table())[1].layouts["bullets"].slots["body"]
    assert (body.line_spacing, body.levels[0].distance) == (1.0, 38.4)
    assert body.levels[0].space_before == pytest.approx(16.0)


def test_a_colour_of_the_system_is_what_it_last_was() -> None:
    """A theme may leave ink and paper to the system."""
    new = '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    theme = read_template(_replaced("theme1", r"<a:dk1>.*?</a:dk1>", new), _table())[0]
    assert theme.colours["ink"] == "000000"


def test_all_that_is_wrong_with_a_table_is_said_at_once() -> None:
    """One error holds every finding, each at its place in the table."""
    table = TABLE.replace("layout: Quote,", "layout: Qoute,").replace("closing: {", "clossing: {")
    table = table.replace("layout: Notice, slots: {title: 0, body: 21", "layout: Notice, slots: {title: 0, body: 99")
    found = _findings(_bytes(), table)
    assert [finding.code for finding in found] == [
        "missing-silhouette",
        "unknown-layout",
        "unknown-silhouette",
        "unknown-placeholder",
    ]
    assert [(finding.span.file, finding.span.line) for finding in found[1:]] == [
        ("layouts.yaml", 6),
        ("layouts.yaml", 7),
        ("layouts.yaml", 8),
    ]
    assert found[1].hints == ('did you mean "Quote"?',)
    assert found[1].excerpt[found[1].span.column - 1 :].startswith("Qoute")
    assert found[2].hints == ('did you mean "closing"?',)
    assert found[3].hints[0].startswith("it has 0 (Title), 11 (Footer)")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("layout: List, slots: {title: 0, body: 21", "layout: List, slots: {title: 0, bodi: 21", "unknown-role"),
        ("layout: List, slots: {title: 0, body: 21, ", "layout: List, slots: {title: 0, ", "missing-role"),
        ("slots: {title: 0, table: 31, source: 40}", "slots: {title: 0, table: 40, source: 31}", "wrong-placeholder"),
        ("slots: {title: 0, table: 31", "slots: {title: 0, table: one", "wrong-type"),
        ("cover: {layout: Cover, dark: true", "cover: {layout: Cover, dark: 1", "wrong-type"),
        ("cover: {layout: Cover, dark: true", "cover: {layout: Cover, drak: true", "unknown-key"),
        ("bullets: {layout: List, slots:", "bullets: {slots:", "missing-key"),
        ("prayer: {layout: Prayer, slots: {title: 0, body: 21, icon: 30}}", "prayer: Prayer", "wrong-type"),
        ("slots: {title: 0, body: 21}}", "slots: 21}", "wrong-type"),
    ],
)
def test_each_fault_of_a_table_has_its_code(old: str, new: str, code: str) -> None:
    """What is misspelt, missing or of the wrong type is named."""
    assert old in TABLE
    assert code in {finding.code for finding in _findings(_bytes(), TABLE.replace(old, new))}


def test_a_table_must_be_a_mapping() -> None:
    """A list is no table of silhouettes."""
    assert [finding.code for finding in _findings(_bytes(), "- cover\n")] == ["wrong-type"]


def test_a_placeholder_must_have_a_place() -> None:
    """A placeholder that no master places cannot be laid out."""
    homeless = _replaced("ppt/slide", PLACE, "")
    assert {finding.code for finding in _findings(homeless)} == {"wrong-placeholder"}


TYPES = "[Content_Types].xml"
MAIN = rb"application/vnd.openxmlformats-officedocument.presentationml.presentation.main\+xml"
LINKED = (
    b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="http://192.0.2.1/a.png" TargetMode="External"/></Relationships>'
)


def _retyped(new: bytes) -> bytes:
    return _rewritten(lambda name, content: re.sub(MAIN, new, content) if name == TYPES else content)


def _twice() -> bytes:
    out = io.BytesIO(_bytes())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(TYPES, b"")
    return out.getvalue()


def _linked(kind: bytes = b"image", target: bytes = b"http://192.0.2.1/a.png") -> bytes:
    """The church template with a link out of the file, which a layout has."""
    link = LINKED.replace(b"/image", b"/" + kind).replace(b"http://192.0.2.1/a.png", target)

    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"</Relationships>", link) if name.endswith("slideLayout1.xml.rels") else content

    return _rewritten(change)


BAD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "not a .pptx file"),
    "text": (lambda: b"not a zip at all", "not a .pptx file"),
    "cut": (lambda: _bytes()[:20_000], "not a .pptx file"),
    "encrypted": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "zip": (lambda: _rewritten(lambda name, content: None if name == TYPES else content), "not a presentation"),
    "word": (lambda: _retyped(b"application/x-word"), "another kind"),
    "pptm": (lambda: _retyped(b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), ".pptm"),
    "potm": (lambda: _retyped(b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml"), ".potm"),
    "ppsm": (lambda: _retyped(b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml"), ".ppsm"),
    "macros": (lambda: _rewritten(lambda _, content: content, {"ppt/vbaProject.bin": b"x"}), "macros"),
    "doctype": (lambda: _replaced("theme1", "<a:theme ", "<!DOCTYPE a><a:theme "), "document type"),
    "linked": (
        _linked,
        "ppt/slideLayouts/slideLayout1.xml fetches a part of kind image from elsewhere: http://192.0.2.1/a.png",
    ),
    "file": (lambda: _linked(b"hyperlink", b"file:///C:/notes.docx"), "leads neither to a web page nor to a mail"),
    "twice": (_twice, "same name"),
    "crowded": (lambda: _rewritten(lambda _, content: content, {f"x{i}.xml": b"" for i in range(2_000)}), "too big"),
    "bomb": (lambda: _rewritten(lambda _, content: content, {"ppt/x.xml": bytes(10_000_001)}), "too big"),
    "broken": (lambda: _replaced("presentation.xml", "<p:sldSz", "<p:sldSz<"), "do not fit together"),
    "uncoloured": (lambda: _replaced("theme1", r"<a:dk2>.*?</a:dk2>", ""), "no theme"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_template_is_refused(name: str) -> None:
    """What is not a .pptx, is encrypted, has macros or could do harm ends in one finding that says which."""
    make, words = BAD_FILES[name]
    found = _findings(make())
    assert [(finding.code, finding.span.file) for finding in found] == [("bad-template", "own.pptx")]
    assert words in found[0].message


@pytest.mark.parametrize("kind", [b"template", b"slideshow"])
def test_a_template_and_a_show_are_read_like_a_presentation(kind: bytes) -> None:
    """A .potx and a .ppsx hold the same parts under another type."""
    other = _retyped(b"application/vnd.openxmlformats-officedocument.presentationml." + kind + b".main+xml")
    assert read_template(other, _table()) == _read()


@pytest.mark.parametrize("target", [b"https://example.org/", b"mailto:info@example.org"])
def test_links_to_pages_and_addresses_may_stand_in_a_template(target: bytes) -> None:
    """They fetch nothing: somebody has to click."""
    assert read_template(_linked(b"hyperlink", target), _table()) == _read()


def test_every_link_is_named() -> None:
    """All of them at once, each with its part and its target."""
    layouts = ("slideLayout1.xml.rels", "slideLayout2.xml.rels")

    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"</Relationships>", LINKED) if name.endswith(layouts) else content

    assert len(_findings(_rewritten(change))) == 2
