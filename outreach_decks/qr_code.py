"""QR codes, drawn so that they stay sharp on a 4K projector."""

from __future__ import annotations

import io

import segno

from outreach_decks.deck import DrawnImage, PlacedQrCode
from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.theme import Theme

# ISO/IEC 18004 wants four light modules round the code.
QUIET_ZONE = 4
LEAST_PNG_WIDTH = 1_600
_NOWHERE = Span("")


def draw_qr_code(placed: PlacedQrCode, theme: Theme, span: Span = _NOWHERE) -> DrawnImage:
    """Draw the code of an address in ink on paper.

    The PNG is ``LEAST_PNG_WIDTH`` px wide or a little more, so that each module is a whole number
    of px. Error correction is M, or better where that costs no larger code. Raises DeckError
    (``qr-too-long``, at ``span``) for an address that no QR code can hold.
    """
    code = _encode(placed.url, span)
    colours = {"dark": f"#{theme.colours['ink']}", "light": f"#{theme.colours['paper']}"}
    svg, png = io.BytesIO(), io.BytesIO()
    code.save(svg, kind="svg", border=QUIET_ZONE, omitsize=True, nl=False, **colours)
    code.save(png, kind="png", border=QUIET_ZONE, scale=_module_px(code), **colours)
    return DrawnImage(svg.getvalue(), png.getvalue())


def _encode(url: str, span: Span) -> segno.QRCode:
    try:
        return segno.make_qr(url, error="m", boost_error=True)
    except segno.DataOverflowError as error:
        message = f"the address is too long for a QR code ({len(url)} characters)"
        raise DeckError([Diagnostic("qr-too-long", message, span)]) from error


def _module_px(code: segno.QRCode) -> int:
    """Return the px of one module, so that all of them with the quiet zone reach the least width."""
    modules, _ = code.symbol_size(border=QUIET_ZONE)
    return -(-LEAST_PNG_WIDTH // int(modules))
