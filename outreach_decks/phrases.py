"""Where Japanese may be broken so that a reader takes in each line at one glance: at the ends of phrases (文節).

BudouX finds the phrases. What it cannot know is here: a number stays with its counter, a name in Latin letters and a
short quotation stay whole, and some ends part the sense better than others. Japanese has no spaces, so that a renderer
breaks it anywhere, also inside a word; a title broken there is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from icu4py.breakers import WordBreaker

from outreach_decks.line_breaks import MeasuredText, permitted_ends

if TYPE_CHECKING:
    from budoux import Parser

# What a line end costs beside the unevenness of the lines (the sum of the squares of what each lacks or exceeds, as
# shares), by what stands before it; the first that fits counts.
_BEFORE: Final = (
    (re.compile(r"[。！？]$"), -0.3),  # a sentence ends
    (re.compile(r"[、：／；…]$"), -0.22),  # a clause ends
    (re.compile(r"[」』）]$"), -0.05),
    (re.compile(r"[はがも]$"), -0.04),  # the theme has been named
    (re.compile(r"[のな]$"), 0.12),  # belongs to the noun that follows
    (re.compile(r"を$"), 0.08),  # belongs to the verb that follows
    (re.compile(r"[たるいうくすつむぶぬ]$"), 0.06),  # a verb that most likely describes the noun that follows
)
# Words that only complete the phrase before them.
_LEANING: Final = re.compile(
    r"こと|もの|ため|とき|ところ|ほう|よう|はず|わけ|うち|あいだ|なか|まま|だけ|[人者所][はがをにもでとの、]|"
    r"ある|あり|あっ|いる|いま|いて|いた|いい|でき|なる|なり|なっ|なら|ない|なか|なく|しま|くだ|ほし|みる|みよ|"
    r"する|した|して|せず|され|させ|おく|おき|あう|あっ|あわ"
)
_LEANING_COST: Final = 0.12
_OPENING: Final = "（「『［【"
_OPENING_COST: Final = 0.08
_LOOSE_COST: Final = 0.3
_PAUSE: Final = re.compile(r"[、。！？：；／…]")

# What no line end may part: a name in Latin letters; a figure with its counter and with what limits it; katakana, whose
# words may have a dot in the middle; words that BudouX parts; という, について and their like.
_WHOLE: Final = (
    re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:;&'’/@+–-]{0,23}[A-Za-z0-9]"),
    re.compile(r"[約第計満全各毎]?[0-9][0-9,.:]*[%％]?[^\s（「、。]?"),
    re.compile(r"[\u30a0-\u30ff]+"),
    re.compile(
        r"その他|[男女]の子|[こそあど]の.|雇い主|売り買い|力ずくや?|かこ[まみむめん]|ふるま[いうえわっ]|やめ[らるれろてた]|"
        r"はい・いいえ|ゆうかい|むごい"
    ),
    re.compile(r"と(?:いう|いっ|して|した|は)|に(?:関|対|つい|よ[るっれ]|おい|おけ|とっ|わた|基づ)"),
)
# What is short enough to be read at once between brackets.
_QUOTATION: Final = re.compile(r"「[^「」]{1,12}」|『[^『』]{1,12}』|（[^（）]{1,12}）|“[^“”]{1,12}”")
# A long name, whose words may stand on two lines, and particles, behind which a long phrase may be parted.
_COMPOUND: Final = re.compile(r"[々\u3400-\u9fff\u30a0-\u30ff]{6,}")
_PARTICLES: Final = frozenset("はがをにでともへのや") | {"から", "まで", "より", "では", "には"}
_LEAST_PART: Final = 2
# What BudouX takes for the beginning of a phrase and is the end of a word written in kana (ふく｜む, 見えに｜くい).
_NEVER_BEGINS: Final = re.compile(
    r"[すむうくつぬぶぐる](?=[。、！？」）]|こと|もの|ため|とき|[\u3400-\u9fff]|$)|くい|[ぁぃぅぇぉっゃゅょー]"
)
_KANJI: Final = re.compile(r"[\u3400-\u9fff]{2}")
# What makes no line by itself.
_MARK: Final = re.compile(r"[\s、。，．！？：；・…‥―—ー「」『』（）［］【】〈〉《》“”]")
_LEAST_CHARACTERS: Final = 2
_LINE_ENDS: Final = "\n\v"
# More than falls away at the end of a line (a gap between scripts) or is added there (a hyphen), em.
_FALLS_AWAY: Final = 1.0
_NEAR: Final = 24


@dataclass(frozen=True, slots=True)
class PhraseEnd:
    """A place where a line may end: so many characters stand before it, and ``cost`` is how ill it parts the sense."""

    position: int
    cost: float


@lru_cache(maxsize=4096)
def phrase_ends(text: str, *, loose: bool = False) -> tuple[PhraseEnd, ...]:
    """Return the ends of phrases inside a text at which kinsoku lets a line end, in order.

    ``loose`` is for lines too short to hold all phrases: then also inside a short quotation, between the words of a
    long name (児童相談所｜虐待対応｜ダイヤル) and behind particles.
    """
    permitted = set(permitted_ends(text)) - {len(text)}
    ends = (_phrases(text) - _inside(text, _WHOLE)) & permitted
    quoted = ends & _inside(text, (_QUOTATION,))
    costs = {at: _cost(text, at) for at in ends - quoted}
    if loose:
        parted = (quoted | _after_particles(text) - _inside(text, _WHOLE) | set(_parts(text))) & permitted
        costs |= dict.fromkeys(parted - costs.keys(), _LOOSE_COST)
    return tuple(PhraseEnd(at, costs[at]) for at in sorted(costs))


def _phrases(text: str) -> set[int]:
    """Where BudouX sees a phrase end and a sentence pauses, without what is known to be wrong."""
    pauses = {pause.end() for pause in _PAUSE.finditer(text)}
    words = word_ends(text)
    found, last = set(pauses), 0
    for end in accumulate(map(len, _parser().parse(text))):
        parts_word = _KANJI.match(text, end - 1) and end not in words
        if end - last >= _LEAST_PART and not parts_word and not _NEVER_BEGINS.match(text, end):
            found.add(end)
            last = end
    return found


def word_ends(text: str) -> set[int]:
    """Return where the words of a text end, as ICU's dictionary knows them."""
    return set(accumulate(map(len, WordBreaker(text, "ja"))))


