"""Fills assets/icons from an unpacked copy of the npm package @phosphor-icons/core.

    python tools/fetch_icons.py PACKAGE_FOLDER [ICONS_FOLDER]

Each icon is copied as it is, under a name that an author can guess, and the list of licences is
written beside them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

# Our name: the name in the package, in its weight "fill". No chain, bars or handcuffs are ever taken in.
ICONS = {
    "airplane": "airplane-tilt",
    "backpack": "backpack",
    "bank": "bank",
    "bed": "bed",
    "bicycle": "bicycle",
    "boat": "boat",
    "book": "book-bookmark",
    "book-open": "book-open-text",
    "briefcase": "briefcase",
    "building": "building",
    "calendar": "calendar-blank",
    "camera": "camera",
    "cards": "cards",
    "chair": "chair",
    "chat": "chat-circle-dots",
    "chats": "chats-circle",
    "check": "check-circle",
    "child": "baby",
    "church": "church",
    "clock": "clock",
    "coins": "coins",
    "compass": "compass",
    "document": "clipboard-text",
    "door-open": "door-open",
    "ear": "ear",
    "envelope": "envelope",
    "eye": "eye",
    "factory": "factory",
    "family": "users-three",
    "farm": "farm",
    "first-aid": "first-aid-kit",
    "flame": "flame",
    "footprints": "footprints",
    "game-controller": "game-controller",
    "gift": "gift",
    "globe": "globe-hemisphere-east",
    "graduation-cap": "graduation-cap",
    "hand": "hand-palm",
    "hand-heart": "hand-heart",
    "hands-praying": "hands-praying",
    "handshake": "handshake",
    "headset": "headset",
    "heart": "heart",
    "hospital": "hospital",
    "hourglass": "hourglass",
    "house": "house",
    "identity-card": "identification-card",
    "key": "key",
    "leaf": "leaf",
    "lifebuoy": "lifebuoy",
    "lightbulb": "lightbulb",
    "list": "list-checks",
    "lock": "lock",
    "magnifying-glass": "magnifying-glass",
    "map-pin": "map-pin",
    "megaphone": "megaphone",
    "money": "money",
    "network": "graph",
    "newspaper": "newspaper",
    "notebook": "notebook",
    "passport": "identification-badge",
    "path": "path",
    "pencil": "pencil-simple",
    "person": "person",
    "phone": "phone",
    "phone-call": "phone-call",
    "plant": "plant",
    "qr-code": "qr-code",
    "question": "question",
    "receipt": "receipt",
    "scales": "scales",
    "school": "chalkboard-teacher",
    "secret": "eye-slash",
    "share": "share-network",
    "shield": "shield",
    "shield-check": "shield-check",
    "shop": "storefront",
    "signpost": "signpost",
    "smartphone": "device-mobile",
    "speech": "user-sound",
    "star": "star",
    "student": "student",
    "sun": "sun",
    "sunrise": "sun-horizon",
    "tools": "hammer",
    "train": "train",
    "translate": "translate",
    "tree": "tree",
    "user": "user",
    "users": "users",
    "wallet": "wallet",
    "warning": "warning",
    "x": "x-circle",
}

_LICENSES = """# Icons

All icons in this folder are from one family, Phosphor Icons, in its weight "fill".

- Package: @phosphor-icons/core {version}
- Project: https://phosphoricons.com, https://github.com/phosphor-icons/core
- Authors: Phosphor Icons; author of the package: {author}
- Changes: none but the file names; the table below gives the original ones

## Licence

{licence}

## Names

| here | in the package |
| --- | --- |
{names}
"""


def copy_icons(package: Path, folder: Path) -> None:
    """Copy the icons of ``ICONS`` from an unpacked package, and write LICENSES.md."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, original in ICONS.items():
        svg = (package / "assets" / "fill" / f"{original}-fill.svg").read_bytes()
        (folder / f"{name}.svg").write_bytes(svg)
    (folder / "LICENSES.md").write_bytes(_licenses(package).encode())


def _licenses(package: Path) -> str:
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return _LICENSES.format(
        version=about["version"],
        author=about["author"]["name"],
        licence=(package / "LICENSE").read_text(encoding="utf-8").strip(),
        names="\n".join(f"| {name}.svg | {original}-fill.svg |" for name, original in ICONS.items()),
    )


if __name__ == "__main__":
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parents[1] / "assets" / "icons"  # noqa: PLR2004
    copy_icons(Path(sys.argv[1]), target)
