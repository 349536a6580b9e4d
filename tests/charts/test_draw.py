from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from itertools import combinations
from pathlib import Path

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from outreach_decks.charts.draw import PNG_DPI, draw_chart
from outreach_decks.charts.sheet import LEAST_SIZE
from outreach_decks.deck import DrawnImage, PlacedChart
from outreach_decks.diagnostics import DeckError
from outreach_decks.facts import ChartKind
from outreach_decks.geometry import EMU_PER_INCH, EMU_PER_PT, Box, inches
from tests.charts.examples import (
    BY_AGE,
    KINDS,
    PROTECTED,
    SLOT,
    THEME,
    Rows,
    figure_of,
    ink,
    letters,
    placed,
    texts,
)
from tests.projects import fonts

JAPANESE = (("18歳未満", 41.0), ("18歳以上", 25.0))
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def drawn(kind: ChartKind) -> DrawnImage:
    """Draw the small example of a kind."""
    return draw_chart(placed(kind, BY_AGE, ("under 18",)), THEME, fonts())


@EVERY_KIND
def test_png_has_the_pixels_of_its_box(kind: ChartKind) -> None:
    """The PNG has 200 px or more to each inch of the box, and no comment in it."""
    image = Image.open(BytesIO(drawn(kind).png))
    width, height = (side / EMU_PER_INCH * PNG_DPI for side in (SLOT.width, SLOT.height))
    assert PNG_DPI >= 200
    assert (abs(image.width - width) <= 1, abs(image.height - height) <= 1) == (True, True)
    assert set(image.info) <= {"dpi"}


@EVERY_KIND
def test_svg_is_of_the_size_of_its_box_with_words_as_paths(kind: ChartKind) -> None:
    """The SVG is as large as the box, has no text, no document type and no date, and calls nothing from elsewhere."""
    svg = drawn(kind).svg.decode()
    assert f'width="{SLOT.width / EMU_PER_PT:g}pt" height="{SLOT.height / EMU_PER_PT:g}pt"' in svg
    assert not re.search(r"<text|<image|<!DOCTYPE|<dc:|<metadata|url\(|href=", svg)


@EVERY_KIND
def test_svg_is_drawn_in_colours_of_the_theme(kind: ChartKind) -> None:
    """Every fill and stroke is a colour of the theme."""
    found = re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", drawn(kind).svg.decode())
    assert found
    assert set(found) <= {f"#{colour.lower()}" for colour in THEME.colours.values()}


@EVERY_KIND
def test_ground_is_transparent(kind: ChartKind) -> None:
    """Where nothing is drawn, the slide shows through."""
    image = Image.open(BytesIO(drawn(kind).png))
    assert image.mode == "RGBA"
    assert image.getchannel("A").getextrema() == (0, 255)


def test_bytes_are_the_same_in_another_process() -> None:
    """Another process with another hash seed draws the same bytes."""
    script = (
        "import hashlib;from tests.charts.test_draw import drawn;from tests.charts.examples import KINDS;"
        "print(*(hashlib.sha256(d.svg+d.png).hexdigest() for d in map(drawn,KINDS)))"
    )
    here = [hashlib.sha256(image.svg + image.png).hexdigest() for image in map(drawn, KINDS)]
    there = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert there.stdout.split() == here


def test_settings_of_matplotlib_are_left_as_they_were() -> None:
    """Drawing changes none of matplotlib's global settings, and none of those changes what is drawn."""
    plain = drawn("line")
    with mpl.rc_context({"lines.antialiased": False, "savefig.dpi": 30, "svg.hashsalt": "x", "path.snap": False}):
        before = dict(mpl.rcParams)
        assert drawn("line") == plain
        assert dict(mpl.rcParams) == before


def test_pyplot_is_never_loaded() -> None:
    """The object interface alone is used: pyplot keeps figures alive and picks a backend for the whole process."""
    script = "import sys, outreach_decks.charts.draw; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], check=False).returncode == 0


@EVERY_KIND
@pytest.mark.parametrize("rows", [BY_AGE, JAPANESE], ids=["english", "japanese"])
def test_words_are_large_inside_and_apart(kind: ChartKind, rows: Rows) -> None:
    """Whatever is lettered is 18 pt or more, lies on the sheet and touches nothing else lettered."""
    assert_readable(kind, rows, (rows[0][0],), SLOT)


