"""The program's own words on slides and in notes, by language."""

from __future__ import annotations

from typing import Final

WORDING: Final[dict[str, dict[str, str]]] = {
    "en": {
        "opening": "Opening",
        "source": "Source:",
        "sources": "Sources",
        "sources-hidden": "Sources of the hidden slides",
        "listed-sources": "no. {numbers} in the list at the end",
        "sources-notes": "The figures in this talk come from these sources. They stay in the file for your questions.",
        "part": "({number}/{count})",
        "continued": "The list goes on here.",
        "logo": "Logo of {organisation}",
        "our-logo": "Logo",
        "alleged": "Alleged; no\u00a0judgment\u00a0known",
        "judged": "Judged by a court",
        "composite": "Put together from several\u00a0cases",
        "documented": "A documented case",
        "helped": "How help came:",
        "myth": "What people say",
        "reality": "What is known",
        "materials": "What you need",
        "pairs": "In pairs",
        "groups": "In groups",
        "class": "All together",
        "alone": "By yourself",
        "minutes": "{count} minutes",
        "minute": "1 minute",
        "of": "of {whole}",
        "help-contact": "Call or open",
        "help-who": "Who answers, and for what",
        "help-hours": "When",
        "help-where": "Where",
        "help-local": "Near here",
        "qr": "QR code that leads to {url}",
        "steps-alt": "{count} steps: {items}",
        "timeline-alt": "Line of time: {items}",
        "options-alt": "Answers: {items}",
        "right-answer": "right answer",
        "answer": "Answer",
        "table-alt": "Table with the columns {items}",
        "help-alt": "Table of help lines: {items}",
        "picture": "Picture: {credit}",
        "footer-join": " · ",
    },
    "ja": {
        "opening": "はじめに",
        "source": "出典：",
        "sources": "出典",
        "sources-hidden": "非表示スライドの出典",
        "listed-sources": "巻末の一覧 {numbers}",
        "sources-notes": "このお話で使った数字の出典です。ご質問のためにファイルに残してあります。",
        "part": "（{number}/{count}）",
        "continued": "前のスライドの続きです。",
        "logo": "{organisation}のロゴ",
        "our-logo": "ロゴ",
        "alleged": "容疑段階・判決未確認",
        "judged": "裁判で認められた事件",
        "composite": "複数の事例をもとに構成",
        "documented": "記録に残る事件",
        "helped": "助けのきっかけ：",
        "myth": "よく言われること",
        "reality": "実際に分かっていること",
        "materials": "用意するもの",
        "pairs": "2人で",
        "groups": "グループで",
        "class": "全員で",
        "alone": "ひとりで",
        "minutes": "{count}分",
        "minute": "1分",
        "of": "{whole}のうち",
        "help-contact": "電話・サイト",
        "help-who": "相談先と内容",
        "help-hours": "受付",
        "help-where": "窓口",
        "help-local": "近くの相談先",
        "qr": "{url} を開くQRコード",
        "steps-alt": "{count}つの段階：{items}",
        "timeline-alt": "年表：{items}",
        "options-alt": "選択肢：{items}",
        "right-answer": "正解",
        "answer": "答え",
        "table-alt": "表（列：{items}）",
        "help-alt": "相談先の表：{items}",
        "picture": "画像：{credit}",
        "footer-join": "・",
    },
}

LANGUAGES = tuple(WORDING)


def say(language: str, key: str, **values: object) -> str:
    """One of the program's words, its ``{values}`` filled in.

    Raises:
        KeyError: for a key that the table does not have, which is a fault of the program.
    """
    return WORDING[language][key].format(**values)
