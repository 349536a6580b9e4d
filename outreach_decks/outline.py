"""What an author writes: the head of an outline, its slides, and slides kept in files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.document import DataPath, Document
from outreach_decks.scalars import Identifier, Minutes, Text
from outreach_decks.slide_kinds import Slide, Strict


class Include(Strict):
    """Slides kept in a file of their own."""

    include: Text
    """The path of the file, from the folder of this one."""


SlideField = Annotated[Slide, Field(discriminator="kind")]


class Head(Strict):
    """What an outline says before its slides."""

    title: Text
    """The name of the talk."""
    subtitle: Text | None = None
    """A line below the name."""
    audience: Identifier
    """A name in rules/audiences.yaml: church, school or community."""
    language: Identifier
    """The language these words are written in: en or ja."""
    minutes: Minutes
    """The usual length of the talk."""
    template: Text
    """A template of assets/templates by its name, or a path to somebody's own .pptx, .potx or .ppsx."""
    author: Text | None = None
    """Who wrote the talk, for the document's properties."""
    keywords: tuple[Text, ...] = ()
    """For the document's properties."""


class OutlineFile(Head):
    """A talk: what it is called, whom it is for, and its slides."""

    schema_title: ClassVar[str] = "Outline of a talk"
    slides: Annotated[tuple[SlideField | Include, ...], Field(min_length=1)]
    """The slides in order; `include` brings slides from a file of their own."""


class SlidesFileHead(Strict):
    """What a file of slides says before them."""

    language: Identifier | None = None
    """The language these words are written in, if it may be another than that of the talk which includes them."""


class SlidesFile(SlidesFileHead):
    """Slides that several talks include."""

    schema_title: ClassVar[str] = "Slides shared by talks"
    slides: Annotated[tuple[SlideField | Include, ...], Field(min_length=1)]
    """The slides in order."""


@dataclass(frozen=True, slots=True)
class AuthoredSlide:
    """A slide as it was written, and where: ``path`` leads to it in ``document``; ``language`` is that of its words."""

    slide: Slide
    document: Document
    path: DataPath
    language: str

    def span(self, *field: str | int) -> Span:
        """The place of one of its fields, or of the slide."""
        return self.document.span((*self.path, *field))

    def finding(
        self,
        code: str,
        message: str,
        field: tuple[str | int, ...] = (),
        needle: str = "",
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A finding about a field, or about the words ``needle`` in it."""
        path = (*self.path, *field)
        span = self.document.span_of(needle, path) if needle else self.document.span(path)
        return self.document.diagnostic(code, message, span, (hint,) if hint else (), severity)


@dataclass(frozen=True, slots=True)
class Outline:
    """A talk as it was written, for all variants.

    ``documents`` are all files that it was read from; ``findings`` is what is wrong with them.
    """

    name: str
    head: Head
    document: Document
    slides: tuple[AuthoredSlide, ...]
    documents: Mapping[str, Document]
    findings: tuple[Diagnostic, ...] = ()
