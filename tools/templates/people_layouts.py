"""The layouts in which people speak, act, help or are told about."""

from __future__ import annotations

from templates.drawing import Box, Path, card, preset, rectangle, shape
from templates.grid import (
    BAR,
    BOTTOM,
    LOW,
    MARGIN,
    RIGHT,
    SLIDE_H,
    SLIDE_W,
    SMALL,
    TITLE,
    TITLE_BOX,
    TOP,
    WIDTH,
    Layout,
    bar,
    columns,
    foot,
    light,
    source,
)
from templates.motifs import Motif, in_niche
from templates.signs import quotation_marks, tick
from templates.slots import Type, picture, table, text, title

_BANNER = TITLE.light()
_ASK = Type(44, "ground", bold=True, spacing=90)
# From the edge of a panel to the text beside it, inches.
_GAP = 0.45


def people_layouts(motif: Motif) -> tuple[Layout, ...]:
    """All layouts about what people say and do."""
    return (
        _notice(motif),
        _help(),
        _case(),
        _case_alone(motif),
        _myth(motif),
        _discussion(),
        _activity(motif),
        _activity_alone(motif),
        _quiz(),
        _answer(),
        _ask_with_code(),
        _ask(),
        _prayer(motif),
    )


def _notice(motif: Motif) -> Layout:
    body = columns(4, 8, bottom=LOW)
    panel = Box(0, TOP, body.x - _GAP, body.h)
    frame = Box(MARGIN + 0.45, TOP + 0.75, 2.6, 3.3)
    roles = (
        text(21, "Points", body, Type(32).listed(before=14), "What to expect", anchor="ctr"),
        picture(30, "Icon", in_niche(motif, frame, 1.5), "Icon"),
    )
    art = (rectangle("Panel", panel, "tint"), motif.niche("Niche", frame, "paper"))
    return light("Notice", art, roles, sourced=False)


def _prayer(motif: Motif) -> Layout:
    """A window in a wall that stands from the floor to the ceiling."""
    body = columns(4, 8, bottom=LOW)
    wall = Box(0, 0, body.x - _GAP, SLIDE_H)
    frame = Box(wall.w / 2 - 1.35, 1.35, 2.7, 4.8)
    roles = (
        title(Box(body.x, TITLE_BOX.y, body.w, TITLE_BOX.h), TITLE, anchor="ctr"),
        text(21, "Prayers", body, Type(32).listed(before=12), "We pray for ...", anchor="ctr"),
        picture(30, "Icon", in_niche(motif, frame, 1.6), "Icon"),
        *foot(SMALL, body.x),
    )
    art = (rectangle("Wall", wall, "ground"), motif.niche("Niche", frame, "panel"))
    return Layout("Prayer", art, roles, foot_x=body.x)


def _help() -> Layout:
    band = rectangle("Band", Box(0, 0, SLIDE_W, 1.4), "ground")
    roles = (
        title(Box(MARGIN, 0.07, WIDTH, 1.27), _BANNER, anchor="ctr"),
        table(31, Box(MARGIN, 1.6, WIDTH, 5.2)),
        *foot(SMALL),
    )
    return Layout("Help lines", (band,), roles)


def _case() -> Layout:
    """When it was and what the courts say, then how help came; the story beside them."""
    panel, width = _case_panel()
    when, status = Box(MARGIN, TOP + 0.25, width, 0.7), Box(MARGIN, TOP + 0.97, width, 1.05)
    helped = Box(MARGIN, TOP + 2.4, width, panel.h - 2.55)
    rule = rectangle("Rule", Box(MARGIN, TOP + 2.2, 0.9, 0.05), "glow")
    roles = (
        _story(),
        text(24, "When", when, Type(36, "glow", bold=True, spacing=90), "The year", anchor="b"),
        text(22, "Status", status, Type(22, "paper", spacing=90), "Alleged or judged"),
        text(23, "What helped", helped, Type(24, "paper", spacing=95), "How help came"),
    )
    return light("Case", (rectangle("Panel", panel, "ground"), rule), roles)


