"""Rules of figures: facts, sources, the data of charts, and figures that stand in words."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, note, warning

FACTS: Final = "slides_src/facts/facts.yaml"
CHARTS: Final = "slides_src/facts/charts.yaml"
DATA: Final = "slides_src/facts/data/nationality-2024.csv"

GROUP: Final = Group(
    "Facts and charts",
    "Every figure comes from slides_src/facts/, with its source and the way it was counted: docs/fact-base.md.",
    (
        error(
            "avoided-fact",
            "A talk quotes a fact that must not be used.",
            "It is kept in the base so that nobody adds it again; its reason says what is wrong with it.",
            wrong="""
            - {kind: statement, id: index, title: "It is {fact.gsi-japan}", notes: Said.}
            """,
            right="""
            - {kind: statement, id: count, title: "{fact.protected-2024} people were protected", notes: Said.}
            """,
        ),
        error(
            "bad-csv",
            "A line of a chart's data cannot be read.",
            "A quote in it is not closed. Open the file in a spreadsheet and save it again as CSV UTF-8.",
            wrong="""
            nationality,people,counting_rule,source
            "Japanese,58,government-wide,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            others,8,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        error(
            "chart-too-crowded",
            "A chart has more in it than there is room for.",
            "Its letters would be too small to read from the last row. Show fewer rows, or make two charts.",
            wrong="# a bar chart of sixty places",
            right="# a bar chart of the six largest, and a line below it for the others",
        ),
        error(
            "duplicate-column",
            "Two columns of a chart's data have the same name.",
            "The chart could not tell which one to draw.",
            wrong="""
            nationality,people,people,source
            Japanese,58,58,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        error(
            "fact-conflict",
            "Two figures of the base for the same thing, time and counting rule differ.",
            "One of them is wrong, and nobody can tell which from the slide. Look both up in their sources and mend "
            "one.",
            wrong="""
            helped-first:
              {value: 31, as_of: "2024", measures: people-helped, statement: 31 people were helped, sources: [ntv-2025],
               confidence: verified, use: context}
            helped-again:
              {value: 32, as_of: "2024", measures: people-helped, statement: 32 people were helped, sources: [ntv-2025],
               confidence: verified, use: context}
            """,
            right="""
            helped-2023:
              {value: 31, as_of: "2023", measures: people-helped, statement: 31 people were helped, sources: [ntv-2025],
               confidence: verified, use: context}
            helped-2024:
              {value: 32, as_of: "2024", measures: people-helped, statement: 32 people were helped, sources: [ntv-2025],
               confidence: verified, use: context}
            """,
            file=FACTS,
        ),
        error(
            "fact-without-source",
            "A fact that is quoted, or a row of a chart that is shown, names no source.",
            "A figure that nobody can follow to a publication does not belong in front of an audience.",
            wrong="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,
            others,8,government-wide,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            others,8,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        error(
            "fact-without-value",
            "A talk quotes in braces a fact that is a statement and has no value.",
            "There is nothing to fill in. Say it in your own words; name the source on a slide that shows its sources.",
            wrong="""
            - {kind: statement, id: law, title: "There was {fact.no-single-law-2021}", notes: Said.}
            """,
            right="""
            - {kind: statement, id: law, title: No single law covered it all in 2021, notes: Said.}
            """,
        ),
        error(
            "mixed-counting-rules",
            "A chart has figures that were counted in different ways.",
            "Side by side, two ways of counting look like a rise or a fall that never happened.",
            wrong="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            others,8,police,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            others,8,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        error(
            "not-a-number",
            "A figure of the base has something else in it than digits and a point.",
            "Commas and units are written by the program, as each language writes them.",
            wrong="""
            nationality,people,counting_rule,source
            Japanese,58 people,government-wide,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        note(
            "stale-fact",
            "A fact that the talk uses should have been looked at again by now.",
            "A newer figure may be out, or the wording may have turned wrong. Look it up; change the figure or the "
            "date.",
            wrong="""
            # on a day of October 2026
            helped-2024:
              {value: 31, as_of: "2024", statement: 31 people were helped, sources: [ntv-2025], confidence: verified,
               use: context, review_by: 2026-09}
            """,
            right="""
            helped-2024:
              {value: 31, as_of: "2024", statement: 31 people were helped, sources: [ntv-2025], confidence: verified,
               use: context, review_by: 2027-09}
            """,
            file=FACTS,
        ),
        error(
            "unknown-chart",
            "A slide shows a chart that is not in the base.",
            "Charts stand in facts/charts.yaml, once for all talks.",
            wrong="""
            - {kind: chart, id: by-year, title: The count by year, chart: protected-by-yaer, notes: Said.}
            """,
            right="""
            - {kind: chart, id: by-year, title: The count by year, chart: protected-by-year, notes: Said.}
            """,
        ),
        error(
            "unknown-column",
            "A chart asks for a column that its data does not have.",
            "The first line of the data names the columns, separated by commas.",
            wrong="""
            who-was-found:
              {kind: bar, data: data/nationality-2024.csv, x: country, y: people, unit: people, of: the people,
               counting_rule: government-wide, source: [ntv-2025]}
            """,
            right="""
            who-was-found:
              {kind: bar, data: data/nationality-2024.csv, x: nationality, y: people, unit: people, of: the people,
               counting_rule: government-wide, source: [ntv-2025]}
            """,
            file=CHARTS,
        ),
        error(
            "unknown-counting-rule",
            "A fact, a chart or a row names a counting rule that is not in the base.",
            "The rule is shown beside the figure, so it must be known what it means.",
            wrong="""
            nationality,people,counting_rule,source
            Japanese,58,goverment-wide,ntv-2025
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            """,
            file=DATA,
        ),
        error(
            "unknown-fact",
            "A text quotes a fact that is not in the base.",
            "The base is searched by id; the nearest ones are named.",
            wrong="""
            - {kind: statement, id: count, title: "{fact.protected-2042} people were protected", notes: Said.}
            """,
            right="""
            - {kind: statement, id: count, title: "{fact.protected-2024} people were protected", notes: Said.}
            """,
        ),
        error(
            "unknown-source",
            "A fact, a chart, a case or a term names a source that is not listed.",
            "The source is what makes a figure worth saying. Sources stand in facts/sources.yaml.",
            wrong="""
            helped-2024:
              {value: 31, as_of: "2024", statement: 31 people were helped, sources: [ntv-2052], confidence: verified,
               use: context}
            """,
            right="""
            helped-2024:
              {value: 31, as_of: "2024", statement: 31 people were helped, sources: [ntv-2025], confidence: verified,
               use: context}
            """,
            file=FACTS,
        ),
        warning(
            "unsourced-number",
            "A figure was typed by hand into a title, text, note or alt text.",
            "It has no source, and stays wrong when the base is mended. Quote a fact, or say that the figure is your "
            "own.",
            wrong="""
            - kind: bullets
              id: count
              title: Who was protected
              points: [58 of the 66 people protected in 2024 were Japanese]
              notes: Most were Japanese.
            """,
            right="""
            - kind: bullets
              id: count
              title: Who was protected
              points: ["{fact.japanese-2024} of the {fact.protected-2024} people protected in 2024 were Japanese"]
              notes: Most were Japanese.
            """,
        ),
        error(
            "unverified-fact",
            "A talk quotes a fact that was not verified.",
            "Nobody has read it in a source that can be named, or two sources differ.",
            wrong="""
            - {kind: statement, id: count, title: "In 2016 it was {fact.protected-2016}", notes: Said.}
            """,
            right="""
            - {kind: statement, id: count, title: "In 2024 it was {fact.protected-2024}", notes: Said.}
            """,
        ),
    ),
)
