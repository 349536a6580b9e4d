from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.powerpoint.every_shape import written
from tests.validators import SDK, SDK_MISSING, audit, integrity, sdk

TEMPLATES = ("church", "school", "community")
needs_sdk = pytest.mark.skipif(not SDK.is_file(), reason=SDK_MISSING)


def with_fault(pattern: str, to: str, name: str = "ppt/slides/slide3.xml") -> bytes:
    """The deck with the first match of a pattern in one part replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(written())) as source, ZipFile(file, "w") as target:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == name:
                content = re.sub(pattern.encode(), to.encode(), content, count=1)
            target.writestr(entry, content)
    return file.getvalue()


@pytest.mark.parametrize("template", TEMPLATES)
def test_openxml_audit_finds_nothing(template: str, tmp_path: Path) -> None:
    """A deck of every shape keeps to the schemas."""
    assert audit(written(template), tmp_path) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_ooxml_integrity_finds_no_error(template: str, tmp_path: Path) -> None:
    """No texts lie on each other or leave their boxes."""
    assert integrity(written(template), tmp_path) == []


@needs_sdk
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_open_xml_sdk_finds_nothing(template: str, tmp_path: Path) -> None:
    """Office's own validator has nothing to say."""
    assert sdk(written(template), tmp_path) == []


def test_openxml_audit_would_find_a_fault(tmp_path: Path) -> None:
    """An element that is not in the schema is found."""
    assert audit(with_fault("<a:lstStyle/>", "<a:nonsense/>"), tmp_path)


def test_ooxml_integrity_would_find_a_fault(tmp_path: Path) -> None:
    """A source line that lies on the points is found."""
    place = '<p:spPr><a:xfrm><a:off x="700000" y="1900000"/><a:ext cx="6000000" cy="900000"/></a:xfrm></p:spPr>'
    spoilt = with_fault(r'(idx="40"/></p:nvPr></p:nvSpPr>)<p:spPr/>', rf"\1{place}")
    assert [found for found in integrity(spoilt, tmp_path) if "PPT006" in found]


@needs_sdk
def test_the_open_xml_sdk_would_find_a_fault(tmp_path: Path) -> None:
    """An element that is not in the schema is found."""
    assert sdk(with_fault("<a:lstStyle/>", "<a:nonsense/>"), tmp_path)