def assert_readable(kind: ChartKind, rows: Rows, highlight: tuple[str, ...], box: Box) -> None:
    """Check sizes, places and distances of all that is lettered."""
    figure = figure_of(kind, rows, highlight, box=box)
    frames = [ink(each) for each in letters(figure)]
    assert frames
    assert min(each.words.size for each in letters(figure)) >= LEAST_SIZE
    assert min(min(frame.x, frame.y) for frame in frames) >= -0.5
    assert max(frame.right for frame in frames) <= box.width / EMU_PER_PT + 0.5
    assert max(frame.top for frame in frames) <= box.height / EMU_PER_PT + 0.5
    touching = [(a, b) for a, b in combinations(frames, 2) if a.meets(b, -0.5)]
    assert not touching, texts(figure)


LABELS = st.text("abcdeg mnop 人身取引、保護（）", min_size=1, max_size=24).map(str.strip).filter(bool)
LARGE = st.one_of(st.integers(0, 140), st.integers(0, 500_000)).map(float)
SMALL = st.integers(0, 60).map(float)


@settings(max_examples=120)
@given(st.data())
def test_any_rows_are_readable_or_refused(data: st.DataObject) -> None:
    """Rows of any number, length and size are drawn so that they can be read, or refused as too crowded."""
    kind = data.draw(st.sampled_from(KINDS))
    parts = kind in {"share", "pictogram"}
    count = data.draw(st.integers(1, 4 if parts else 30))
    years = data.draw(st.booleans())
    labels = [str(1995 + i) for i in range(count)] if years else data.draw(unique_labels(count))
    rows = tuple((label, data.draw(SMALL if parts else LARGE)) for label in labels)
    highlight = tuple(data.draw(st.lists(st.sampled_from(labels), max_size=4)))
    width, height = data.draw(st.sampled_from(((5.0, 2.5), (8.0, 4.1), (11.9, 4.1))))
    try:
        assert_readable(kind, rows, highlight, Box(0, 0, inches(width), inches(height)))
    except DeckError as error:
        assert [found.code for found in error.diagnostics] == ["chart-too-crowded"]  # noqa: PT017


def unique_labels(count: int) -> st.SearchStrategy[list[str]]:
    """Return labels of which no two are equal."""
    return st.lists(LABELS, min_size=count, max_size=count, unique=True)


@EVERY_KIND
def test_a_character_that_no_face_has_is_an_error(kind: ChartKind) -> None:
    """A character without a glyph stops the drawing: no empty boxes are ever shown."""
    assert_refused(placed(kind, (("under 18", 41), ("a \U0001f600", 25))), "missing-glyph", "U+1F600")


@EVERY_KIND
@pytest.mark.parametrize(
    "rows", [(), (("a", 0.0), ("b", 0.0)), (("a", 3.0), ("b", -1.0))], ids=["none", "zero", "minus"]
)
def test_rows_that_cannot_be_drawn_are_an_error(kind: ChartKind, rows: Rows) -> None:
    """No rows, nothing but zeros or a figure below zero are refused."""
    assert_refused(placed(kind, rows), "chart-too-crowded", "figures of zero or more")


def assert_refused(shape: PlacedChart, code: str, words: str) -> None:
    """Check that a chart is refused with one finding about its data file."""
    with pytest.raises(DeckError) as caught:
        draw_chart(shape, THEME, fonts())
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.file) == (code, "data/example.csv")
    assert words in found.message


def test_unit_is_said_once() -> None:
    """The unit stands with the point and nowhere else."""
    assert texts(figure_of("column", PROTECTED, ("2024",))).count("people") == 1


def test_figures_are_written_as_the_language_writes_them() -> None:
    """Separators are those of the language."""
    rows = (("a", 17_300.5), ("b", 6_300.0))
    assert {"17,300.5", "6,300.0"} <= set(texts(figure_of("bar", rows)))
    assert {"17.300,5", "6.300,0"} <= set(texts(figure_of("bar", rows, language="de")))
