"""An outline in other languages: the same slides with other words, each with the place of its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import outreach_decks.slide_kinds as kinds
from outreach_decks.authored_texts import AuthoredText, head_texts, slide_texts, with_texts
from outreach_decks.document import DataPath, Document
from outreach_decks.outline import AuthoredSlide, Head, Outline
from outreach_decks.translations.messages import head_context, text_context
from outreach_decks.translations.translator import Rendering

Renderings = Mapping[str, Rendering]
Elsewhere = dict[DataPath, tuple[Document, DataPath]]


@dataclass(frozen=True, slots=True)
class Language:
    """The renderings of an outline's texts in one language, and the file that they stand in."""

    renderings: Renderings
    document: Document


def translated_outline(outline: Outline, slides: Language, notes: Language) -> Outline:
    """The outline with its slides in one language and its notes in one."""
    return _Rewriter(outline, slides, notes).outline()


@dataclass
class _Rewriter:
    original: Outline
    slides: Language
    notes: Language
    elsewhere: dict[str, Elsewhere] = field(default_factory=dict)

    def outline(self) -> Outline:
        head = self._head()
        slides = [self._slide(authored) for authored in self.original.slides]
        documents = {
            file: replace(document, elsewhere=self.elsewhere.get(file, {}))
            for file, document in self.original.documents.items()
        }
        placed = tuple(replace(one, document=documents[one.document.file]) for one in slides)
        files = {one.document.file: one.document for one in (self.slides, self.notes) if one.document.file}
        own = documents[self.original.document.file]
        return replace(self.original, head=head, document=own, slides=placed, documents=files | documents)

    def _head(self) -> Head:
        head = self.original.head
        told: dict[DataPath, str] = {}
        for written in head_texts(self.original):
            rendering = self.slides.renderings.get(head_context(self.original, written))
            if rendering:
                told[written.field] = rendering.text
                self._lead(written, written.path, self.slides, rendering)
        keywords = tuple(told.get(("keywords", number), word) for number, word in enumerate(head.keywords))
        update = {name: told.get((name,), getattr(head, name)) for name in ("title", "subtitle")}
        return head.model_copy(update={**update, "keywords": keywords})

    def _slide(self, authored: AuthoredSlide) -> AuthoredSlide:
        told: dict[DataPath, tuple[AuthoredText, Language, Rendering]] = {}
        for written in slide_texts(authored):
            language = self.notes if written.channel == "spoken" else self.slides
            rendering = language.renderings.get(text_context(authored, written))
            if rendering:
                told[written.field] = (written, language, rendering)
        texts = {path: rendering.text for path, (_, _, rendering) in told.items()}
        slide = self._with_answer(with_texts(authored.slide, texts), authored)
        for written, now in zip(slide_texts(authored), slide_texts(replace(authored, slide=slide)), strict=False):
            self._lead_text(written, now.path, told.get(written.field))
        return replace(authored, slide=slide)

    def _lead_text(
        self, written: AuthoredText, path: DataPath, told: tuple[AuthoredText, Language, Rendering] | None
    ) -> None:
        if told:
            self._lead(written, path, told[1], told[2])
        elif path != written.path:
            self._of(written)[path] = (written.document, written.path)

    def _lead(self, written: AuthoredText, path: DataPath, language: Language, rendering: Rendering) -> None:
        """Lead from the path of a text to where its words are written."""
        if rendering.entry:
            self._of(written)[path] = (language.document, (rendering.entry,))
            if written.is_key:
                # A point with points below it is known by its number too.
                self._of(written)[path[:-1]] = (language.document, (rendering.entry,))
        elif path != written.path:
            self._of(written)[path] = (written.document, written.path)

    def _of(self, written: AuthoredText) -> Elsewhere:
        return self.elsewhere.setdefault(written.document.file, {})

    def _with_answer(self, slide: kinds.Slide, authored: AuthoredSlide) -> kinds.Slide:
        """What is read out on the answer slide is the reason on it; in notes of another language, its translation."""
        if not isinstance(slide, kinds.Quiz) or slide.answer_notes or self.notes is self.slides:
            return slide
        because = next(written for written in slide_texts(authored) if written.field == ("because",))
        rendering = self.notes.renderings.get(text_context(authored, because))
        if rendering is None:
            return slide.model_copy(update={"answer_notes": because.text})
        self._lead(because, (*authored.path, "answer_notes"), self.notes, rendering)
        return slide.model_copy(update={"answer_notes": rendering.text})
