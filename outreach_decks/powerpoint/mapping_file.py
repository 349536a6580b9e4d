"""The table beside a template as a file that a person can correct: which layout and placeholders serve what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from outreach_decks.powerpoint.choices import Choice
from outreach_decks.powerpoint.silhouettes import roles

_HEAD: Final = """\
# Which layouts of {name} our slides use. Written by "template inspect"; correct it where it guessed badly.
#
# Each kind of slide has the layout that it is shown on, by its number and name, and the number of the placeholder that
# holds each of its parts. Layouts and placeholders are numbered as "template inspect" prints them and as they are in
# {picture}. Instead of a number the name of a placeholder may stand there, in quotes.
#
# What is listed as "in a box of its own" has no placeholder: the program draws it in the free room of the layout. To
# put it into a placeholder, add its line: the name of the part, a colon, the number. To take a part out of a
# placeholder, delete its line; only the title must stay. A kind of slide that you delete whole is guessed again.
#
# See what becomes of it: make_decks.py template check {name}
"""


def mapping_text(name: str, picture: str, choices: Mapping[str, Choice]) -> str:
    """The table as YAML; ``name`` is the template's file, ``picture`` that of its layouts."""
    entries = (_entry(silhouette, choice) for silhouette, choice in choices.items())
    return "\n".join((_HEAD.format(name=name, picture=picture), *entries))


def _entry(silhouette: str, choice: Choice) -> str:
    known = roles(silhouette)
    held = [role for role in known if role in choice.placeholders]
    lines = [f"{silhouette}:", f"  layout: {_quoted(choice.layout.label)}", "  slots:"]
    lines += [
        f"    {role}: {choice.placeholders[role].index}  # {_one_line(choice.placeholders[role].name)}" for role in held
    ]
    free = ", ".join(role for role in known if role not in held)
    lines += [f"    # in a box of its own: {free}"] if free else []
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