def lines_of_phrases(text: MeasuredText, ends: tuple[PhraseEnd, ...], width: float) -> tuple[int, ...] | None:
    """Return where the lines end when each ends with a phrase and none is wider than ``width`` em.

    They are as few as can be, and of those the most even ones that part the sense least. A line end that is in the text
    stays. None where some line would be too wide, or would have a single character.
    """
    forced = {at: 0.0 for at, one in enumerate(text.text, 1) if one in _LINE_ENDS}
    costs = {0: 0.0, **{end.position: end.cost for end in ends}, **forced, len(text.text): 0.0}
    ways = _ways(text, sorted(costs), width)
    left = _lines_left(ways)
    return _cheapest(text, ways, left, costs) or None if 0 in left else None


def _ways(text: MeasuredText, places: Sequence[int], width: float) -> dict[int, list[int]]:
    """The ends that a line may have, for each place where one may start, in order."""
    solid = (0, *accumulate(_MARK.match(one) is None for one in text.text))
    return {
        start: [end for end in _within(text, places, number, width) if solid[end] - solid[start] >= _LEAST_CHARACTERS]
        for number, start in enumerate(places)
    }


def _within(text: MeasuredText, places: Sequence[int], number: int, width: float) -> Iterator[int]:
    """The places up to which a line from the place of that number is not wider, and has no line end inside."""
    start = places[number]
    for following in range(number + 1, len(places)):
        end = places[following]
        length = text.line_width(start, end)
        if length <= width:
            yield end
        if length > width + _FALLS_AWAY or text.text[end - 1] in _LINE_ENDS:
            return


def _lines_left(ways: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The fewest lines from each place to the end of the text; no entry where there are none."""
    last = max(ways)
    left = {last: 0}
    for start in sorted(ways.keys() - {last}, reverse=True):
        counts = [left[end] for end in ways[start] if end in left]
        if counts:
            left[start] = min(counts) + 1
    return left


def _cheapest(
    text: MeasuredText, ways: Mapping[int, Sequence[int]], left: Mapping[int, int], costs: Mapping[int, float]
) -> tuple[int, ...]:
    """The cheapest of the fewest lines that hold all of the text.

    As they are the fewest, each place can only be the end of one certain line: that with as many behind it as ``left``.
    """
    last = max(ways)
    even = text.line_width(0, last) / max(left[0], 1)
    spent, before = {0: 0.0}, dict[int, int]()
    for start in (start for start in ways if start in spent):
        for end in (end for end in ways[start] if left.get(end) == left[start] - 1):
            cost = spent[start] + (costs[end] + (1 - text.line_width(start, end) / even) ** 2)
            if end not in spent or cost < spent[end]:
                spent[end], before[end] = cost, start
    return _led_to(last, before)


def _led_to(last: int, before: Mapping[int, int]) -> tuple[int, ...]:
    """The ends of the lines up to the last one."""
    found: list[int] = []
    while last:
        found.append(last)
        last = before[last]
    return tuple(reversed(found))


def _cost(text: str, position: int) -> float:
    # A phrase has a character that is no blank within so few before its end.
    before = text[max(position - _NEAR, 0) : position].rstrip()
    cost = next((cost for pattern, cost in _BEFORE if pattern.search(before)), 0.0)
    if _LEANING.match(text, position):
        cost += _LEANING_COST
    return cost + (_OPENING_COST if text[position] in _OPENING else 0.0)


def _inside(text: str, patterns: Iterable[re.Pattern[str]]) -> set[int]:
    """The places inside what must stay together."""
    found = chain.from_iterable(pattern.finditer(text) for pattern in patterns)
    return {at for stretch in found for at in range(stretch.start() + 1, stretch.end())}


def _after_particles(text: str) -> set[int]:
    """Where a word of two characters or more follows a particle."""
    words = list(WordBreaker(text, "ja"))
    ends = accumulate(map(len, words))
    triples = zip(words, words[1:], ends, strict=False)
    return {end for word, following, end in triples if word in _PARTICLES and len(following) >= _LEAST_PART}


def _parts(text: str) -> Iterator[int]:
    """Where a word of two characters or more begins inside a long name."""
    for name in _COMPOUND.finditer(text):
        start = end = name.start()
        for word in WordBreaker(name[0], "ja"):
            if len(word) >= _LEAST_PART and end - start >= _LEAST_PART:
                start = end
                yield end
            end += len(word)


@cache
def _parser() -> Parser:
    """BudouX with its model for Japanese, loaded when a first text is to be broken."""
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
