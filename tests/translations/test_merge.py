"""Which translation belongs to which text: nothing is lost, nothing is lent, and order does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.translations.merge import matched, merged
from outreach_decks.translations.messages import Message
from outreach_decks.translations.po import Entry, PoFile, read_po, written_po
from tests.translations.pieces import WORDS, message

ONE, TWO, THREE = "talk.yaml/one/points/1", "talk.yaml/one/points/2", "talk.yaml/one/points/3"


def po(*entries: Entry, obsolete: tuple[Entry, ...] = ()) -> PoFile:
    """A file with these entries."""
    return PoFile("ja", entries, obsolete)


def states(texts: dict[str, str], file: PoFile) -> dict[str, tuple[str, str]]:
    """The state and the translation of each text, by its context."""
    found = matched([message(context, text) for context, text in texts.items()], file)
    return {each.message.context: (each.state, each.entry.translation if each.entry else "") for each in found}


def result(texts: dict[str, str], file: PoFile) -> PoFile:
    """The file after a merge."""
    return merged([message(context, text) for context, text in texts.items()], file)


LIST = po(Entry(ONE, "red", "赤"), Entry(TWO, "blue", "青"), Entry(THREE, "green", "緑"))


# ------------------------------------------------------------------------------------------------------ by example


def test_the_same_text_in_its_place_is_translated() -> None:
    """Nothing changes when nothing has changed."""
    texts = {ONE: "red", TWO: "blue", THREE: "green"}
    assert states(texts, LIST) == {ONE: ("translated", "赤"), TWO: ("translated", "青"), THREE: ("translated", "緑")}
    assert result(texts, LIST) == LIST


def test_a_rewritten_text_is_fuzzy_and_remembers_what_its_translation_was_made_for() -> None:
    """Rewritten twice, it remembers the first: that is what the translation says."""
    once = result({ONE: "dark red", TWO: "blue", THREE: "green"}, LIST)
    assert once.entries[0] == Entry(ONE, "dark red", "赤", fuzzy=True, previous="red")
    assert once.entries[1:] == LIST.entries[1:]
    twice = result({ONE: "deep red", TWO: "blue", THREE: "green"}, once)
    assert twice.entries[0] == Entry(ONE, "deep red", "赤", fuzzy=True, previous="red")


def test_a_text_that_is_as_it_was_before_is_translated_again() -> None:
    """Whoever takes a change back has not to translate anything."""
    rewritten = result({ONE: "dark red", TWO: "blue", THREE: "green"}, LIST)
    assert result({ONE: "red", TWO: "blue", THREE: "green"}, rewritten) == LIST


def test_what_a_translator_marked_stays_marked() -> None:
    """Nobody but a translator knows why; a rewriting is remembered besides."""
    unsure = po(Entry(ONE, "red", "赤", fuzzy=True))
    assert states({ONE: "red"}, unsure) == {ONE: ("fuzzy", "赤")}
    assert result({ONE: "red"}, unsure) == unsure
    assert result({ONE: "dark red"}, unsure).entries == (Entry(ONE, "dark red", "赤", fuzzy=True, previous="red"),)


def test_a_list_in_another_order_keeps_its_translations() -> None:
    """Each item takes its own along."""
    texts = {ONE: "green", TWO: "red", THREE: "blue"}
    assert states(texts, LIST) == {ONE: ("translated", "緑"), TWO: ("translated", "赤"), THREE: ("translated", "青")}
    assert result(texts, LIST).obsolete == ()


def test_a_new_item_borrows_from_nobody() -> None:
    """The item that stood in its place has moved on and taken its translation along."""
    texts = {ONE: "red", TWO: "yellow", THREE: "blue", "talk.yaml/one/points/4": "green"}
    found = states(texts, LIST)
    assert found[TWO] == ("missing", "")
    assert [found[context][0] for context in (ONE, THREE, "talk.yaml/one/points/4")] == ["translated"] * 3


def test_an_item_that_is_gone_leaves_its_translation_behind() -> None:
    """At the end of the file, with the text that it was made for."""
    now = result({ONE: "red", TWO: "green"}, LIST)
    assert [entry.translation for entry in now.entries] == ["赤", "緑"]
    assert now.obsolete == (Entry(TWO, "blue", "青"),)


def test_what_is_out_of_use_comes_back_with_its_text() -> None:
    """In the same context, or elsewhere on the slide."""
    without = result({ONE: "red", TWO: "green"}, LIST)
    assert result({ONE: "red", TWO: "blue", THREE: "green"}, without) == LIST
    assert states({ONE: "red", TWO: "green", THREE: "blue"}, without)[THREE] == ("translated", "青")


def test_what_is_out_of_use_does_not_come_back_for_another_text() -> None:
    """A new item in the place of one that was deleted long ago has nothing in common with it."""
    without = result({ONE: "red", TWO: "green"}, LIST)
    assert states({ONE: "red", TWO: "yellow", THREE: "green"}, without)[TWO] == ("missing", "")


def test_a_fuzzy_translation_that_goes_out_of_use_is_kept_with_what_it_was_made_for() -> None:
    """When the newer text comes back, the translation of the older one is not taken for its own."""
    rewritten = result({ONE: "dark red", TWO: "blue", THREE: "green"}, LIST)
    gone = result({TWO: "blue", THREE: "green"}, rewritten)
    assert gone.obsolete == (Entry(ONE, "red", "赤"),)
    assert states({ONE: "dark red", TWO: "blue", THREE: "green"}, gone)[ONE] == ("missing", "")


def test_a_slide_in_another_file_keeps_its_translations() -> None:
    """What several talks share is moved to a file of its own; the slide's id stays."""
    moved = {
        context.replace("talk.yaml", "shared/colours.yaml"): text
        for context, text in zip((ONE, TWO), ("red", "blue"), strict=True)
    }
    assert {state for state, _ in states(moved, LIST).values()} == {"translated"}


