"""Rules of finished PowerPoint files, ours and others': can everybody read them?"""

from __future__ import annotations

from typing import Final

from outreach_decks.diagnostics import Severity
from outreach_decks.rules.rule import Group, error, note, warning

DECK: Final = "a finished deck"

GROUP: Final = Group(
    "Finished decks",
    "These are found when `check` is given a PowerPoint file, such as `check talks/summer.pptx`. The place of such a "
    "finding is a slide and a shape: the first number is that of the slide, the second counts shapes as they are read. "
    "What each rule is after, and what no program can see, is told in [accessibility.md](accessibility.md).",
    (
        warning(
            "auto-advance",
            "The next slide comes by itself, or the show runs in a loop.",
            "Who reads slowly, or by ear, has not done when the slide is gone. Let whoever speaks go on with a click.",
            wrong="# a slide that is followed by the next after five seconds",
            right="# Transitions > Advance Slide > On Mouse Click, and nothing else",
            file=DECK,
        ),
        warning(
            "empty-header-cell",
            "A column of a table has an empty header.",
            "A screen reader says the header with each cell; here it has nothing to say. The corner above the names of "
            "rows may stay empty.",
            wrong="# a table with a header row in which the third cell is empty",
            right="# the same table, with a word above each column",
            file=DECK,
        ),
        warning(
            "empty-row",
            "A row, a column or a whole table has no words.",
            "Whoever hears the table believes that it has ended. Delete it; space belongs into heights and margins.",
            wrong="# an empty row that parts two halves of a table",
            right="# two tables, or a thicker line between the rows",
            file=DECK,
        ),
        error(
            "empty-title",
            "The title of a slide is empty.",
            "The list of slides, which is how people find their way by ear, then has a gap.",
            wrong="# a slide that says “Click to add title” when you edit it",
            right="# the point of the slide, in the place of the title",
            file=DECK,
        ),
        error(
            "flashing",
            "An animation flashes, or never ends.",
            "Flashes can bring on a seizure, and what never stops moving keeps people from reading. What only "
            "goes on for ever is a warning.",
            wrong="# a text with the animation Blink",
            right="# the same text with the animation Appear, or with none",
            file=DECK,
            also=(Severity.WARNING,),
        ),
        error(
            "low-contrast",
            "Text is too much like what is behind it.",
            "Less than 4.5 to 1, or 3 to 1 for large text, is an error (WCAG 2.2, 1.4.3). Less than 7 to 1 for running "
            "text, or 4.5 for titles, bold labels and small print, is a warning: halls are bright and projectors weak.",
            wrong="# light grey words on white, or white words on the sky of a photograph",
            right="# dark words on white, or white words on a dark panel over the photograph",
            file=DECK,
            also=(Severity.WARNING,),
        ),
        warning(
            "low-contrast-shape",
            "A line or icon that means something hardly differs from what is behind it.",
            "It needs 3 to 1 (WCAG 2.2, 1.4.11), by its fill or by its outline. What only decorates is marked so.",
            wrong="# a pale yellow arrow on white",
            right="# a dark arrow, or a pale one with a dark outline",
            file=DECK,
        ),
        warning(
            "media-without-captions",
            "A video or sound has no captions in the file.",
            "Whoever cannot hear gets nothing of it. Captions inside the picture cannot be found by a program.",
            wrong="# a video of a talk, and nothing else",
            right="# the same video with a .vtt file (Playback > Insert Captions)",
            file=DECK,
        ),
        warning(
            "merged-cells",
            "Cells of a table are merged or split.",
            "A screen reader counts rows and columns, and loses its way where one is missing.",
            wrong="# one cell “2024” over two rows",
            right="# “2024” in both rows",
            file=DECK,
        ),
        error(
            "missing-alt-text",
            "Something that is shown has no alt text, and is not marked as decorative.",
            "A screen reader says “picture”, and nothing more. Drawn shapes without words are a warning; mark those as "
            "decorative that mean nothing.",
            wrong="# a chart without alt text",
            right="# the same chart with “People protected: 61 in 2023, 66 in 2024”",
            file=DECK,
            also=(Severity.WARNING,),
        ),
        warning(
            "missing-document-title",
            "The properties of the file have no title, or one that a program made up.",
            "It is the first thing that is heard, and what a window or a list of files shows.",
            wrong="# “PowerPoint Presentation”",
            right="# “Hidden in plain sight” (File > Info > Properties > Title)",
            file=DECK,
        ),
        warning(
            "missing-language",
            "Text does not say in which language it is.",
            "A screen reader then takes the voice of the computer, and reads Japanese with an English one.",
            wrong="# words that another program wrote into the file",
            right="# the same words, marked, and Review > Language > Set Proofing Language",
            file=DECK,
        ),
        warning(
            "moving-picture",
            "A picture moves by itself and cannot be stopped.",
            "Movement beside a text takes it away from many readers.",
            wrong="# an animated GIF",
            right="# one picture of it, or a video that is started by hand",
            file=DECK,
        ),
        warning(
            "reading-order",
            "Shapes are not read in the order in which they stand.",
            "A screen reader goes from the shape at the back to the one in front. The title comes first, then what is "
            "above, and in a row what is on the left.",
            wrong="# a box at the foot that was drawn first, and so is read before the title",
            right="# Home > Arrange > Selection Pane: the title at the bottom of the list, the box above it",
            file=DECK,
        ),
        warning(
            "same-section",
            "Two sections have the same name.",
            "Whoever goes through them by ear does not know which one is meant.",
            wrong="# two sections called “Questions”",
            right="# “Questions before the break” and “Questions at the end”",
            file=DECK,
        ),
        warning(
            "same-title",
            "Two slides have the same title.",
            "In a list of slides they are the same. Say what is different, or count.",
            wrong="# two slides called “Where to find help”",
            right="# “Where to find help (1/2)” and “Where to find help (2/2)”",
            file=DECK,
        ),
        error(
            "slide-without-title",
            "A slide has no title.",
            "The list of slides, which is how people find their way by ear, then has a gap. A box that looks like a "
            "title is none: the layout has a place for it.",
            wrong="# a photograph on the layout Blank",
            right="# the same on Title Only, the title moved above the edge if it should not be seen",
            file=DECK,
        ),
        warning(
            "small-text",
            "Text is smaller than 20 pt, 18 in a table, or 12 in small print.",
            "It cannot be read from the last row. From 18 pt on it is a note: many guides allow it. Small print is "
            "what the layout sets in 14 pt or less, and what stands at the foot of the slide.",
            wrong="# eleven points in 14 pt",
            right="# five points in 24 pt, and the rest in the notes",
            file=DECK,
            also=(Severity.NOTE,),
        ),
        error(
            "table-without-header",
            "A table has no header row.",
            "A screen reader says the header with each cell, and must know which row it is.",
            wrong="# a table whose first row is only painted differently",
            right="# the same with a tick at Table Design > Header Row",
            file=DECK,
        ),
        warning(
            "unclear-alt-text",
            "Alt text is the name of a file, says “picture”, or was made by a machine.",
            "It is read out in place of the picture: say what somebody would miss who does not see it.",
            wrong="# “IMG_2231.jpg”, or “Picture of a hall”",
            right="# “The hall, with chairs in a circle”",
            file=DECK,
        ),
        warning(
            "unclear-link",
            "The words of a link do not say where it leads.",
            "Links are often heard by themselves, one after the other. A long address is spelt out letter by letter.",
            wrong="# “click here”",
            right="# “Help lines of the Immigration Services Agency”",
            file=DECK,
        ),
        note(
            "unknown-contrast",
            "The colour of a text, or of what is behind it, cannot be read from the file.",
            "It stands on a drawing, on something that another program made, or on a picture that is not in the file. "
            "Look at it yourself.",
            wrong="# words on a picture in the format EMF",
            right="# the same words on a plain panel",
            file=DECK,
        ),
        warning(
            "unnamed-section",
            "A section has the name that PowerPoint gave it.",
            "Sections are the headings of a deck; “Untitled Section” says nothing.",
            wrong="# “Untitled Section”",
            right="# “What you can do”",
            file=DECK,
        ),
        error(
            "unreadable-deck",
            "A deck cannot be read: it is damaged, locked, or no PowerPoint file of today.",
            "A password keeps screen readers out as well as this program. Decks with macros are not opened, nor files "
            "that are built to do harm.",
            wrong="# a deck with a password, or one from before PowerPoint 2007 (.ppt)",
            right="# a copy saved as PowerPoint Presentation (.pptx), without a password",
            file=DECK,
        ),
        warning(
            "wrong-language",
            "Text is in other letters than those of its language.",
            "Japanese that is marked as English is read by an English voice, which skips it.",
            wrong="# 相談窓口, marked as English",
            right="# 相談窓口, marked as Japanese",
            file=DECK,
        ),
    ),
)
