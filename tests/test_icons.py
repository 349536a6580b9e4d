from __future__ import annotations

import io
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops

from outreach_decks.diagnostics import DeckError
from outreach_decks.icons import PATH_SQUARE, Command, Icon, PathStep, drawing_path, read_icon

ICONS = Path(__file__).parents[1] / "assets" / "icons"
SHIPPED = sorted(ICONS.glob("*.svg"))
# What a round line end may stand out of the square, a fiftieth of its side.
EDGE = PATH_SQUARE // 50
LETTER: dict[Command, str] = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">{}</svg>'


def inked(svg: str) -> Image.Image:
    """Render an SVG of 256 px and return how much of each pixel is covered."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=256))
    return Image.open(io.BytesIO(png)).convert("RGBA").getchannel("A")


def even_odd(steps: tuple[PathStep, ...]) -> str:
    """Return an SVG of the steps, filled as DrawingML fills."""
    path = " ".join(LETTER[step.command] + " ".join(f"{x} {y}" for x, y in step.points) for step in steps)
    view = f"0 0 {PATH_SQUARE} {PATH_SQUARE}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"><path fill-rule="evenodd" d="{path}"/></svg>'


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_native_shape_looks_like_its_icon(file: Path) -> None:
    """The steps of every shipped icon, filled by the even-odd rule, cover the same pixels as its SVG."""
    icon = read_icon(file.stem, file.read_bytes())
    difference = ImageChops.difference(
        inked(file.read_text(encoding="utf-8")), inked(even_odd(drawing_path(icon.path, icon.view)))
    )
    assert sum(difference.histogram()[65:]) == 0


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_icons_are_of_one_family(file: Path) -> None:
    """Every icon is one path on a square of 256, stays on it, and is listed with its licence."""
    icon = read_icon(file.stem, file.read_bytes())
    steps = drawing_path(icon.path, icon.view)
    ends = [axis for step in steps if step.points for axis in step.points[-1]]
    assert (icon.name, icon.view) == (file.stem, 256)
    assert min(ends) >= -EDGE
    assert max(ends) <= PATH_SQUARE + EDGE
    assert f"| {file.name} |" in (ICONS / "LICENSES.md").read_text(encoding="utf-8")


def test_there_are_icons_to_choose_from() -> None:
    """There are icons enough, and none of what our pictures never show."""
    names = {file.stem for file in SHIPPED}
    assert len(names) >= 45
    assert not names & {"link", "chain", "chains", "handcuffs", "bars", "cage"}


def test_steps_are_whole_numbers_on_one_square() -> None:
    """Lines keep their corners and arcs become cubic curves, on the same square whatever the icon's."""
    steps = drawing_path("M0 0H8V8a4 4 0 0 1-4-4z", 16)
    assert [step.command for step in steps] == ["moveTo", "lnTo", "lnTo", "cubicBezTo", "lnTo", "close"]
    assert steps[1].points == ((50_000, 0),)
    assert steps[3].points[-1] == (25_000, 25_000)


def test_quadratic_curves_become_cubic_ones() -> None:
    """A quadratic curve is raised to the cubic one that looks the same."""
    assert drawing_path("M0 0Q30 0 30 30z", 100)[1] == PathStep(
        "cubicBezTo", ((20_000, 0), (30_000, 10_000), (30_000, 30_000))
    )


def test_open_contours_are_closed() -> None:
    """A contour that its author left open is closed, as a fill closes it."""
    assert [step.command for step in drawing_path("M0 0L9 0L9 9", 10)] == ["moveTo", "lnTo", "lnTo", "close"]


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "not an svg",
        SQUARE.format(""),
        SQUARE.format('<path d="M0 0h9v9z"/><path d="M9 9h9v9z"/>'),
        SQUARE.format('<path d="M0 0h9v9z" stroke="red"/>'),
        SQUARE.format('<path d="M0 0h9v9z" transform="scale(2)"/>'),
        SQUARE.format('<circle r="9"/>'),
        SQUARE.format('<path d="M0 0 h"/>'),
        SQUARE.format('<path d="hello"/>'),
        SQUARE.format('<path d=" "/>'),
        SQUARE.format('<path d="M0 0h9v9z"/>').replace("256 256", "256 128"),
        SQUARE.format('<path d="M0 0h9v9z"/>').replace("0 0 256 256", "0 0 0 0"),
        SQUARE.format('<path d="M0 0h9v9z"/>').replace('viewBox="0 0 256 256"', ""),
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SQUARE.format('<path d="M0 0h9v9z"/>'),
    ],
)
def test_what_is_not_one_filled_path_is_refused(svg: str) -> None:
    """Anything that would not survive as a native shape is an error that names the icon."""
    with pytest.raises(DeckError) as caught:
        read_icon("heart", svg.encode())
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.file) == ("bad-icon", "heart.svg")
    assert '"heart"' in found.message


def test_bytes_that_are_not_text_are_refused() -> None:
    """A file in another encoding is an error, not a traceback."""
    with pytest.raises(DeckError):
        read_icon("heart", b"\xff\xfe<\x00s\x00v\x00g\x00")


def test_line_ends_and_a_byte_order_mark_are_no_matter() -> None:
    """An SVG saved by an editor on Windows is read too."""
    svg = "\ufeff" + SQUARE.format('\r\n<path d="M0 0h9v9z"></path>\r\n')
    assert read_icon("corner", svg.encode()) == Icon("corner", "M0 0h9v9z", 256)
