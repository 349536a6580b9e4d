"""``missing-alt-text``, ``unclear-alt-text``: what cannot be seen has to be said (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.place import Place, called, listed, quoted, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundSlide

_NOUNS: Final = {
    "picture": "picture",
    "chart": "chart",
    "diagram": "SmartArt",
    "video": "video",
    "audio": "sound",
    "object": "object",
    "group": "group",
}
_HINTS: Final = ("right-click it, choose View Alt Text, and say what it shows, or mark it as decorative",)
_FILE: Final = re.compile(
    r"\S\.(?:jpe?g|png|gif|bmp|tiff?|webp|svg|heic|avif|emf|wmf|mp4|mov|m4v|avi|wmv|mp3|wav|m4a)\b", re.IGNORECASE
)
_ONLY_KIND: Final = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|graph|chart|diagram|drawing|icon|logo|group|shape|object|"
    r"screenshot|content placeholder|video|clip|画像|写真|図|図形|グラフ|表|アイコン|イラスト|ロゴ|動画|グループ|"
    r"スクリーンショット|hình ảnh|hình|ảnh|biểu đồ)[\s_-]*(?:化)?\d*[.。]?",
    re.IGNORECASE,
)
_PICTURE_OF: Final = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot) (?:of|showing|that shows)\b", re.IGNORECASE
)
_BY_A_MACHINE: Final = re.compile(
    "description automatically generated|ai-generated content may be incorrect|自動的に生成された説明|"
    "AI によって生成されたコンテンツ|AI 生成コンテンツ",
    re.IGNORECASE,
)


def check_alt_texts(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Whatever shows something and has no words of its own has alt text, or is marked as decorative."""
    for slide, place in slides(deck, file):
        silent = list(_silent(slide.shapes))
        for shape in (each for each in silent if each.kind in _NOUNS):
            message = f"the {_NOUNS[shape.kind]} has no alt text"
            yield place.at(shape).finding("missing-alt-text", message, Severity.ERROR, *_HINTS)
        drawn = [called(each) for each in silent if each.kind not in _NOUNS]
        if drawn:
            count = "1 drawn shape has" if len(drawn) == 1 else f"{len(drawn)} drawn shapes have"
            message = f"{count} no words and no alt text: {listed(drawn)}"
            yield place.finding("missing-alt-text", message, Severity.WARNING, *_HINTS)


def _silent(shapes: tuple[FoundShape, ...]) -> Iterator[FoundShape]:
    """The shapes that a screen reader would have nothing to say of."""
    for shape in shapes:
        if shape.hidden or shape.decorative or (shape.alt or "").strip():
            continue
        if _needs_words(shape):
            yield shape


def _needs_words(shape: FoundShape) -> bool:
    match shape.kind:
        case "table":
            return False
        case "group":
            # What is drawn of several shapes is one figure; what only was moved together speaks for itself.
            return not all(map(_speaks, (child for child in shape.all_shapes() if child.kind != "group")))
        case "shape":
            return not shape.has_words and shape.placeholder is None and _is_painted(shape)
        case "line":
            return shape.stroke is not None
        case _:
            return True


def _speaks(shape: FoundShape) -> bool:
    return shape.has_words or bool((shape.alt or "").strip())


def _is_painted(shape: FoundShape) -> bool:
    return shape.stroke is not None or (shape.layer is not None and shape.layer.fill is not None)


def check_clear_alt_texts(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Alt text says what is shown: it is no file name, no mere "picture", no guess of a machine."""
    for slide, place in slides(deck, file):
        for shape in _described(slide):
            fault = fault_of(shape.alt or "")
            if fault:
                yield _unclear(place.at(shape), shape.alt or "", *fault)


def _described(slide: FoundSlide) -> Iterator[FoundShape]:
    return (shape for shape in slide.all_shapes() if (shape.alt or "").strip() and not shape.hidden)


def _unclear(place: Place, alt: str, fault: str, hint: str) -> Diagnostic:
    return place.finding("unclear-alt-text", f"the alt text {quoted(alt)} {fault}", Severity.WARNING, hint)


def fault_of(alt: str) -> tuple[str, str] | None:
    """What is wrong with an alt text, and what to do; None when it may say what is shown."""
    alt = alt.strip()
    if _FILE.search(alt):
        return "is the name of a file", "say what is shown"
    if _ONLY_KIND.fullmatch(alt):
        return "says only what kind of thing it is", "say what is shown"
    if _PICTURE_OF.match(alt):
        return "begins with what a screen reader says anyway", "leave out “picture of”"
    if _BY_A_MACHINE.search(alt):
        return "was made by a machine, and nobody has looked at it since", "say it in words of your own"
    return None
