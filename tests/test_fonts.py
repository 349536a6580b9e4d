from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

FONTS = Path(__file__).parents[1] / "assets" / "fonts"


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.ttf")), ids=lambda font: font.name)
def test_fonts_are_those_whose_licence_is_kept(font: Path) -> None:
    """Every font file is listed with its hash, and the licence of its family lies beside it."""
    listed = (FONTS / "LICENSES.md").read_text(encoding="utf-8")
    assert f"| `{font.name}` | `{sha256(font.read_bytes()).hexdigest()}` |" in listed
    licence = (FONTS / f"OFL-{font.stem.partition('-')[0]}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
