"""Read a template: its theme, and for each silhouette the layout that serves it and where everything is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.colours import contrast
from outreach_decks.diagnostics import DeckError
from outreach_decks.document import Document
from outreach_decks.geometry import Box, page_scale
from outreach_decks.palettes import Colour, chosen, unmet
from outreach_decks.powerpoint.adopting import Adoption, adopted
from outreach_decks.powerpoint.backgrounds import behind, is_faint
from outreach_decks.powerpoint.choices import Choice, TableReading
from outreach_decks.powerpoint.guessing import guessed
from outreach_decks.powerpoint.inventory import FoundLayout, layouts_of
from outreach_decks.powerpoint.opening import bad_template, open_pptx
from outreach_decks.powerpoint.scaling import scaled_box
from outreach_decks.powerpoint.silhouettes import TEXT_KINDS, silhouettes
from outreach_decks.powerpoint.theme_part import ThemePart, theme_of
from outreach_decks.theme import COLOUR_SLOTS, Geometry, LayoutSlots, Reference, Slot, Theme

NO_THEME: Final = "it has no theme with colours and faces"


@dataclass(frozen=True, slots=True)
class AdoptedTemplate:
    """A template that is not ours, made fit: its look, and for each silhouette what was chosen and what was missing.

    ``layouts`` are all that it has, ``size`` is that of its pages, EMU.
    """

    theme: Theme
    geometry: Geometry
    choices: Mapping[str, Choice]
    adoptions: Mapping[str, Adoption]
    layouts: tuple[FoundLayout, ...]
    size: tuple[int, int]


def read_template(pptx: bytes, table: Document, file: str = "template.pptx") -> tuple[Theme, Geometry]:
    """Read the look of a template of ours, whose table is whole; ``file`` is its name as findings show it.

    ``table`` maps each silhouette to ``layout`` (a name), ``dark`` (a flag) and ``slots`` (role to placeholder index).

    Raises:
        DeckError: ``bad-template`` for a file that cannot be used, or else everything that is wrong with the table:
            ``unknown-silhouette``, ``missing-silhouette``, ``unknown-layout``, ``unknown-role``, ``missing-role``,
            ``unknown-placeholder``, ``wrong-placeholder``, ``unknown-key``, ``missing-key``, ``wrong-type``.
    """
    presentation = open_pptx(pptx, file)
    part = theme_of(presentation.slide_master)
    if part is None or not part.is_complete:
        raise bad_template(file, NO_THEME)
    reading = TableReading(table, layouts_of(presentation))
    choices = reading.choices()
    findings = (*table.findings, *reading.findings)
    if findings:
        raise DeckError(findings)
    layouts = {name: _layout_slots(choice) for name, choice in choices.items()}
    return fixed_theme(part), Geometry(int(presentation.slide_width or 0), int(presentation.slide_height or 0), layouts)


def fixed_theme(part: ThemePart) -> Theme:
    """A theme whose colours have the places that ours have."""
    colours = {name: part.colours[slot] for name, slot in COLOUR_SLOTS.items()}
    return Theme(colours, part.latin, part.east_asian, part.heading_latin, part.heading_east_asian)


def _layout_slots(choice: Choice) -> LayoutSlots:
    slots = _slots(choice)
    found, footer = choice.layout, choice.layout.footer
    return LayoutSlots(found.name, slots, bool(choice.dark), number=found.number, footer=footer)


def _slots(choice: Choice) -> Mapping[str, Slot]:
    read = {role: one.inherited.slot(role, one.index) for role, one in choice.placeholders.items()}
    return {role: slot for role, slot in read.items() if slot is not None}


def adopt_template(pptx: bytes, table: Document | None, standard: Geometry, file: str) -> AdoptedTemplate:
    """Read the look of any other template; ``file`` is its name as findings show it.

    ``table`` says what a person wrote of its layouts; what it leaves out, or all where there is none, is guessed.
    ``standard`` is the geometry of a template of ours.

    Raises:
        DeckError: ``bad-template`` for a file that cannot be used, or everything that is wrong with the table.
    """
    presentation = open_pptx(pptx, file)
    part = theme_of(presentation.slide_master)
    if part is None or not part.is_complete:
        raise bad_template(file, NO_THEME)
    layouts = layouts_of(presentation)
    width, height = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
    choices = {**guessed(layouts, width, height, standard), **_written(table, layouts)}
    if len(choices) < len(silhouettes()):
        raise bad_template(file, "none of its layouts has a placeholder for a title")
    scale = page_scale(width, height)
    page = Box(0, 0, round(width / scale), round(height / scale))
    found = {name: adopted(name, choices[name], standard.layouts[name], page, scale) for name in silhouettes()}
    theme = _best_theme(part)
    coloured = {name: _coloured(one, choices[name], theme, scale) for name, one in found.items()}
    geometry = Geometry(page.width, page.height, coloured, scale)
    return AdoptedTemplate(theme, geometry, choices, found, layouts, (width, height))


def _written(table: Document | None, layouts: Sequence[FoundLayout]) -> Mapping[str, Choice]:
    """What a table says.

    Raises:
        DeckError: with all that is wrong with it.
    """
    if table is None:
        return {}
    reading = TableReading(table, layouts, whole=False)
    choices = reading.choices()
    findings = (*table.findings, *reading.findings)
    if findings:
        raise DeckError(findings)
    return choices


def _best_theme(part: ThemePart) -> Theme:
    """The theme with colours in the places of ours where those read, else with colours that were chosen."""
    own = fixed_theme(part)
    plain = part.mapped.get("tx1", "dk1") == "dk1" and part.mapped.get("bg1", "lt1") == "lt1"
    if plain and not unmet(own.colours):
        return own
    return _chosen(own, part, Colour(part.named["bg1"], Reference("bg1")))


def _chosen(theme: Theme, part: ThemePart, paper: Colour) -> Theme:
    palette = chosen(part.named, paper)
    colours = {name: colour.rgb for name, colour in palette.items()}
    return replace(theme, colours=colours, references={name: colour.reference for name, colour in palette.items()})


def _coloured(one: Adoption, choice: Choice, theme: Theme, scale: float) -> LayoutSlots:
    """A layout with the colours that read on its own ground."""
    part = theme_of(choice.layout.layout.slide_master)
    if part is None or not part.is_complete:
        return one.layout
    ground = behind(choice.layout, scaled_box(one.room, scale), part.named)
    dark = contrast(ground.rgb, "FFFFFF") > contrast(ground.rgb, "000000") if choice.dark is None else choice.dark
    own = _best_theme(part)
    if ground.rgb != own.colours["paper"]:
        own = _chosen(own, part, ground)
    slots = {role: _readable(slot, choice, part.named) for role, slot in one.layout.slots.items()}
    return replace(one.layout, slots=slots, dark=dark, theme=None if own == theme else own)


def _readable(slot: Slot, choice: Choice, theme: Mapping[str, str]) -> Slot:
    """A slot whose words read: those of a layout that has them in nearly the colour of its ground become ink."""
    one = choice.placeholders.get(slot.role)
    if one is None or slot.is_free or one.kind not in TEXT_KINDS or not is_faint(choice.layout, one, theme):
        return slot
    return replace(slot, colour="ink", recoloured=True)
