"""Languages by their CLDR codes: which there are, their tags in a file, and how their speech is counted.

Babel is loaded by the functions that need it, because loading it costs time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What an outline is most likely written in; any other language of CLDR will do.
LIKELY: Final = ("en", "ja", "vi")
# Language, script and region; a code is the name of a file too, so no other form of it will do.
_CODE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\d{3}))?")
# The letters of a code of a script and of a region.
_SCRIPT, _REGION = 4, 2
# Languages written without spaces between words (CLDR): their speech is counted in characters.
_WITHOUT_SPACES: Final = frozenset({"ja", "zh", "th", "lo", "km", "my", "bo", "dz"})
# Languages whose own script is East Asian: theirs is the East Asian face, and the Latin one only visits.
_EAST_ASIAN: Final = frozenset({"ja", "zh", "ko"})

# Scripts that are several (ISO 15924): Japanese is written in kana and kanji, Korean in hangul and hanja.
_WRITTEN_IN: Final = {
    "Jpan": ("Hira", "Kana", "Hani"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
}


def is_language(code: str) -> bool:
    """Tell whether CLDR knows a language by this code, such as en, ja or pt_BR, written as CLDR writes it."""
    from babel.localedata import exists

    return _CODE.fullmatch(code) is not None and exists(code)


def canonical(code: str) -> str:
    """A code as CLDR writes it: ja for JA, pt_BR for pt-br; one that is none stays as it is."""
    parts = re.split("[-_]", code)
    forms = {_SCRIPT: str.title, _REGION: str.upper}
    told = "_".join((parts[0].lower(), *(forms.get(len(part), str)(part) for part in parts[1:])))
    return told if is_language(told) else code


def meant(code: str) -> str | None:
    """The language that somebody means who gives the code of a country (jp, vn) or a name (Japanese, 日本語)."""
    from babel.core import Locale, get_global

    of_country = get_global("likely_subtags").get(f"und_{code.upper()}", "").partition("_")[0]
    names = {name.casefold(): known for told in LIKELY for known, name in Locale(told).languages.items()}
    found = of_country or names.get(code.casefold(), "")
    return found if is_language(found) else None


def unknown(code: str) -> str:
    """What to say of a code that no language has."""
    near = meant(code)
    hint = f'did you mean "{near}"?' if near else f"a code such as {', '.join(LIKELY)} was expected"
    return f'there is no language "{code}"; {hint}'


def tag(code: str) -> str:
    """The tag (BCP 47) of a language with its likely region, as Office writes it: en-US, ja-JP, vi-VN."""
    from babel.core import Locale, get_global

    likely = get_global("likely_subtags").get(code, code)
    locale = Locale.parse(code)
    region = locale.territory or Locale.parse(likely).territory
    return "-".join(part for part in (locale.language, locale.script, region) if part)


@lru_cache(maxsize=256)
def scripts_of(tag: str) -> frozenset[str]:
    """The scripts (ISO 15924) that a language is written in, by its tag: Latn of en-US; none where it is not known."""
    from babel.core import get_global

    parts = tag.replace("_", "-").split("-")
    language, named = parts[0].lower(), [part.title() for part in parts[1:] if len(part) == _SCRIPT]
    likely = get_global("likely_subtags").get(language, "").split("_")
    script = (named or [part for part in likely if len(part) == _SCRIPT] or [""])[0]
    return frozenset(_WRITTEN_IN.get(script, (script,) if script else ()))


def is_east_asian(code: str) -> bool:
    """Tell whether a language's own script is East Asian."""
    return primary(code) in _EAST_ASIAN


def counts_characters(code: str) -> bool:
    """Tell whether the length of its texts is told in characters and not in words."""
    return primary(code) in _WITHOUT_SPACES


def primary(code: str) -> str:
    """The language without script and region: pt of pt_BR."""
    return code.replace("-", "_").partition("_")[0]
