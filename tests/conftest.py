"""What the tests share: how examples are found, and which tests need a program that may be missing."""

from __future__ import annotations

import pytest
from hypothesis import settings

from outreach_decks.preview import find_soffice

SOFFICE_MISSING = "LibreOffice was not found: slides cannot be rendered here"

# The same examples on every run, and no limit on time: a slow machine is not a fault.
settings.register_profile("same-everywhere", deadline=None, derandomize=True)
settings.load_profile("same-everywhere")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``render``, with the reason, where LibreOffice is missing."""
    if find_soffice():
        return
    for item in items:
        if item.get_closest_marker("render"):
            item.add_marker(pytest.mark.skip(reason=SOFFICE_MISSING))
