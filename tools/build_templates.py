"""Write the three templates, the same bytes on every run: ``python tools/build_templates.py [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from templates.audiences import AUDIENCES
from templates.template import template

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "templates"


def main(folder: Path = FOLDER) -> None:
    """Write one file an audience into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for audience in AUDIENCES:
        (folder / f"{audience.name}.pptx").write_bytes(template(audience))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