def test_a_slide_whose_id_was_changed_keeps_its_translations() -> None:
    """It is known by two of its texts or more; one text alone may be any slide's."""
    renamed = {context.replace("/one/", "/colours/"): text for context, text in {ONE: "red", TWO: "blue"}.items()}
    assert {state for state, _ in states(renamed, LIST).values()} == {"translated"}
    assert set(states({ONE.replace("/one/", "/colours/"): "red"}, LIST).values()) == {("missing", "")}
    assert set(states({**renamed, ONE: "red"}, LIST).values()) == {("missing", ""), ("translated", "赤")}


def test_words_that_were_written_behind_msgid_are_not_lost() -> None:
    """They stand above the entry as the text of before, and stay there until it is translated."""
    once = result({ONE: "red"}, po(Entry(ONE, "赤", "")))
    assert once.entries == (Entry(ONE, "red", "", previous="赤"),)
    assert read_po("ja.po", written_po(once)).entries == once.entries
    assert result({ONE: "red"}, once).entries == once.entries


def test_a_text_of_another_slide_is_not_borrowed() -> None:
    """A word can be translated differently in two places."""
    assert states({"talk.yaml/two/points/1": "red"}, LIST) == {"talk.yaml/two/points/1": ("missing", "")}
    assert states({"fact/two": "red"}, po(Entry("fact/one", "red", "赤"))) == {"fact/two": ("missing", "")}


def test_a_text_that_stands_twice_on_a_slide_is_translated_twice() -> None:
    """Each by its own translation where there are two, else by the one."""
    twice = {ONE: "red", TWO: "red"}
    assert states(twice, po(Entry(ONE, "red", "赤"))) == {ONE: ("translated", "赤"), TWO: ("translated", "赤")}
    two = po(Entry(ONE, "red", "赤"), Entry(TWO, "red", "紅"))
    assert states(twice, two) == {ONE: ("translated", "赤"), TWO: ("translated", "紅")}


def test_a_fuzzy_item_of_a_list_in_another_order_is_still_fuzzy() -> None:
    """It takes its translation along, and what that was made for."""
    rewritten = result({ONE: "dark red", TWO: "blue", THREE: "green"}, LIST)
    now = result({ONE: "blue", TWO: "dark red", THREE: "green"}, rewritten)
    assert now.entries == (
        Entry(ONE, "blue", "青"),
        Entry(TWO, "dark red", "赤", fuzzy=True, previous="red"),
        Entry(THREE, "green", "緑"),
    )


def test_remarks_stay_with_their_texts() -> None:
    """Those of texts that wait for a translation too."""
    file = po(Entry(ONE, "red", "赤", remarks=("wine?",)), Entry(TWO, "blue", "", remarks=("sky?",)))
    now = result({ONE: "dark red", TWO: "light blue"}, file)
    assert [entry.remarks for entry in now.entries] == [("wine?",), ("sky?",)]


def test_a_translation_of_spaces_is_none() -> None:
    """But what the program puts between words may be a space in another language."""
    blank = po(Entry(ONE, "red", "  "), Entry("ui/alt-between", ", ", "　"))
    assert states({ONE: "red", "ui/alt-between": ", "}, blank) == {
        ONE: ("missing", ""),
        "ui/alt-between": ("translated", "　"),
    }


def test_comments_are_those_of_today() -> None:
    """What a fact is today stands beside its placeholder."""
    now = merged([replace(message(ONE, "red"), comment="on the slide")], po(Entry(ONE, "red", "赤", comments=("old",))))
    assert now.entries == (Entry(ONE, "red", "赤", comments=("on the slide",)),)


