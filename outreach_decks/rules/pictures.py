"""Rules of templates, pictures and icons."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, note, warning

TABLE: Final = "assets/templates/layouts.yaml"
FACES: Final = "assets/fonts/faces.yaml"

GROUP: Final = Group(
    "Templates and pictures",
    "A template is a .pptx, .potx or .ppsx; a table beside it may say what its layouts are for. Icons and pictures lie "
    "in assets/.",
    (
        error(
            "bad-font",
            "A file that the table of faces names is not a font.",
            "Nothing could be measured with it. Fonts are .ttf, .otf and .ttc files.",
            wrong="# faces: {Papyrus: {regular: licence.txt}}",
            right="# faces: {Papyrus: {regular: papyrus.ttf}}",
            file=FACES,
        ),
        error(
            "bad-icon",
            "An icon cannot be drawn.",
            "Icons are drawings of one colour, made of simple paths, so that they take the colour of the template.",
            wrong="# a .svg with a photograph in it, put into assets/icons/",
            right="# one of the icons that are there, or an SVG file of paths alone",
        ),
        error(
            "bad-image",
            "A picture is no PNG, JPEG or WebP, or it is damaged, or far too large.",
            "Other formats are not shown everywhere. The message names the format and says how to save it as another.",
            wrong="""
            - {kind: image, id: us, title: Who we are, image: church.yaml, alt: Us, author: Us, licence: Ours, notes: N}
            """,
            right="# the same slide with a PNG, JPEG or WebP file",
        ),
        error(
            "bad-template",
            "A template cannot be opened, or would do what no template should.",
            "It is no presentation, it is protected by a password, it has macros, or it fetches something from "
            "elsewhere: every deck that is made with it would do so on every computer. The part that does is named.",
            wrong="# a .ppt or .potm file, or a .pptx with a linked picture",
            right='# the same file, its links broken, saved in PowerPoint as "PowerPoint Presentation (.pptx)"',
        ),
        warning(
            "faint-colour",
            "The theme of a template has no colour that reads where one is needed.",
            "Words need a contrast of 4.5 with what is behind them, body text 7, bars and lines 3. The program takes "
            "what reads best; a darker accent or a plainer background in the template would be better.",
            wrong="# a template with light grey words on a white ground",
            right="# the same template with dark words",
        ),
        error(
            "missing-role",
            "The table gives no placeholder for something that this silhouette shows.",
            "A slide would have a title and no place for its text.",
            wrong="""
            bullets: {layout: List, slots: {title: 0, source: 40}}
            """,
            right="""
            bullets: {layout: List, slots: {title: 0, body: 21, source: 40}}
            """,
            file=TABLE,
        ),
        error(
            "missing-silhouette",
            "The table names no layout for one of the silhouettes.",
            "Slides of that kind could not be made. Two silhouettes may share a layout.",
            wrong='# a table without the line "prayer: ..."',
            right="""
            prayer: {layout: Prayer, slots: {title: 0, body: 21, icon: 30}}
            """,
            file=TABLE,
        ),
        note(
            "no-placeholder",
            "A layout of the template has no placeholder for something that a slide shows.",
            "It stands in a box of its own in the free room of the layout, and looks right. Only a change of layout "
            "does not move it. Add a placeholder in the slide master and name it in the table, if you want that.",
            wrong="# a template whose layouts have a title and nothing else",
            right="# the same template with a placeholder for text, which the table names",
        ),
        warning(
            "picture-too-small",
            "A picture has fewer pixels than its place on the screen.",
            "It would look blurred. The message says how many pixels are needed on a screen of 1920 by 1080.",
            wrong="# a photograph of 400 by 300 pixels, as websites show it, on an image slide",
            right="# the photograph as the camera or the phone took it",
        ),
        error(
            "same-face",
            "A name stands twice in a list of the table of faces.",
            "Case and width of letters do not count in the names of faces, so only one of the two lines would.",
            wrong="# twins: {Arial: Liberation Sans, ＡＲＩＡＬ: Carlito}",
            right="# twins: {Arial: Liberation Sans}",
            file=FACES,
        ),
        note(
            "small-placeholder",
            "The words of a placeholder are too small to be read from the last row.",
            "Our slides set their words larger where there is room. The template's own slides stay as they are.",
            wrong="# a layout whose text has 14 pt",
            right="# the same layout with 24 pt",
        ),
        error(
            "unknown-face",
            "The table of faces names a face of which it has no files.",
            "A twin must be one of the faces whose files lie in assets/fonts/.",
            wrong="# twins: {Calibri: Carlitto}",
            right="# twins: {Calibri: Carlito}",
            file=FACES,
        ),
        error(
            "unknown-icon",
            "There is no icon of that name.",
            "The icons are the files of assets/icons/, by their names without the ending.",
            wrong="""
            - {kind: bullets, id: signs, title: Signs, icon: eyes, points: [Debts], notes: Said.}
            """,
            right="""
            - {kind: bullets, id: signs, title: Signs, icon: eye, points: [Debts], notes: Said.}
            """,
        ),
        error(
            "unknown-layout",
            "The template has no layout of the name that the table gives, or several.",
            "In PowerPoint, View > Slide Master shows the layouts and their names; template inspect shows their "
            "numbers as well.",
            wrong="""
            bullets: {layout: Lists, slots: {title: 0, body: 21, source: 40}}
            """,
            right="""
            bullets: {layout: List, slots: {title: 0, body: 21, source: 40}}
            """,
            file=TABLE,
        ),
        error(
            "unknown-role",
            "The table gives a placeholder for something that this silhouette does not show.",
            "It would stay empty on every slide.",
            wrong="""
            bullets: {layout: List, slots: {title: 0, body: 21, source: 40, logo: 31}}
            """,
            right="""
            bullets: {layout: List, slots: {title: 0, body: 21, source: 40}}
            """,
            file=TABLE,
        ),
        error(
            "unknown-silhouette",
            "The table names a silhouette that the program does not have.",
            "It would never be used; a misspelt one leaves another without a layout.",
            wrong="""
            bulets: {layout: List, slots: {title: 0, body: 21, source: 40}}
            """,
            right="""
            bullets: {layout: List, slots: {title: 0, body: 21, source: 40}}
            """,
            file=TABLE,
        ),
        error(
            "unknown-template",
            "There is no template of that name.",
            "A template is named without its ending when it lies in assets/templates/, and by its path when it is "
            "your own.",
            wrong="""
            template: chapel
            """,
            right="""
            template: church
            """,
        ),
        warning(
            "unmeasurable-face",
            "The template names a face whose widths nobody here knows.",
            "Its words are taken to be wider than most, so that they fit all the same; look through the deck before "
            "you show it. With the face's files in assets/fonts/ and a line in faces.yaml there, they are measured "
            "exactly.",
            wrong="# a template whose theme has the face Papyrus",
            right='# the same template with Calibri or Arial; or in faces.yaml "Papyrus: {regular: Papyrus.ttf}"',
        ),
        error(
            "unsafe-presentation",
            "A PowerPoint file is not opened for a preview.",
            "LibreOffice would fetch what a presentation links to, or run what is in it; or the file is damaged or "
            "protected by a password.",
            wrong="# a .pptx with a linked picture, with macros, or with a password, given to preview",
            right="# the same file with the picture itself in it, saved as a PowerPoint presentation (.pptx)",
        ),
        error(
            "unsound-deck",
            "The finished deck does not hold together.",
            "PowerPoint might not open it, so it is not written. Nothing in the outline causes this: it is the "
            "template, or a fault of the program. Please report it, with the template.",
            wrong="# a template that gives two layouts one number",
            right="# the same template, opened in PowerPoint and saved again",
        ),
        error(
            "wrong-placeholder",
            "A placeholder of the layout is of another kind than what shall stand in it.",
            "Text cannot stand in a picture's place. Change the layout, or the number in the table.",
            wrong="""
            prayer: {layout: Prayer, slots: {title: 0, body: 30, icon: 21}}
            """,
            right="""
            prayer: {layout: Prayer, slots: {title: 0, body: 21, icon: 30}}
            """,
            file=TABLE,
        ),
    ),
)
