"""Parts and their relationships in a zip that is the same on every run (ECMA-376 Part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its path in the package, its content type, its XML, and what ``rId1``, ``rId2`` ... lead to."""

    path: str
    content_type: str
    xml: str
    relations: tuple[tuple[str, str], ...] = ()


def office(kind: str) -> str:
    """The type of a relationship that ECMA-376 names, such as ``slideLayout``."""
    return f"{_OFFICE_RELATIONS}/{kind}"


def core(kind: str) -> str:
    """The type of a relationship of the package itself."""
    return f"{_PACKAGE}/relationships/metadata/{kind}"


def package(parts: Sequence[Part], relations: tuple[tuple[str, str], ...]) -> bytes:
    """Write the parts in their order; ``relations`` are those of the package, as (type, path of the part)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts))
        _write(archive, "_rels/.rels", _relationships(relations, ""))
        for part in parts:
            _write(archive, part.path, part.xml)
            if part.relations:
                folder, name = posixpath.split(part.path)
                _write(archive, f"{folder}/_rels/{name}.rels", _relationships(part.relations, folder))
    return out.getvalue()


def _write(archive: zipfile.ZipFile, path: str, xml: str) -> None:
    # Stored, because compressed bytes differ from one zlib to the next; dated 1980 and owned by no system.
    entry = zipfile.ZipInfo(path)
    entry.create_system = 0
    archive.writestr(entry, (_DECLARATION + xml).encode("utf-8"), zipfile.ZIP_STORED)


def _content_types(parts: Iterable[Part]) -> str:
    overrides = "".join(f'<Override PartName="/{part.path}" ContentType="{part.content_type}"/>' for part in parts)
    defaults = f'<Default Extension="rels" ContentType="{_RELATIONS_TYPE}"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relationships(relations: Iterable[tuple[str, str]], folder: str) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{posixpath.relpath(target, folder or ".")}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
