"""The silhouettes that slides are laid out in, and the roles that each needs in a template."""

from __future__ import annotations

from typing import Final

# A role with a question mark may be missing from a template; the others may not.
_ROLES: Final = {
    "cover": "title subtitle details? logo?",
    "section": "title body icon?",
    "statement": "title body source",
    "quote": "title body reference source",
    "closing": "title body",
    "notice": "title body icon?",
    "help": "title table source?",
    "bullets": "title body source",
    "bullets-icon": "title body icon source",
    "columns-2": "title heading-1 body-1 icon-1? heading-2 body-2 icon-2? source",
    "columns-3": "title heading-1 body-1 icon-1? heading-2 body-2 icon-2? heading-3 body-3 icon-3? source",
    "number": "title number of caption source",
    "chart": "title picture takeaway source",
    "table": "title table source",
    "case": "title when? status body helped source",
    "case-alone": "title when? status body source",
    "steps": "title canvas source",
    "timeline": "title canvas source",
    "myth": "title myth-label myth reality-label reality source",
    "image": "title picture caption source",
    "discussion": "title badge body source",
    "activity": "title badge body materials-label materials source",
    "activity-alone": "title badge body source",
    "quiz": "title canvas source",
    "answer": "title canvas body source",
    "ask": "title body points picture label",
    "ask-plain": "title body points",
    "prayer": "title body icon?",
    "sources": "title body",
}

# The types of placeholder (ECMA-376 Part 1, 19.7.10) that can hold what a role holds; other roles hold text.
TEXT_KINDS: Final = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
_PICTURE_KINDS: Final = frozenset({"pic", "obj"})
_TABLE_KINDS: Final = frozenset({"tbl", "obj"})
TITLE_KINDS: Final = frozenset({"title", "ctrTitle"})
_PICTURE_ROLES: Final = ("picture", "logo", "icon", "canvas")


def silhouettes() -> tuple[str, ...]:
    """All silhouettes, in the order of a talk."""
    return tuple(_ROLES)


def roles(silhouette: str) -> tuple[str, ...]:
    """All roles of a silhouette."""
    return tuple(role.rstrip("?") for role in _ROLES[silhouette].split())


def needed_roles(silhouette: str) -> tuple[str, ...]:
    """The roles without which a silhouette cannot be laid out."""
    return tuple(role for role in _ROLES[silhouette].split() if not role.endswith("?"))


def fitting_kinds(role: str) -> frozenset[str]:
    """The types of placeholder that can hold what ``role`` holds."""
    if role == "title":
        return TITLE_KINDS
    if role == "table":
        return _TABLE_KINDS
    return _PICTURE_KINDS if role.startswith(_PICTURE_ROLES) else TEXT_KINDS