def _case_alone(motif: Motif) -> Layout:
    """A case of which nobody knows how help came: the year is what the panel shows."""
    panel, width = _case_panel()
    when, status = Box(MARGIN, TOP + 0.35, width, 1.75), Box(MARGIN, TOP + 2.25, width, 1.3)
    roles = (
        _story(),
        text(24, "When", when, Type(80, "glow", bold=True, spacing=85), "The year", anchor="b"),
        text(22, "Status", status, Type(24, "paper", spacing=95), "Alleged or judged"),
    )
    return light("Case alone", (rectangle("Panel", panel, "ground"), *motif.relief(panel, "panel")), roles)


def _case_panel() -> tuple[Box, float]:
    """The dark panel at the left edge, and how wide the words on it are."""
    story = columns(4, 8)
    panel = Box(0, TOP, story.x - _GAP, story.h)
    return panel, panel.right - MARGIN - 0.3


def _story() -> str:
    return text(21, "Story", columns(4, 8), Type(30, before=14), "What happened", anchor="ctr")


def _myth(motif: Motif) -> Layout:
    half = SLIDE_W / 2
    left, right = columns(0, 6), columns(6, 6)
    sign, text_y = TOP + 0.4, TOP + 1.45
    wide, right_x, height = left.w - 0.4, right.x + 0.35, BOTTOM - 0.25 - text_y
    panel = Box(half, TOP, half, BOTTOM - TOP)
    art = (
        rectangle("Myth", Box(0, TOP, half, BOTTOM - TOP), "tint"),
        rectangle("Reality", panel, "ground"),
        *quotation_marks(Box(MARGIN, sign + 0.08, 0.78, 0.62), "grey"),
        *tick(Box(right_x, sign, 0.78, 0.78), "glow", "ground"),
    )
    label, words = Type(24, "muted", bold=True), Type(32, "muted")
    known, truth = Type(24, "glow", bold=True), Type(32, "paper")
    said, told = (Box(x + 1.0, sign, wide - 1.0, 0.78) for x in (MARGIN, right_x))
    roles = (
        text(22, "Myth label", said, label, "What people say", anchor="ctr"),
        text(21, "Myth", Box(MARGIN, text_y, wide, height), words, "The myth"),
        text(24, "Reality label", told, known, "What is known", anchor="ctr"),
        text(23, "Reality", Box(right_x, text_y, wide, height), truth, "The reality"),
    )
    return light("Myth and reality", art, roles)


def _badge(box: Box, fill: str, ink: str) -> tuple[str, str]:
    pill = shape("Pill", box, preset("roundRect", adj=50_000), fill)
    kind = Type(24, ink, bold=True, align="ctr")
    words = text(22, "Badge", box, kind, "Pairs, 5 minutes", anchor="ctr", insets=(0.15, 0, 0.15, 0))
    return pill, words


def _bubble(box: Box, fill: str, tail: float, radius: float = 0.3) -> str:
    """A speech bubble: its tail hangs below ``box``, from ``tail`` inches right of the left edge."""
    width, height = box.w, box.h
    drop, root = 0.36, 0.55
    path = Path(width, height + drop).move(radius, 0).line((width - radius, 0)).arc(radius, 270, 90)
    path.line((width, height - radius)).arc(radius, 0, 90)
    path.line((tail + root, height), (tail, height + drop), (tail, height), (radius, height)).arc(radius, 90, 90)
    path.line((0, radius)).arc(radius, 180, 90)
    return shape("Bubble", Box(box.x, box.y, width, height + drop), path.close().geometry(), fill)


def _discussion() -> Layout:
    bubble = Box(MARGIN, TOP + 0.1, WIDTH, BOTTOM - TOP - 0.5)
    pill, badge = _badge(Box(RIGHT - 4.7, TOP - 0.2, 4.3, 0.6), "accent", "paper")
    words = Type(32).listed("number", 18)
    body = text(21, "Questions", bubble.inset(0.5, 0.4), words, "A question about the story", anchor="ctr")
    return light("Discussion", (_bubble(bubble, "tint", 0.9), pill), (body, badge))


