"""The templates are made from the builder alone, the same on every run, and hold what a deck relies on."""

from __future__ import annotations

import io
import math
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

import build_templates
from outreach_decks.reader import read_document
from templates.audiences import AUDIENCES, EAST_ASIAN, LATIN, Audience, Palette
from templates.template import ORDER, layouts, template

FOLDER = Path(__file__).parents[2] / "assets" / "templates"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMESPACES = {"a": A[1:-1], "p": P[1:-1]}
PLACE = re.compile(r'<a:off x="(\d+)" y="(\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>')
MARGIN = 640_000
Matrix = tuple[tuple[float, float, float], ...]

every_audience = pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.name)


def _parts(audience: Audience) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(template(audience))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _part(audience: Audience, name: str) -> etree._Element:
    return etree.fromstring(_parts(audience)[name])


def _found(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


@every_audience
def test_a_rebuild_equals_the_committed_file(audience: Audience) -> None:
    """Building again gives the bytes that are kept beside the table."""
    assert template(audience) == (FOLDER / f"{audience.name}.pptx").read_bytes()


def test_the_tool_writes_one_file_an_audience(tmp_path: Path) -> None:
    """The command writes three files, into a folder that it makes."""
    build_templates.main(tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"church.pptx", "school.pptx", "community.pptx"}


@every_audience
def test_the_zip_says_nothing_of_when_and_where_it_was_made(audience: Audience) -> None:
    """Every entry is dated 1980, belongs to no system, and no thumbnail or printer setting is there."""
    with zipfile.ZipFile(io.BytesIO(template(audience))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert entries[0].filename == "[Content_Types].xml"
    assert not [entry for entry in entries if not entry.filename.endswith((".xml", ".rels"))]


@every_audience
def test_the_validator_finds_nothing(audience: Audience) -> None:
    """The schemas and rules of Open XML are kept."""
    result = OpenXmlValidator().validate(FOLDER / f"{audience.name}.pptx")
    assert [error.description for error in result.errors] == []


@every_audience
def test_the_document_properties_name_the_template_only(audience: Audience) -> None:
    """No author, no date, and nothing of the library that reads it."""
    properties = _part(audience, "docProps/core.xml")
    said = {etree.QName(item).localname: item.text for item in properties}
    assert said == {"title": audience.title, "language": "en-US"}


def test_the_layouts_stand_in_the_order_of_the_table() -> None:
    """PowerPoint offers the layouts as the table lists them, each once."""
    table = read_document("layouts.yaml", (FOLDER / "layouts.yaml").read_bytes())
    assert isinstance(table.data, dict)
    named = [entry["layout"] for entry in table.data.values() if isinstance(entry, dict)]
    assert tuple(named) == ORDER


@every_audience
def test_every_layout_is_drawn_and_has_a_title(audience: Audience) -> None:
    """Each layout has one title and art of its own that screen readers pass over."""
    for layout in layouts(audience):
        title = [role for role in layout.roles if 'type="title"' in role or 'type="ctrTitle"' in role]
        assert len(title) == 1, layout.name
        assert layout.art, layout.name
        assert all("adec:decorative" in piece and 'userDrawn="1"' in piece for piece in layout.art), layout.name


@every_audience
def test_two_placeholders_of_a_layout_never_share_a_number(audience: Audience) -> None:
    """A slide finds its placeholders by number."""
    for layout in layouts(audience):
        numbers = re.findall(r'<p:ph [^>]*idx="(\d+)"', "".join(layout.roles))
        assert len(numbers) == len(set(numbers)), layout.name


@every_audience
def test_everything_lies_on_the_slide(audience: Audience) -> None:
    """No placeholder leaves the margins of 0.7 inches, but for pictures that fill the slide to its left edge."""
    for layout in layouts(audience):
        for role in layout.roles:
            place = PLACE.search(role)
            assert place is not None, "a negative place, or none"
            x, y, width, height = map(int, place.groups())
            assert x == 0 or x >= MARGIN, layout.name
            assert x + width <= 12_192_000 - MARGIN, layout.name
            assert y + height <= 6_858_000, layout.name


@every_audience
def test_no_text_is_smaller_than_the_last_row_can_read(audience: Audience) -> None:
    """Nothing is under 20 pt but sources and the foot, which have 12 to 14."""
    small = {"Source", "Sources", "Footer", "Slide number"}
    for layout in layouts(audience):
        for role in layout.roles:
            shape = re.search(r' name="([^"]+)"', role)
            least = min(int(size) for size in re.findall(r' sz="(\d+)"', role))
            assert shape is not None
            assert least >= (1200 if shape[1] in small else 2000), (layout.name, shape[1])


@every_audience
def test_the_slide_is_wide_and_names_no_older_format(audience: Audience) -> None:
    """The slide has 13.333 by 7.5 inches and no type, which would say 4:3 to some programs."""
    size = _found(_part(audience, "ppt/presentation.xml"), "p:sldSz")[0]
    assert sorted(size.attrib.items()) == [("cx", "12192000"), ("cy", "6858000")]


@every_audience
def test_japanese_lines_break_by_rule_and_text_has_a_language(audience: Audience) -> None:
    """Kinsoku is set for Japanese, and text that says nothing is English with Japanese beside it."""
    root = _part(audience, "ppt/presentation.xml")
    kinsoku = _found(root, "p:kinsoku")[0]
    assert kinsoku.get("lang") == "ja-JP"
    assert set("、。」）ゃーッ") <= set(kinsoku.get("invalStChars", ""))
    assert set("「（『￥") <= set(kinsoku.get("invalEndChars", ""))
    default = _found(root, "p:defaultTextStyle/a:defPPr/a:defRPr")[0]
    assert (default.get("lang"), default.get("altLang")) == ("en-US", "ja-JP")


@every_audience
def test_both_themes_have_a_latin_and_a_japanese_face(audience: Audience) -> None:
    """The slides and the notes pages are set in the same faces and colours."""
    parts = _parts(audience)
    assert parts["ppt/theme/theme1.xml"] == parts["ppt/theme/theme2.xml"]
    root = etree.fromstring(parts["ppt/theme/theme1.xml"])
    for font in ("majorFont", "minorFont"):
        assert _found(root, f".//a:{font}/a:latin")[0].get("typeface") == LATIN
        assert _found(root, f".//a:{font}/a:ea")[0].get("typeface") == EAST_ASIAN
        assert _found(root, f".//a:{font}/a:font[@script='Jpan']")[0].get("typeface") == EAST_ASIAN


@every_audience
def test_the_notes_master_numbers_its_pages(audience: Audience) -> None:
    """The notes master is listed, shows the slide and the words, and its page number is a live field."""
    listed = _found(_part(audience, "ppt/presentation.xml"), "p:sldMasterIdLst/following-sibling::*[1]")
    assert listed[0].tag == f"{P}notesMasterIdLst"
    root = _part(audience, "ppt/notesMasters/notesMaster1.xml")
    kinds = {placeholder.get("type") for placeholder in _found(root, ".//p:ph")}
    assert kinds == {"hdr", "dt", "sldImg", "body", "ftr", "sldNum"}
    number = _found(root, ".//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='sldNum']/p:txBody/a:p/a:fld")
    assert [field.get("type") for field in number] == ["slidenum"]


def _channels(colour: str) -> tuple[float, float, float]:
    """The linear light of a colour, 0 to 1 (WCAG 2.2, relative luminance)."""
    shares = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def _contrast(first: str, second: str) -> float:
    lights = []
    for colour in (first, second):
        red, green, blue = _channels(colour)
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


BODY = (("ink", "paper"), ("ink", "tint"), ("muted", "paper"), ("ground", "paper"), ("ground", "tint"))
BODY_ON_DARK = (("paper", "ground"), ("tint", "ground"), ("paper", "panel"))
OTHER = (("muted", "tint"), ("accent", "paper"), ("accent", "tint"), ("support", "paper"), ("support", "tint"))
OTHER_ON_DARK = (("glow", "ground"), ("glow", "panel"), ("paper", "accent"), ("tint", "panel"))
DRAWN = (("grey", "paper"), ("accent", "paper"), ("support", "paper"))


@every_audience
@pytest.mark.parametrize(
    ("pairs", "least"), [(BODY + BODY_ON_DARK, 7.0), (OTHER + OTHER_ON_DARK, 4.5), (DRAWN, 3.0)], ids=["7", "4.5", "3"]
)
def test_colours_keep_their_contrast(audience: Audience, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    """Body text has 7:1, other text 4.5:1, what charts draw 3:1."""
    palette = audience.palette
    low = {pair: _contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in low.items() if value < least} == {}


# What people without one kind of cone see, in linear light (Machado, Oliveira and Fernandes 2009, severity 1.0).
NO_RED: Matrix = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
NO_GREEN: Matrix = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881))
NO_BLUE: Matrix = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039))
TO_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def _through(matrix: Matrix, colour: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)


def _lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    shares = (max(value, 0.0) / white for value, white in zip(_through(TO_XYZ, light), WHITE, strict=True))
    x, y, z = (s ** (1 / 3) if s > 0.008856 else 7.787 * s + 16 / 116 for s in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _difference(first: str, second: str, matrix: Matrix) -> float:
    """How far apart two colours are for somebody who sees through ``matrix`` (CIE 1976)."""
    one, other = (_lab(_through(matrix, _channels(colour))) for colour in (first, second))
    return math.dist(one, other)


def _told_apart(palette: Palette) -> tuple[tuple[str, str], ...]:
    return ((palette.accent, palette.grey), (palette.support, palette.grey), (palette.accent, palette.support))


@every_audience
@pytest.mark.parametrize("matrix", [NO_RED, NO_GREEN, NO_BLUE], ids=["no-red", "no-green", "no-blue"])
def test_chart_colours_differ_for_colour_blind_people(audience: Audience, matrix: Matrix) -> None:
    """Accent, support and chart grey stay well over the ten steps that two areas side by side need."""
    assert min(_difference(*pair, matrix) for pair in _told_apart(audience.palette)) >= 20
