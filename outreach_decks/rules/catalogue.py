"""All rules, group by group and by code; ``check --explain`` and docs/checks.md come from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import outreach_decks.rules.audiences as audiences
import outreach_decks.rules.events as events
import outreach_decks.rules.figures as figures
import outreach_decks.rules.files as files
import outreach_decks.rules.finished_decks as finished_decks
import outreach_decks.rules.help_lines as help_lines
import outreach_decks.rules.outlines as outlines
import outreach_decks.rules.pictures as pictures
import outreach_decks.rules.slides as slides
import outreach_decks.rules.translations as translations
import outreach_decks.rules.words as words
import outreach_decks.rules.yaml_lines as yaml_lines
from outreach_decks.rules.rule import Group, Rule

GROUPS: Final[tuple[Group, ...]] = (
    files.GROUP,
    yaml_lines.GROUP,
    outlines.GROUP,
    figures.GROUP,
    help_lines.GROUP,
    audiences.GROUP,
    words.GROUP,
    translations.GROUP,
    slides.GROUP,
    events.GROUP,
    pictures.GROUP,
    finished_decks.GROUP,
)
RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in sorted((rule for group in GROUPS for rule in group.rules), key=lambda one: one.code)}
)
