"""Runs cut where the script changes: what a renderer shapes at once, and what is written as one run.

Measuring and writing both start from here, so that what is measured is what is written.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from outreach_decks.scripts import Script, scripts
from outreach_decks.text import Run


class Stretch(NamedTuple):
    """Characters of one run and one script; ``run`` says how they look."""

    text: str
    script: Script
    run: Run


def stretches(runs: tuple[Run, ...]) -> list[Stretch]:
    """Cut the runs of a paragraph; what belongs to no script goes with its neighbours, also those in other runs.

    Kanji and kana are never slanted: no Japanese face has italics, and a slanted one is hard to read. They are bold.
    """
    owners = [number for number, run in enumerate(runs) for _ in run.text]
    text = "".join(run.text for run in runs)
    marked = zip(owners, scripts(text), text, strict=True)
    groups = groupby(marked, key=itemgetter(0, 1))
    return [_stretch("".join(mark[2] for mark in group), script, runs[owner]) for (owner, script), group in groups]


def _stretch(text: str, script: Script, run: Run) -> Stretch:
    is_slanted = run.italic and script is Script.EAST_ASIAN
    return Stretch(text, script, replace(run, italic=False, bold=True) if is_slanted else run)
