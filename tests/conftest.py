"""What the tests share: which of them need a program that may be missing."""

from __future__ import annotations

import shutil

import pytest

SOFFICE_MISSING = "LibreOffice (soffice) is not on the PATH: slides cannot be rendered here"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``render``, with the reason, where LibreOffice is missing."""
    if shutil.which("soffice"):
        return
    for item in items:
        if item.get_closest_marker("render"):
            item.add_marker(pytest.mark.skip(reason=SOFFICE_MISSING))
