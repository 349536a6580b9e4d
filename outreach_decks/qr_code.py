"""QR codes, drawn so that they stay sharp on a 4K projector."""

from __future__ import annotations

import io

import segno

from outreach_decks.colours import luminance
from outreach_decks.deck import DrawnImage, PlacedQrCode
from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.theme import Theme

# ISO/IEC 18004 wants four light modules round the code.
QUIET_ZONE = 4
LEAST_PNG_WIDTH = 1_600
_NOWHERE = Span("")
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{px}" height="{px}" viewBox="0 0 {modules} {modules}">'
    '<path fill="{light}" d="M0 0H{modules}V{modules}H0z"/><path fill="{dark}" fill-rule="evenodd" d="{path}"/></svg>'
)

# A corner of a module, in modules from the upper left corner of the code.
_Corner = tuple[int, int]


def draw_qr_code(placed: PlacedQrCode, theme: Theme, span: Span = _NOWHERE) -> DrawnImage:
    """Draw the code of an address in ink on paper, or the other way round where paper is the darker one.

    The PNG is ``LEAST_PNG_WIDTH`` px wide or a little more, so that each module is a whole number of
    px. Error correction is M, or better where that makes the code no larger.

    Raises:
        DeckError: ``qr-too-long``, at ``span``, for an address that no QR code can hold.
    """
    code = _encode(placed.url, span)
    # Cameras read dark on light; where the ground is dark, that is paper on ink.
    dark, light = (f"#{rgb}" for rgb in sorted((theme.colours["ink"], theme.colours["paper"]), key=luminance))
    png = io.BytesIO()
    code.save(png, kind="png", border=QUIET_ZONE, scale=_module_px(code), dark=dark, light=light)
    return DrawnImage(_svg(code, dark, light).encode(), png.getvalue())


def _encode(url: str, span: Span) -> segno.QRCode:
    try:
        return segno.make_qr(url, error="m", boost_error=True)
    except segno.DataOverflowError as error:
        message = f"the address is too long for a QR code ({len(url)} characters)"
        raise DeckError([Diagnostic("qr-too-long", message, span)]) from error


def _modules(code: segno.QRCode) -> int:
    """Count the modules of a side, with the quiet zone."""
    return len(code.matrix) + 2 * QUIET_ZONE


def _module_px(code: segno.QRCode) -> int:
    """Return the px of one module, so that all of a side together reach the least width."""
    return -(-LEAST_PNG_WIDTH // _modules(code))


def _svg(code: segno.QRCode, dark: str, light: str) -> str:
    """Draw all dark modules as one shape: modules drawn one by one show hairlines between them."""
    path = "".join(_outline(corners) for corners in _outlines(code.matrix))
    modules = _modules(code)
    return _SVG.format(px=modules * _module_px(code), modules=modules, dark=dark, light=light, path=path)


def _outline(corners: list[_Corner]) -> str:
    """Write one closed outline, in modules from the corner of the quiet zone."""
    points = [f"{x + QUIET_ZONE} {y + QUIET_ZONE}" for x, y in corners]
    return f"M{'L'.join(points)}z"


def _outlines(matrix: tuple[bytearray, ...]) -> list[list[_Corner]]:
    """Follow the edges between dark and light modules until each outline is closed."""
    edges = _edges(matrix)
    outlines = []
    while edges:
        start = next(iter(edges))
        outlines.append([start])
        while (corner := _step(edges, outlines[-1][-1])) != start:
            outlines[-1].append(corner)
    return outlines


def _step(edges: dict[_Corner, list[_Corner]], corner: _Corner) -> _Corner:
    """Take an edge that leaves a corner out of ``edges`` and return where it leads."""
    leads = edges[corner].pop()
    if not edges[corner]:
        del edges[corner]
    return leads


def _edges(matrix: tuple[bytearray, ...]) -> dict[_Corner, list[_Corner]]:
    """Return the edges of dark modules that border on light, clockwise, by the corner they leave."""
    dark = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    edges: dict[_Corner, list[_Corner]] = {}
    for x, y in sorted(dark):
        sides = (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        )
        for neighbour, leaves, leads in sides:
            if neighbour not in dark:
                edges.setdefault(leaves, []).append(leads)
    return edges
