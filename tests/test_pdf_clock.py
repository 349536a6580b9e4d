"""What a PDF tells of the moment it was made."""

from __future__ import annotations

import re

from outreach_decks.pdf_clock import without_clock


def pdf(date: str, name: str) -> bytes:
    """The parts of a PDF in which LibreOffice writes the time."""
    day = f"{date[:4]}-{date[4:6]}-{date[6:8]}T{date[8:10]}:{date[10:12]}:{date[12:14]}"
    return (
        f"%PDF-1.7\n1 0 obj\n<</Title(A talk)/CreationDate(D:{date}Z')>>\nendobj\n"
        f"<xmp:CreateDate>{day}Z</xmp:CreateDate>\nBT (D:{date}) Tj ET\n"
        f"trailer\n<</Size 2/ID [ <{name}>\n<{name}> ]\n/DocChecksum /{name}\n>>\nstartxref\n9\n%%EOF\n"
    ).encode()


def test_the_moment_is_taken_out() -> None:
    """Two PDFs of the same deck, made at different times, are the same."""
    shown = b"20990101000000"
    first, second = (
        without_clock(pdf(date, name * 32).replace(f"(D:{date}) Tj".encode(), shown))
        for date, name in (("20261124221327", "A"), ("20270101080910", "7"))
    )
    assert first == second
    assert b"2026" not in first


def test_every_byte_keeps_its_place() -> None:
    """The table at the end counts bytes; words that are shown, a date among them, stay."""
    given = pdf("20261124221327", "0123456789ABCDEF" * 2)
    made = without_clock(given)
    assert len(made) == len(given)
    assert b"BT (D:20261124221327) Tj ET" in made
    assert [found.start() for found in re.finditer(rb"\n", made)] == [
        found.start() for found in re.finditer(rb"\n", given)
    ]


def test_two_decks_have_two_names() -> None:
    """The name of a file is made from what is in it."""
    one, other = (
        without_clock(pdf("20261124221327", "A" * 32).replace(b"A talk", title)) for title in (b"Talk A", b"Talk B")
    )
    names = [re.findall(rb"[0-9A-F]{32}", made) for made in (one, other)]
    assert [len(set(each)) for each in names] == [1, 1]
    assert names[0] != names[1]
