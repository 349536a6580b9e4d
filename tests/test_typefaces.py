"""The faces that a template names, their files and their twins."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from outreach_decks.build import build_talk
from outreach_decks.diagnostics import DeckError, Severity
from outreach_decks.event import Event
from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.measure import Measure
from outreach_decks.parse_event import Day
from outreach_decks.parse_faces import FACE_TABLE, parse_faces
from outreach_decks.project import Project
from outreach_decks.text import Paragraph, Run
from outreach_decks.theme import Level, Theme
from outreach_decks.typefaces import Typefaces
from outreach_decks.workspace import FONTS
from tests.projects import ROOT, TALK, Overlay, outline, workspace
from tests.test_measure import slot

WORDS = (Run("Someone else holds the passport"),)
KANA = (Run("もの、ひと"),)


def typefaces() -> Typefaces:
    """The faces of the project."""
    return Project(Overlay()).typefaces


def theme(latin: str, east_asian: str = "BIZ UDPGothic", heading: str = "") -> Theme:
    """A theme with these faces."""
    return Theme({}, latin, east_asian, heading or latin, east_asian)


def width(latin: str, runs: tuple[Run, ...] = WORDS, east_asian: str = "BIZ UDPGothic") -> float:
    """How wide runs are at 20 pt in these faces."""
    return Measure(typefaces().files(latin, east_asian)).width(runs, 20)


def test_a_twin_has_the_widths_of_its_face() -> None:
    """Calibri is as wide as Carlito, Arial as Liberation Sans, and the two differ."""
    assert width("Calibri") == width("Carlito")
    assert width("Arial") == width("Liberation Sans") > width("Calibri") * 1.05


def test_names_of_faces_are_compared_without_case_and_width() -> None:
    """Templates made in Japan write names of faces in full-width letters."""
    assert width("ＡＲＩＡＬ") == width("arial") == width("Arial")


def test_a_face_that_nobody_can_measure_is_taken_to_be_wider_and_named() -> None:
    """Its words are 15 per cent wider than Arial's, and the build can say so."""
    assert width("Papyrus") == pytest.approx(1.15 * width("Arial"))
    found = typefaces().of(theme("Papyrus", "手書き"), ())
    assert found.strange(east_asian=True) == ("Papyrus", "手書き")
    assert found.strange(east_asian=False) == ("Papyrus",)
    assert typefaces().of(theme("Calibri", "游ゴシック"), ()).strange(east_asian=True) == ()


def test_japanese_faces_of_full_width_give_every_kana_an_em() -> None:
    """BIZ UDPGothic sets kana closer; in Meiryo, and where the template names no face, each takes an em."""
    assert width("Calibri", KANA, "Meiryo") == width("Calibri", KANA, "") == pytest.approx(5 * 20)
    assert width("Calibri", KANA) < 4.5 * 20


def test_a_capital_letter_is_as_high_as_its_face_draws_it() -> None:
    """Liberation Sans, for Arial, stands taller than Carlito at one size, so that it is read from further away."""
    heights = [Measure(typefaces().files(face, "")).capital_height for face in ("Calibri", "Arial")]
    assert heights == pytest.approx([0.642, 0.688], abs=0.001)


def test_a_slot_is_measured_in_its_own_faces() -> None:
    """Titles in the theme's face for headings, a placeholder with a face of its own in that one."""
    plain = slot(Level(20))
    heading = replace(plain, latin="+mj-lt")
    measured = typefaces().of(theme("Calibri", heading="Arial"), (plain, heading)).measure
    assert measured.of(plain).width(WORDS, 20) == width("Calibri")
    assert measured.of(heading).width(WORDS, 20) == width("Arial")


def test_templates_of_the_same_faces_share_a_measure() -> None:
    """What was shaped for one talk is not shaped again for the next."""
    found = typefaces()
    assert found.of(theme("Calibri"), ()).measure is found.of(theme("Calibri"), ()).measure


def test_a_table_of_faces_says_all_that_is_wrong_with_it() -> None:
    """A font that is not there and a twin of nothing are found at their lines."""
    table = (
        "faces: {Carlito: {regular: Carlito-Regular.ttf, bold: Carlito-Fett.ttf}}\n"
        "twins: {Calibri: Carlitto}\n"
        "unknown: {latin: Arial, east-asian: Carlito, wider: 0.5, height: 1.4, east-asian-height: 1.6}\n"
    )
    with pytest.raises(DeckError) as wrong:
        parse_faces(Overlay({FACE_TABLE: table.encode()}))
    assert [(one.code, one.span.line, one.span.column) for one in wrong.value.diagnostics] == [("out-of-range", 3, 53)]
    with pytest.raises(DeckError) as wrong:
        parse_faces(Overlay({FACE_TABLE: table.replace("0.5", "1.2").encode()}))
    assert [(one.code, one.span.line, one.hints) for one in wrong.value.diagnostics] == [
        ("missing-file", 1, ("put it there; if it came with the program, unpack or clone the project again",)),
        ("unknown-face", 2, ('did you mean "Carlito"?',)),
        ("unknown-face", 3, ("there are: Carlito",)),
    ]


