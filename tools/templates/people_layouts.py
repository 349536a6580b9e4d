"""The layouts in which people speak, act, help or are told about."""

from __future__ import annotations

from templates.drawing import Box, card, preset, rectangle, shape
from templates.grid import BOTTOM, MARGIN, RIGHT, SLIDE_W, SMALL, TOP, WIDTH, Layout, foot, light, source
from templates.motifs import Motif
from templates.slots import Type, picture, table, text, title

_HEIGHT = BOTTOM - TOP
_BADGE = Type(24, "paper", bold=True, align="ctr")


def people_layouts(motif: Motif) -> tuple[Layout, ...]:
    """All layouts about what people say and do."""
    return (
        _notice(motif),
        _help(),
        _case(motif),
        _myth(),
        _discussion(),
        _activity(),
        _quiz(),
        _answer(),
        _ask_with_code(motif),
        _ask(motif),
        _prayer(motif),
    )


def _beside_panel(motif: Motif, fill: str, niche: str) -> tuple[tuple[str, ...], Box]:
    panel = Box(0, TOP, 4.2, 6.75 - TOP)
    frame = Box(MARGIN + 0.45, TOP + 0.75, 2.6, 3.3)
    return (rectangle("Panel", panel, fill), motif.niche("Niche", frame, niche)), Box(
        frame.x + 0.55, frame.y + 1.1, 1.5, 1.5
    )


def _notice(motif: Motif) -> Layout:
    art, icon = _beside_panel(motif, "tint", "paper")
    roles = (
        picture(30, "Icon", icon, "Icon"),
        text(21, "Points", Box(4.75, TOP, RIGHT - 4.75, 6.75 - TOP), Type(28).listed(), "What to expect", anchor="ctr"),
    )
    return light("Notice", art, roles, sourced=False)


def _prayer(motif: Motif) -> Layout:
    art, icon = _beside_panel(motif, "ground", "panel")
    roles = (
        picture(30, "Icon", icon, "Icon"),
        text(
            21,
            "Prayers",
            Box(4.75, TOP, RIGHT - 4.75, 6.75 - TOP),
            Type(28).listed(before=12),
            "We pray for ...",
            anchor="ctr",
        ),
    )
    return light("Prayer", art, roles, sourced=False)


def _help() -> Layout:
    band = rectangle("Band", Box(0, 0, SLIDE_W, 1.87), "ground")
    heading = Type(40, "paper", bold=True, spacing=90)
    shapes = (
        band,
        title(Box(MARGIN, 0.3, WIDTH, 1.27), heading, anchor="ctr"),
        table(31, Box(MARGIN, 2.1, WIDTH, 4.2)),
        *source(SMALL),
        *foot(SMALL),
    )
    return Layout("Help lines", shapes)


def _case(motif: Motif) -> Layout:
    panel = Box(0, TOP, 4.3, _HEIGHT)
    roles = (
        text(22, "Status", Box(MARGIN, TOP + 0.3, 3.25, 1.1), Type(20, "glow", bold=True), "Alleged or judged"),
        text(21, "Story", Box(4.75, TOP, RIGHT - 4.75, _HEIGHT), Type(26, before=8), "What happened", anchor="ctr"),
        text(
            23,
            "What helped",
            Box(MARGIN, TOP + 1.5, 3.25, 2.5),
            Type(24, "paper"),
            "What opened the way to help",
            anchor="b",
        ),
    )
    return light("Case", (rectangle("Panel", panel, "ground"),), roles)


def _myth() -> Layout:
    half = SLIDE_W / 2
    left, right = Box(0, TOP, half, _HEIGHT), Box(half, TOP, half, _HEIGHT)
    label_y, text_y = TOP + 0.3, TOP + 0.95
    text_h = BOTTOM - 0.25 - text_y
    wide = half - MARGIN - 0.5
    art = (rectangle("Myth", left, "tint"), rectangle("Reality", right, "ground"))
    roles = (
        text(22, "Myth label", Box(MARGIN, label_y, wide, 0.5), Type(22, "muted", bold=True), "What people say"),
        text(21, "Myth", Box(MARGIN, text_y, wide, text_h), Type(30, "muted"), "The myth"),
        text(24, "Reality label", Box(half + 0.5, label_y, wide, 0.5), Type(22, "glow", bold=True), "What is known"),
        text(23, "Reality", Box(half + 0.5, text_y, wide, text_h), Type(30, "paper"), "The reality"),
    )
    return light("Myth and reality", art, roles)


