"""A whole template: the layouts of one audience and all the parts that carry them."""

from __future__ import annotations

from dataclasses import replace

from templates import masters, presentation
from templates.audiences import Audience
from templates.content_layouts import content_layouts
from templates.dark_layouts import dark_layouts
from templates.drawing import Box
from templates.grid import FOOT_H, FOOT_Y, Layout
from templates.motifs import Motif, motif
from templates.package import Part, core, office, package
from templates.people_layouts import people_layouts
from templates.theme import theme

# The order in which PowerPoint offers the layouts: as a talk goes, from the cover to the sources.
ORDER = (
    "Cover",
    "Section",
    "Statement",
    "Quote",
    "Closing",
    "Notice",
    "Help lines",
    "List",
    "List and icon",
    "Two columns",
    "Three columns",
    "Big number",
    "Chart",
    "Table",
    "Case",
    "Case alone",
    "Steps",
    "Timeline",
    "Myth and reality",
    "Picture",
    "Discussion",
    "Activity",
    "Activity alone",
    "Quiz",
    "Quiz answer",
    "Ask with QR code",
    "Ask",
    "Prayer",
    "Sources",
)

_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_SLIDE_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"
_PACKAGE_RELATIONS = (
    (office("officeDocument"), "ppt/presentation.xml"),
    (core("core-properties"), "docProps/core.xml"),
    (office("extended-properties"), "docProps/app.xml"),
)


def layouts(audience: Audience) -> tuple[Layout, ...]:
    """All layouts in ``ORDER``."""
    drawn = motif(audience.motif)
    made = {layout.name: layout for group in (dark_layouts, content_layouts, people_layouts) for layout in group(drawn)}
    return tuple(_marked(made[name], drawn) for name in ORDER)


def _marked(layout: Layout, drawn: Motif) -> Layout:
    """Put the motif's small sign beside the footer; the cover has neither."""
    if layout.name == "Cover":
        return layout
    mark = drawn.mark(Box(layout.foot_x, FOOT_Y, FOOT_H, FOOT_H), "glow" if layout.dark else "accent")
    return replace(layout, art=(*layout.art, *mark))


def template(audience: Audience) -> bytes:
    """The template as the bytes of a .pptx file."""
    drawn = layouts(audience)
    parts = (*_presentation_parts(), *_master_parts(drawn), *_theme_parts(audience), *_document_parts(audience))
    return package(parts, _PACKAGE_RELATIONS)


def _presentation_parts() -> tuple[Part, ...]:
    relations = (
        (office("slideMaster"), _MASTER),
        (office("notesMaster"), _NOTES_MASTER),
        (office("presProps"), "ppt/presProps.xml"),
        (office("viewProps"), "ppt/viewProps.xml"),
        (office("theme"), _SLIDE_THEME),
        (office("tableStyles"), "ppt/tableStyles.xml"),
    )
    return (
        Part("ppt/presentation.xml", f"{_PRESENTATION}.presentation.main+xml", presentation.presentation(), relations),
        Part("ppt/presProps.xml", f"{_PRESENTATION}.presProps+xml", presentation.presentation_properties()),
        Part("ppt/viewProps.xml", f"{_PRESENTATION}.viewProps+xml", presentation.view_properties()),
        Part("ppt/tableStyles.xml", f"{_PRESENTATION}.tableStyles+xml", presentation.table_styles()),
    )


def _master_parts(drawn: tuple[Layout, ...]) -> tuple[Part, ...]:
    paths = tuple(f"ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, len(drawn) + 1))
    relations = (*((office("slideLayout"), path) for path in paths), (office("theme"), _SLIDE_THEME))
    master = Part(_MASTER, f"{_PRESENTATION}.slideMaster+xml", masters.slide_master(len(drawn)), relations)
    notes_relations = ((office("theme"), _NOTES_THEME),)
    notes = Part(_NOTES_MASTER, f"{_PRESENTATION}.notesMaster+xml", masters.notes_master(), notes_relations)
    return (master, *(_layout_part(*pair) for pair in zip(paths, drawn, strict=True)), notes)


def _layout_part(path: str, layout: Layout) -> Part:
    relations = ((office("slideMaster"), _MASTER),)
    return Part(path, f"{_PRESENTATION}.slideLayout+xml", masters.slide_layout(layout), relations)


def _theme_parts(audience: Audience) -> tuple[Part, ...]:
    xml = theme(audience)
    return tuple(Part(path, f"{_OFFICE}.theme+xml", xml) for path in (_SLIDE_THEME, _NOTES_THEME))


def _document_parts(audience: Audience) -> tuple[Part, ...]:
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        Part("docProps/core.xml", core_type, presentation.core_properties(audience.title)),
        Part("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", presentation.application_properties()),
    )
