"""Languages by their CLDR codes: which there are, their tags in a file, and how their speech is counted.

Babel is loaded by the functions that need it, because loading it costs time.
"""

from __future__ import annotations

import re
from typing import Final

# What an outline is most likely written in; any other language of CLDR will do.
LIKELY: Final = ("en", "ja", "vi")
# Language, script and region; a code is the name of a file too, so no other form of it will do.
_CODE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\d{3}))?")
# Languages written without spaces between words (CLDR): their speech is counted in characters.
_WITHOUT_SPACES: Final = frozenset({"ja", "zh", "th", "lo", "km", "my", "bo", "dz"})
# Languages whose own script is East Asian: theirs is the East Asian face, and the Latin one only visits.
_EAST_ASIAN: Final = frozenset({"ja", "zh", "ko"})


def is_language(code: str) -> bool:
    """Tell whether CLDR knows a language by this code, such as en, ja or pt_BR, written as CLDR writes it."""
    from babel.localedata import exists

    return _CODE.fullmatch(code) is not None and exists(code)


def tag(code: str) -> str:
    """The tag (BCP 47) of a language with its likely region, as Office writes it: en-US, ja-JP, vi-VN."""
    from babel.core import Locale, get_global

    likely = get_global("likely_subtags").get(code, code)
    locale = Locale.parse(code)
    region = locale.territory or Locale.parse(likely).territory
    return "-".join(part for part in (locale.language, locale.script, region) if part)


def is_east_asian(code: str) -> bool:
    """Tell whether a language's own script is East Asian."""
    return primary(code) in _EAST_ASIAN


def counts_characters(code: str) -> bool:
    """Tell whether the length of its texts is told in characters and not in words."""
    return primary(code) in _WITHOUT_SPACES


def primary(code: str) -> str:
    """The language without script and region: pt of pt_BR."""
    return code.replace("-", "_").partition("_")[0]
