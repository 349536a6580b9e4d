"""Write assets/*.schema.json from the models of the package.

Run it when a field or its description changes: ``python tools/build_schema.py``. The same models give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from outreach_decks.schema import SCHEMAS, schema_text  # noqa: E402 - the package lies beside this folder

ASSETS = ROOT / "assets"


def build_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, and return the files."""
    written = []
    for name in SCHEMAS:
        path = folder / f"{name}.schema.json"
        path.write_bytes(schema_text(name).encode())
        written.append(path)
    return written


if __name__ == "__main__":
    for file in build_schemas(ASSETS):
        print(file.relative_to(ROOT).as_posix())