def _badge(box: Box) -> tuple[str, str]:
    pill = shape("Pill", box, preset("roundRect", adj=50_000), "accent")
    words = text(22, "Badge", box, _BADGE, "Pairs, 5 minutes", anchor="ctr", insets=(0.15, 0, 0.15, 0))
    return pill, words


def _bubble(box: Box, fill: str, tail: float, radius: float = 0.3) -> str:
    """A speech bubble: the tail hangs below ``box`` at ``tail`` inches from its left edge."""
    points = {"adj1": round((tail / box.w - 0.5) * 100_000), "adj2": 62_000, "adj3": round(radius / box.h * 100_000)}
    return shape("Bubble", box, preset("wedgeRoundRectCallout", **points), fill)


def _discussion() -> Layout:
    bubble = Box(MARGIN, TOP + 0.1, WIDTH, _HEIGHT - 0.5)
    pill, words = _badge(Box(RIGHT - 4.7, TOP - 0.18, 4.3, 0.56))
    body = text(
        21,
        "Questions",
        bubble.inset(0.5, 0.4),
        Type(30).listed("number", 12),
        "A question about the story",
        anchor="ctr",
    )
    return light("Discussion", (_bubble(bubble, "tint", 1.5), pill), (body, words))


def _activity() -> Layout:
    zone = Box(8.75, TOP, RIGHT - 8.75, _HEIGHT)
    pill, words = _badge(Box(zone.x, TOP, zone.w, 0.56))
    frame = Box(zone.x, TOP + 0.8, zone.w, _HEIGHT - 0.8)
    inner = frame.inset(0.35, 0.3)
    roles = (
        text(21, "Steps", Box(MARGIN, TOP, 7.6, _HEIGHT), Type(26).listed("number"), "What to do first"),
        words,
        text(
            24, "Materials label", Box(inner.x, inner.y, inner.w, 0.45), Type(22, "ground", bold=True), "What you need"
        ),
        text(
            23, "Materials", Box(inner.x, inner.y + 0.55, inner.w, inner.h - 0.55), Type(22).listed(before=6), "A thing"
        ),
    )
    return light("Activity", (card("Card", frame, "tint"), pill), roles)


def _question(name: str, roles: tuple[str, ...]) -> Layout:
    bubble = Box(MARGIN, 0.4, WIDTH, 1.5)
    heading = title(Box(MARGIN + 0.4, 0.5, WIDTH - 0.8, 1.3), Type(40, "paper", bold=True, spacing=90), anchor="ctr")
    return Layout(name, (_bubble(bubble, "ground", 1.2), heading, *roles, *source(SMALL), *foot(SMALL)))


def _quiz() -> Layout:
    return _question("Quiz", (picture(31, "Options", Box(MARGIN, 2.35, WIDTH, BOTTOM - 2.35), "Options"),))


def _answer() -> Layout:
    roles = (
        picture(31, "Options", Box(MARGIN, 2.35, 6.2, BOTTOM - 2.35), "Options"),
        text(21, "Because", Box(7.3, 2.35, RIGHT - 7.3, BOTTOM - 2.35), Type(28), "Why", anchor="ctr"),
    )
    return _question("Quiz answer", roles)


def _ask_with_code(motif: Motif) -> Layout:
    panel = Box(8.6, TOP, SLIDE_W - 8.6, 6.75 - TOP)
    code = Box(9.2, TOP + 0.35, 3.43, 3.43)
    roles = (
        text(21, "Ask", Box(MARGIN, TOP, 7.4, 1.9), Type(34, "ground", bold=True, spacing=95), "What we ask of you"),
        text(22, "How", Box(MARGIN, TOP + 2.05, 7.4, 2.7), Type(26).listed(), "How to do it"),
        picture(31, "QR code", code.inset(0.15, 0.15), "QR code"),
        text(
            23, "Label", Box(code.x, code.bottom + 0.12, code.w, 0.75), Type(20, "paper", align="ctr"), "Where it leads"
        ),
    )
    art = (rectangle("Panel", panel, "ground"), card("Card", code, "paper", 0.12))
    return light("Ask with QR code", art, roles, sourced=False)


def _ask(motif: Motif) -> Layout:
    band = Box(0, TOP, SLIDE_W, 2.0)
    roles = (
        text(
            21,
            "Ask",
            Box(MARGIN, TOP + 0.2, WIDTH, 1.6),
            Type(34, "paper", bold=True, spacing=95),
            "What we ask of you",
            anchor="ctr",
        ),
        text(
            22,
            "How",
            Box(MARGIN, band.bottom + 0.35, WIDTH, 6.75 - band.bottom - 0.35),
            Type(26).listed(),
            "How to do it",
        ),
    )
    return light("Ask", (rectangle("Band", band, "ground"),), roles, sourced=False)
