"""The three audiences: what each template is called and which colours it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MotifName = Literal["arches", "circles", "hills"]

LATIN = "Calibri"
EAST_ASIAN = "BIZ UDPGothic"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as RRGGBB. Text colours reach 4.5:1 on paper and tint, ink and muted 7:1 (WCAG 2.2)."""

    ink: str
    paper: str
    ground: str
    tint: str
    accent: str
    glow: str
    support: str
    grey: str
    muted: str
    panel: str


@dataclass(frozen=True, slots=True)
class Audience:
    """One template."""

    name: str
    title: str
    theme: str
    motif: MotifName
    palette: Palette


AUDIENCES = (
    Audience(
        name="church",
        title="Outreach talk: church",
        theme="Outreach church",
        motif="arches",
        palette=Palette(
            ink="1B2040",
            paper="FBF8F1",
            ground="1D2550",
            tint="F1EADB",
            accent="8A5600",
            glow="EDBB5F",
            support="2B62A6",
            grey="878579",
            muted="464B60",
            panel="2E3870",
        ),
    ),
    Audience(
        name="school",
        title="Outreach talk: school",
        theme="Outreach school",
        motif="circles",
        palette=Palette(
            ink="10323A",
            paper="FFFFFF",
            ground="084850",
            tint="E2F1EF",
            accent="B5361E",
            glow="FFB09A",
            support="2463B0",
            grey="7D8A89",
            muted="3B5159",
            panel="0F5862",
        ),
    ),
    Audience(
        name="community",
        title="Outreach talk: community",
        theme="Outreach community",
        motif="hills",
        palette=Palette(
            ink="1A2B23",
            paper="F7F6F2",
            ground="173F2F",
            tint="E6EBDD",
            accent="A34A06",
            glow="F4B942",
            support="2F6496",
            grey="81857C",
            muted="3F4D45",
            panel="245541",
        ),
    ),
)