OWN = """
faces:
  Carlito: {regular: Carlito-Regular.ttf}
  Papyrus: {regular: OFL-Carlito.txt}
twins: {Calibri: Carlito, ＣＡＬＩＢＲＩ: Carlito}
heights: {}
unknown: {latin: Carlito, east-asian: BIZ UDPGothic, wider: 1.15, height: 1.4, east-asian-height: 1.6}
"""


def test_a_file_that_is_no_font_and_a_name_that_stands_twice_are_said_at_their_lines() -> None:
    """And a stand-in that is none of the faces; none of them ends the program in the middle of its work."""
    with pytest.raises(DeckError) as wrong:
        parse_faces(Overlay({FACE_TABLE: OWN.encode()}))
    found = [(one.code, one.span.line, one.span.column) for one in wrong.value.diagnostics]
    assert found == [("bad-font", 4, 22), ("same-face", 5, 27), ("unknown-face", 7, 39)]


def test_files_of_a_face_count_more_than_its_twin() -> None:
    """Who puts the real Calibri into the folder need not look for the line that says what it is like."""
    own = OWN.replace("  Papyrus: {regular: OFL-Carlito.txt}", "  calibri: {regular: LiberationSans-Regular.ttf}")
    own = own.replace(", ＣＡＬＩＢＲＩ: Carlito", "").replace("BIZ UDPGothic", "Carlito")
    files = Typefaces(parse_faces(Overlay({FACE_TABLE: own.encode()})), Overlay()).files("Calibri", "")
    assert Measure(files).width(WORDS, 20) == width("Arial")


def height(latin: str, text: str = "Debts", east_asian: str = "BIZ UDPGothic") -> float:
    """How far lines of a text are apart in these faces, em."""
    return Measure(typefaces().files(latin, east_asian)).line_height(Paragraph((Run(text),)))


def test_lines_are_as_far_apart_as_the_file_of_the_face_says() -> None:
    """Carlito's are 1.22 em; those of Liberation Sans would be 1.15, but LibreOffice has none closer than 1.2."""
    assert height("Calibri") == pytest.approx(1.22)
    assert height("Arial") == pytest.approx(1.2)


def test_lines_of_a_face_without_a_file_are_as_far_apart_as_the_table_says() -> None:
    """An unknown face has 1.35 em; Yu Gothic 1.61 and Meiryo 1.65, and only in lines with Japanese words."""
    assert height("Papyrus") == pytest.approx(1.35)
    assert height("Calibri", east_asian="Yu Gothic") == pytest.approx(1.22)
    assert height("Calibri", "Debts (借金)", "Yu Gothic") == pytest.approx(1.61)
    assert height("Calibri", "Debts (借金)", "Meiryo") == pytest.approx(1.65)
    assert height("Calibri", "Debts (借金)") == pytest.approx(1.22)


def test_a_slot_has_the_lines_of_its_own_faces() -> None:
    """Titles in Papyrus stand further apart than the text in Calibri under them."""
    plain = slot(Level(20))
    heading = replace(plain, latin="+mj-lt")
    measured = typefaces().of(theme("Calibri", heading="Papyrus"), (plain, heading)).measure
    words = (Paragraph((Run("Debts"),)),)
    assert measured.height(words, plain) == pytest.approx(20 * 1.22 * EMU_PER_PT, abs=1)
    assert measured.height(words, heading) == pytest.approx(20 * 1.35 * EMU_PER_PT, abs=1)


def in_papyrus() -> bytes:
    """Our template for churches with another Latin face."""
    held = BytesIO()
    with ZipFile(ROOT / "assets/templates/church.pptx") as own, ZipFile(held, "w") as other:
        for name in own.namelist():
            other.writestr(name, own.read(name).replace(b'typeface="Calibri"', b'typeface="Papyrus"'))
    return held.getvalue()


def test_a_build_says_which_face_of_a_template_it_cannot_measure() -> None:
    """At the line of the outline that names the template; the deck is made all the same."""
    slide = "- {kind: statement, id: one, title: A title, notes: Said.}\n"
    written = outline(slide).replace("template: church", "template: ours.pptx")
    files = {
        "slides_src/ours.pptx": in_papyrus(),
        "slides_src/ours.layouts.yaml": (ROOT / "assets/templates/layouts.yaml").read_bytes(),
    }
    place = workspace({TALK: written})
    result = build_talk(TALK, Project(replace(place, files={**place.files, **files})), Day(Event()), write=False)
    (found,) = (one for one in result.diagnostics if one.code == "unmeasurable-face")
    assert '"Papyrus"' in found.message
    assert (found.span.file, found.severity, found.excerpt.strip()) == (TALK, Severity.WARNING, "template: ours.pptx")


def test_every_font_file_measures_a_face() -> None:
    """No font lies in the folder that the table does not name."""
    workspace = Overlay()
    named = {f"{FONTS}/{file}" for face in parse_faces(workspace).faces.values() for _, file in face if file}
    assert named == set(workspace.names(FONTS, ".ttf"))
