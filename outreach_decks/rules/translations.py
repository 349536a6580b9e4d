"""Rules of translations: that the file of a language can be read, and that both languages say the same."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, warning

FILE: Final = "slides_src/translations/ja.po"

GROUP: Final = Group(
    "Translations",
    "Each language has a file in slides_src/translations/; docs/translators.md tells how it is kept. Every text stands "
    "in it with its name, its original and its translation, and the two are compared whenever a deck is built.",
    (
        error(
            "bad-po",
            "A file of translations is cut off, broken, or left in two versions.",
            "Half a text on a slide would be believed, so nothing of the file is used, and the decks of that language "
            "are not written; those of the others are. Mend the line, or fetch the file again.",
            wrong="""
            msgctxt "talk.yaml/said/title"
            msgid "People find help"
            msgstr "助けは見つか
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "People find help"
            msgstr "助けは見つかります"
            """,
            file=FILE,
        ),
        error(
            "link-differs",
            "A link of a text is not in its translation, or another one is.",
            "People who listen in another language would be sent elsewhere, and the page there may be nobody's. The "
            "original is shown until both are the same.",
            wrong="""
            msgctxt "talk.yaml/said/text"
            msgid "Read [the law](https://www.japaneselawtranslation.go.jp/)"
            msgstr "[法律](https://www.japanese-law.go.jp/)を読む"
            """,
            right="""
            msgctxt "talk.yaml/said/text"
            msgid "Read [the law](https://www.japaneselawtranslation.go.jp/)"
            msgstr "[法律](https://www.japaneselawtranslation.go.jp/)を読む"
            """,
            file=FILE,
        ),
        warning(
            "name-differs",
            "A law, an office or a book is named in one of two languages only.",
            "slides_src/rules/names.yaml lists the names that have an official form in each language. A law that is "
            "only called a law cannot be looked up. Where a sentence needs no name, leave it out in both.",
            wrong="""
            msgctxt "talk.yaml/said/title"
            msgid "The Penal Code forbids it"
            msgstr "法律で禁じられています"
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "The Penal Code forbids it"
            msgstr "刑法で禁じられています"
            """,
            file=FILE,
        ),
        warning(
            "number-differs",
            "A figure of a text is not in its translation, or another one is.",
            "Two languages of one talk must never say different things. Scales and reigns are reckoned with: 49.6 "
            "million is 4,960万, and 2024 is 令和6年. What the original spells out may stand in digits.",
            wrong="""
            msgctxt "talk.yaml/said/title"
            msgid "Two of 10 people asked for help"
            msgstr "100人のうち2人が助けを求めました"
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "Two of 10 people asked for help"
            msgstr "10人のうち2人が助けを求めました"
            """,
            file=FILE,
        ),
        error(
            "placeholder-differs",
            "A placeholder of a text is not in its translation, or another one is.",
            "It is filled in when a deck is built, in every language; a misspelt one cannot be. Copy it from the "
            "original as it stands, braces included. The original is shown until both have the same.",
            wrong="""
            msgctxt "talk.yaml/said/title"
            msgid "{fact.protected-2024} people were protected"
            msgstr "{fact.protected-2042}人が保護されました"
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "{fact.protected-2024} people were protected"
            msgstr "{fact.protected-2024}人が保護されました"
            """,
            file=FILE,
        ),
        warning(
            "stale-translation",
            "A text was rewritten after its translation was made, or a translator was not sure of it.",
            "The translation is shown only while its figures, names, links and placeholders agree with the new words; "
            "else the original is. Translate it again and take the mark `fuzzy` away, as translators' programs do "
            "themselves.",
            wrong="""
            #, fuzzy
            #| msgid "Some people find help"
            msgctxt "talk.yaml/said/title"
            msgid "Most people find help"
            msgstr "助けを見つける人もいます"
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "Most people find help"
            msgstr "ほとんどの人が助けを見つけます"
            """,
            file=FILE,
        ),
        error(
            "telephone-differs",
            "A telephone number of a text is not in its translation, or another one is.",
            "A wrong digit rings at a stranger's. Best is a help line of the base, `{help.child-189}`, which is the "
            "same in every language. The original is shown until both are the same.",
            wrong="""
            msgctxt "talk.yaml/said/text"
            msgid "Call 0120-279-338, day or night"
            msgstr "0120-297-338に、昼でも夜でも"
            """,
            right="""
            msgctxt "talk.yaml/said/text"
            msgid "Call 0120-279-338, day or night"
            msgstr "0120-279-338に、昼でも夜でも"
            """,
            file=FILE,
        ),
        warning(
            "untranslated",
            "A text has no translation.",
            "It is shown or said as it was written, in the middle of a talk in another language. `translate update` "
            "makes room for it in the file of the language.",
            wrong="""
            msgctxt "talk.yaml/said/title"
            msgid "People find help"
            msgstr ""
            """,
            right="""
            msgctxt "talk.yaml/said/title"
            msgid "People find help"
            msgstr "助けは見つかります"
            """,
            file=FILE,
        ),
    ),
)