# ------------------------------------------------------------------------------------------------- of any two files

CONTEXTS = st.sampled_from(
    [f"talk.yaml/{slide}/points/{number}" for slide in ("one", "two") for number in (1, 2, 3, 4)]
)
SOME_TEXTS = st.sampled_from(["red", "blue", "green", "dark red", "light blue", "66 people", "67 people"])
ENTRIES = st.builds(
    Entry,
    context=CONTEXTS,
    original=SOME_TEXTS,
    translation=st.just("") | st.sampled_from("赤青緑紅藍翠") | WORDS,
    fuzzy=st.booleans(),
    previous=st.just("") | SOME_TEXTS,
)
FILES = st.builds(
    po,
    st.just(Entry("talk.yaml/title", "A talk", "話")),
    obsolete=st.lists(ENTRIES, max_size=4, unique_by=lambda entry: (entry.context, entry.original)).map(tuple),
).flatmap(
    lambda file: st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.context).map(
        lambda live: replace(file, entries=(*file.entries, *live))
    )
)
MESSAGES = st.dictionaries(CONTEXTS, SOME_TEXTS, max_size=8).map(
    lambda texts: [message(context, text) for context, text in texts.items()]
)


def translations(file: PoFile) -> set[str]:
    """All that a file says, in use or not."""
    return {entry.translation for entry in (*file.entries, *file.obsolete) if entry.translation.strip()}


@given(MESSAGES, FILES)
def test_no_translation_is_ever_lost(messages: list[Message], file: PoFile) -> None:
    """Every one that was in the file is in the result, live or out of use."""
    assert translations(file) == translations(merged(messages, file))


@given(MESSAGES, FILES)
def test_merging_twice_is_merging_once(messages: list[Message], file: PoFile) -> None:
    """A second update changes nothing."""
    once = merged(messages, file)
    assert merged(messages, once) == once


@given(MESSAGES, FILES)
def test_every_text_has_an_entry_in_its_order(messages: list[Message], file: PoFile) -> None:
    """With the text as it is now."""
    now = merged(messages, file)
    assert [(entry.context, entry.original) for entry in now.entries] == [(one.context, one.text) for one in messages]


@given(MESSAGES, FILES)
def test_only_a_translation_of_the_same_text_is_sound(messages: list[Message], file: PoFile) -> None:
    """What is not fuzzy was made for this text; what is fuzzy remembers another, or was marked so."""
    made = {(entry.made_for, entry.translation) for entry in (*file.entries, *file.obsolete)}
    for entry in merged(messages, file).entries:
        if entry.translation and not entry.fuzzy:
            assert (entry.original, entry.translation) in made
        elif entry.fuzzy:
            assert (entry.made_for, entry.translation) in made
            assert entry.previous != entry.original


@given(MESSAGES, FILES)
def test_no_neighbour_lends_its_translation(messages: list[Message], file: PoFile) -> None:
    """What has gone along with its text does not stand for a rewritten one besides."""
    numbered = (replace(entry, translation=f"<{number}>") for number, entry in enumerate(file.entries))
    found = [each.entry for each in matched(messages, replace(file, entries=tuple(numbered))) if each.entry]
    sound = {entry.translation for entry in found if not entry.previous}
    assert sound.isdisjoint(entry.translation for entry in found if entry.previous)


@given(
    st.lists(SOME_TEXTS, min_size=1, max_size=6, unique=True).flatmap(
        lambda items: st.tuples(st.just(items), st.permutations(items))
    )
)
def test_a_reordered_list_keeps_all_its_translations(lists: tuple[list[str], list[str]]) -> None:
    """In any order, every item has its own translation, and nothing is fuzzy or out of use."""
    before, after = lists
    contexts = [f"talk.yaml/one/points/{number}" for number in range(1, len(before) + 1)]
    file = po(*(Entry(context, text, f"<{text}>") for context, text in zip(contexts, before, strict=True)))
    now = result(dict(zip(contexts, after, strict=True)), file)
    assert now.entries == tuple(
        Entry(context, text, f"<{text}>") for context, text in zip(contexts, after, strict=True)
    )
    assert now.obsolete == ()


@pytest.mark.parametrize("changed", [ONE, TWO, THREE])
def test_one_change_makes_one_entry_fuzzy(changed: str) -> None:
    """Whichever line it is, the others stay as they are."""
    texts = {ONE: "red", TWO: "blue", THREE: "green"} | {changed: "something else"}
    differing = [new for new, old in zip(result(texts, LIST).entries, LIST.entries, strict=True) if new != old]
    assert [(entry.context, entry.fuzzy) for entry in differing] == [(changed, True)]