def _activity(motif: Motif) -> Layout:
    """What to do, and at the right edge who does it, for how long and with what."""
    zone = columns(8, 4)
    panel = Box(zone.x - 0.1, TOP, SLIDE_W - zone.x + 0.1, zone.h)
    x, width = zone.x + 0.25, zone.w - 0.25
    pill, badge = _badge(Box(x, TOP + 0.4, width, 0.62), "glow", "ground")
    label, things = Box(x, TOP + 1.3, width, 0.5), Box(x, TOP + 1.85, width, 1.95)
    steps = columns(0, 8)._replace(w=panel.x - MARGIN - _GAP)
    roles = (
        badge,
        text(21, "Steps", steps, Type(32).listed("number", 14), "What to do first", anchor="ctr"),
        text(24, "Materials label", label, Type(24, "glow", bold=True), "What you need"),
        text(23, "Materials", things, Type(26, "paper", before=6), "A thing"),
    )
    return light("Activity", (rectangle("Panel", panel, "ground"), *motif.relief(panel, "panel"), pill), roles)


def _activity_alone(motif: Motif) -> Layout:
    """What to do where nothing has to be at hand: the badge stands above the steps."""
    pill, badge = _badge(Box(MARGIN, TOP, 4.3, 0.62), "accent", "paper")
    steps = columns(0, 11, TOP + 0.95)
    roles = (badge, text(21, "Steps", steps, Type(32).listed("number", 14), "What to do first"))
    return light("Activity alone", (*motif.trace(), pill), roles)


def _question(name: str, roles: tuple[str, ...], art: tuple[str, ...] = ()) -> Layout:
    bubble = _bubble(Box(MARGIN, 0.4, WIDTH, 1.5), "ground", 0.75)
    heading = title(Box(MARGIN + 0.4, 0.5, WIDTH - 0.8, 1.3), _BANNER, anchor="ctr")
    return Layout(name, (bubble, *art), (heading, *roles, *source(SMALL), *foot(SMALL)))


def _quiz() -> Layout:
    return _question("Quiz", (picture(31, "Options", columns(0, 12, 2.5), "Options"),))


def _answer() -> Layout:
    because = columns(7, 5, 2.5)
    roles = (
        picture(31, "Options", Box(MARGIN, because.y, because.x - MARGIN - 0.6, because.h), "Options"),
        text(21, "Because", because, Type(30), "Why", anchor="ctr"),
    )
    return _question("Quiz answer", roles, (bar(Box(because.x - 0.3, because.y, BAR, because.h)),))


def _ask_with_code() -> Layout:
    words = columns(0, 7)
    left = columns(8, 4).x - 0.5
    panel = Box(left, TOP, SLIDE_W - left, LOW - TOP)
    code = Box(panel.x + (panel.w - 3.6) / 2, TOP + 0.3, 3.6, 3.6)
    label = Box(code.x, code.bottom + 0.1, code.w, 0.75)
    roles = (
        text(21, "Ask", words._replace(h=1.75), _ASK, "What we ask of you"),
        text(22, "How", Box(words.x, TOP + 1.95, words.w, LOW - TOP - 1.95), Type(30).listed(), "How to do it"),
        picture(31, "QR code", code.inset(0.15, 0.15), "QR code"),
        text(23, "Label", label, Type(20, "paper", align="ctr"), "Where it leads"),
    )
    art = (rectangle("Panel", panel, "ground"), card("Card", code, "paper", 0.12))
    return light("Ask with QR code", art, roles, sourced=False)


def _ask() -> Layout:
    band = Box(0, TOP, SLIDE_W, 2.0)
    how = columns(0, 12, band.bottom + 0.35, LOW)
    roles = (
        text(21, "Ask", Box(MARGIN, TOP + 0.2, WIDTH, 1.6), _ASK.light(), "What we ask of you", anchor="ctr"),
        text(22, "How", how, Type(32).listed(before=12), "How to do it"),
    )
    return light("Ask", (rectangle("Band", band, "ground"),), roles, sourced=False)
