from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.package_lint import lint
from tests.powerpoint.every_shape import written

Entries = dict[str, bytes]
PRESENTATION, TYPES = "ppt/presentation.xml", "[Content_Types].xml"
COVER, SIGNS, CHART, TABLE, STEPS = (f"ppt/slides/slide{number}.xml" for number in (1, 3, 6, 7, 8))
SIGNS_RELATIONS, CHART_RELATIONS = (f"ppt/slides/_rels/slide{number}.xml.rels" for number in (3, 6))
FIRST_NOTES, SECOND_NOTES = (f"ppt/notesSlides/notesSlide{number}.xml" for number in (1, 2))


def entries() -> Entries:
    """The entries of a good deck."""
    with ZipFile(BytesIO(written())) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Entries, *, twice: str | None = None) -> bytes:
    """A package of these entries, one of them ``twice``."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
        if twice:
            package.writestr(twice, parts[twice])
    return file.getvalue()


def changed(name: str, pattern: str, to: str) -> Callable[[Entries], None]:
    """A fault: in one part, the first match of a pattern becomes something else."""

    def fault(parts: Entries) -> None:
        text = parts[name].decode("utf-8")
        spoilt = re.sub(pattern, to, text, count=1, flags=re.DOTALL)
        assert spoilt != text
        parts[name] = spoilt.encode("utf-8")

    return fault


def gone(name: str) -> Callable[[Entries], None]:
    """A fault: a part is missing."""

    def fault(parts: Entries) -> None:
        del parts[name]

    return fault


def first_image(parts: Entries, ending: str) -> str:
    """The name of the first image of a kind."""
    return next(name for name in parts if name.startswith("ppt/media/") and name.endswith(ending))


def spoilt_png(parts: Entries) -> None:
    """A fault: a PNG that is none."""
    parts[first_image(parts, ".png")] = b"GIF89a"


def spoilt_svg(parts: Entries) -> None:
    """A fault: an SVG that is not XML."""
    parts[first_image(parts, ".svg")] = b"<svg"


def another_drawing(parts: Entries) -> None:
    """A fault: an SVG that is another kind of XML."""
    parts[first_image(parts, ".svg")] = b"<html/>"


def lost_image(parts: Entries) -> None:
    """A fault: an image that nothing shows."""
    parts["ppt/media/left.png"] = b"\x89PNG\r\n\x1a\n"


def escaped(parts: Entries) -> None:
    """A fault: an entry that would be unpacked beside the folder."""
    parts["../evil.xml"] = b"<a/>"


FAULTS = {
    "relation lost in a slide": (changed(CHART, r'r:embed="rId\d+"', 'r:embed="rId99"'), "is no relation"),
    "target missing": (gone(SECOND_NOTES), "which is lost"),
    "relation twice": (changed(SIGNS_RELATIONS, 'Id="rId2"', 'Id="rId1"'), "is there twice"),
    "nothing leads to a part": (lost_image, "nothing leads to it"),
    "content type missing": (changed(TYPES, r'<Override PartName="[^"]*svg"[^>]*/>', ""), "has no content type"),
    "content type wrong": (changed(TYPES, r"presentationml\.slide\+xml", "x.tags+xml"), "has not the content type of"),
    "content type of nothing": (changed(TYPES, r"/ppt/slides/slide3\.xml", "/ppt/slides/slide33.xml"), "is not there"),
    "shape id twice": (changed(SIGNS, 'id="3"', 'id="2"'), "shape id 2 is there twice"),
    "slide id twice": (changed(PRESENTATION, '<p:sldId id="257"', '<p:sldId id="256"'), "256 is there twice"),
    "slide id too small": (changed(PRESENTATION, '<p:sldId id="256"', '<p:sldId id="25"'), "slide id 25 is too small"),
    "one slide listed twice": (
        changed(PRESENTATION, r'(<p:sldId id="256" r:id="(rId\d+)"/><p:sldId id="257" r:id=")rId\d+', r"\1\2"),
        "is there twice",
    ),
    "layout id twice": (
        changed("ppt/slideMasters/slideMaster1.xml", r'(<p:sldLayoutId id=")\d+', r"\g<1>2147483648"),
        "2147483648 is there twice",
    ),
    "section misses a slide": (changed(PRESENTATION, '<p14:sldId id="258"/>', ""), "the sections do not hold"),
    "notes master not named": (changed(PRESENTATION, "<p:notesMasterId .*?/>", ""), "the notes master is not named"),
    "row without a cell": (changed(TABLE, "<a:tc>.*?</a:tc>", ""), "a cell for each column"),
    "table without a header": (changed(TABLE, ' firstRow="1"', ""), "has no header"),
    "notes of another slide": (
        changed("ppt/notesSlides/_rels/notesSlide2.xml.rels", r"slides/slide2\.xml", "slides/slide3.xml"),
        "is not tied to its slide",
    ),
    "notes without a number": (changed(FIRST_NOTES, "<a:fld .*</a:fld>", ""), "does not show the slide's number"),
    "run without a language": (changed(SIGNS, '<a:rPr lang="en-US"', "<a:rPr"), "has no language"),
    "no such language": (changed(SIGNS, 'lang="en-US"', 'lang="english"'), "english is no language"),
    "empty placeholder": (changed(SIGNS, "Source: [^<]*", ""), "the placeholder Source is empty"),
    "placeholder of no layout": (changed(SIGNS, 'idx="40"', 'idx="77"'), "has no placeholder 77"),
    "title empty": (changed(SIGNS, "Signs that[^<]*", ""), "has no title"),
    "title is no title": (changed(SIGNS, 'type="title"', 'type="body"'), "has no title"),
    "picture without alt text": (changed(CHART, r'(name="Chart") descr="[^"]*"', r"\1"), "Chart has no alt"),
    "group without alt text": (changed(STEPS, r'(name="Steps") descr="[^"]*"', r"\1"), "Steps has no alt"),
    "table without alt text": (changed(TABLE, r'(name="Table") descr="[^"]*"', r"\1"), "Table has no alt"),
    "PNG is none": (spoilt_png, "is not what its name says"),
    "SVG is not XML": (spoilt_svg, "is not XML"),
    "SVG is no drawing": (another_drawing, "is not an SVG"),
    "unsafe link": (changed(SIGNS_RELATIONS, 'Target="https:', 'Target="javascript:'), "leads to javascript:"),
    "picture from elsewhere": (
        changed(CHART_RELATIONS, r'(/image") Target="[^"]*"', r'\1 Target="https://a.b" TargetMode="External"'),
        "leads to https://a.b",
    ),
    "DOCTYPE": (changed(COVER, "<p:sld ", "<!DOCTYPE a><p:sld "), "has a DOCTYPE"),
    "way out of the package": (escaped, "leads out of the package"),
}  # fmt: skip


def test_nothing_is_found_in_a_good_deck() -> None:
    """A deck with every kind of shape is without fault."""
    assert lint(written()) == []
    assert lint(packed(entries())) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str) -> None:
    """Each fault, put alone into the good deck, is named."""
    spoil, said = FAULTS[fault]
    parts = entries()
    spoil(parts)
    assert [problem for problem in lint(packed(parts)) if said in problem]


def test_an_entry_that_is_there_twice_is_found() -> None:
    """Two entries of one name are two files to some programs and one to others."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        pptx = packed(entries(), twice=COVER)
    assert f"{COVER}: is there 2 times" in lint(pptx)


def test_what_is_no_package_is_said_to_be_none() -> None:
    """Bytes that are no zip file are one finding, not an exception."""
    assert lint(b"not a zip") == ["not a package: File is not a zip file"]
