"""The validators that decks are put before, each as a function that gives what it finds as lines."""

from __future__ import annotations

import json
import os
import subprocess
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from lxml import etree
from ooxml_integrity import check_pptx
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.slide import SlideLayout

SDK = Path(__file__).parent / "validator" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
SDK_MISSING = "the Open XML SDK validator is not installed: npm ci in tests/validator brings it (Linux on x64)"
# What the checker says when this machine has no faces to measure with; that is no fault of the deck.
NO_FACES = "PPT000"
PREFIXES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def audit(pptx: bytes, folder: Path) -> list[str]:
    """What openxml-audit finds: schemas and relations."""
    return [str(error) for error in OpenXmlValidator().validate(_file(pptx, folder)).errors]


def integrity(pptx: bytes, folder: Path) -> list[str]:
    """The errors of ooxml-integrity: shapes that collide and text that does not fit."""
    found = check_pptx(_file(as_it_looks(pptx), folder))
    return [str(one) for one in found if one.severity == "error" and one.code != NO_FACES]


def sdk(pptx: bytes, folder: Path) -> list[str]:
    """What the Open XML SDK finds: what Office itself would say."""
    # It carries no collation data of its own and needs none.
    settings = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [str(SDK), str(_file(pptx, folder)), "Microsoft365"]
    said = subprocess.run(command, capture_output=True, check=True, env=settings, encoding="utf-8").stdout
    answer = json.loads(said)
    errors = [f"{error['path']}: {error['description']}" for error in answer["errors"]]
    return errors or ([] if answer["ok"] else ["refused without a reason"])


def as_it_looks(pptx: bytes) -> bytes:
    """A copy in which each placeholder says for itself what it has from its layout: its place and its frame.

    ooxml-integrity takes the first placeholder of a layout that is of the same type, not the one with the same idx,
    and knows no inherited insets.
    """
    presentation = Presentation(BytesIO(pptx))
    for slide in presentation.slides:
        for shape in slide.placeholders:
            _say(shape.element, slide.slide_layout)
    copy = BytesIO()
    presentation.save(copy)
    return copy.getvalue()


def _say(shape: etree._Element, layout: SlideLayout) -> None:
    mark = shape.find(".//p:ph", PREFIXES)
    index = "0" if mark is None else mark.get("idx", "0")
    for prototype in layout.element.iter(f"{{{PREFIXES['p']}}}sp"):
        own = prototype.find("p:nvSpPr/p:nvPr/p:ph", PREFIXES)
        if own is not None and own.get("idx", "0") == index:
            _copy_place(shape, prototype)
            _copy_frame(shape, prototype)


def _copy_place(shape: etree._Element, prototype: etree._Element) -> None:
    properties, place = shape.find("p:spPr", PREFIXES), prototype.find("p:spPr/a:xfrm", PREFIXES)
    if properties is not None and place is not None and properties.find("a:xfrm", PREFIXES) is None:
        properties.insert(0, deepcopy(place))


def _copy_frame(shape: etree._Element, prototype: etree._Element) -> None:
    frame, given = shape.find("p:txBody/a:bodyPr", PREFIXES), prototype.find("p:txBody/a:bodyPr", PREFIXES)
    if frame is not None and given is not None:
        for key, value in given.attrib.items():
            frame.set(key, frame.get(key, value))


def _file(pptx: bytes, folder: Path) -> Path:
    file = folder / "deck.pptx"
    file.write_bytes(pptx)
    return file
