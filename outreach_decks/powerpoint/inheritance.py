"""What a placeholder of a layout looks like once all is inherited (ECMA-376 Part 1, 19.3.1.36 and 21.1.2.4).

What the layout does not say, its master's placeholder of the same kind says, then the master's text styles, then the
presentation's default text style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.xml_paths import Element, find
from outreach_decks.theme import COLOUR_SLOTS, Level, Slot

LEVELS: Final = 3
_DEFAULT_SIZE: Final = 18.0
_DEFAULT_INSETS: Final = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
_THOUSANDTHS: Final = 100_000
_HUNDREDTHS: Final = 100
# Letters set closer or wider by less than this, hundredths of a point, are as wide as the face has them.
_SPACED: Final = 10
_TITLES: Final = {"title", "ctrTitle"}
_SMALL: Final = {"dt", "ftr", "sldNum", "hdr"}
_NAMES: Final = {slot: name for name, slot in COLOUR_SLOTS.items()}


class Inheritance:
    """The chain of styles over one placeholder: ``shape`` of a layout, ``master`` and ``presentation`` above it."""

    def __init__(self, shape: Element, master: Element, presentation: Element) -> None:
        self._shape = shape
        self.kind: str = find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("type", "obj")
        self._parents = [shape, *same_kind(master, self.kind)]
        self._styles = [
            *(style for parent in self._parents for style in find(parent, "p:txBody/a:lstStyle")),
            *find(master, f"p:txStyles/p:{style_name(self.kind)}"),
            *find(presentation, "p:defaultTextStyle"),
        ]
        self._colour_map: Mapping[str, str] = dict(find(master, "p:clrMap")[0].attrib)

    def slot(self, role: str, index: int) -> Slot | None:
        """The placeholder as a slot, or None when nothing says where it is."""
        box = self.box
        if box is None:
            return None
        return Slot(
            role=role,
            index=index,
            kind=self.kind,
            box=box,
            levels=tuple(self._level(number) for number in range(1, LEVELS + 1)),
            bold=self._run(1, "@b") in {"1", "true"},
            line_spacing=self._line_spacing(),
            insets=self._insets(),
            anchor=self._frame("anchor", "t"),
            align=self._paragraph(1, "@algn") or "l",
            colour=self._colour(),
            latin=self._run(1, "a:latin/@typeface"),
            east_asian=self._run(1, "a:ea/@typeface"),
            regular=self._is_spaced_or_capital(),
        )

    @property
    def is_vertical(self) -> bool:
        """Tell whether its text runs from the top down."""
        asked = find(self._shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("orient") == "vert"
        return asked or self._frame("vert", "horz") != "horz"

    def _is_spaced_or_capital(self) -> bool:
        """Tell whether letters are set as capitals, or with room between them, so that widths are not the face's."""
        return self._run(1, "@cap") in {"all", "small"} or abs(int(self._run(1, "@spc") or 0)) > _SPACED

    @property
    def box(self) -> Box | None:
        """Where the placeholder is, EMU; None when neither its layout nor the master says."""
        for parent in self._parents:
            for place in find(parent, "p:spPr/a:xfrm[a:off and a:ext]"):
                offset, extent = find(place, "a:off")[0], find(place, "a:ext")[0]
                return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
        return None

    def _frame(self, attribute: str, default: str) -> str:
        found = (value for parent in self._parents for value in find(parent, f"p:txBody/a:bodyPr/@{attribute}"))
        return str(next(found, default))

    def _insets(self) -> tuple[int, int, int, int]:
        left, top, right, bottom = (int(self._frame(name, str(default))) for name, default in _DEFAULT_INSETS)
        return left, top, right, bottom

    def _said(self, number: int, path: str) -> Iterator[Element]:
        return (found for style in self._styles for found in find(style, f"a:lvl{number}pPr/{path}"))

    def _paragraph(self, number: int, path: str) -> str:
        return str(next(self._said(number, path), ""))

    def _run(self, number: int, path: str) -> str:
        return self._paragraph(number, f"a:defRPr/{path}")

    def _size(self, number: int) -> float:
        size = self._run(number, "@sz")
        return int(size) / _HUNDREDTHS if size else _DEFAULT_SIZE

    def _level(self, number: int) -> Level:
        bullet = next(
            self._said(number, "*[self::a:buNone or self::a:buChar or self::a:buAutoNum or self::a:buBlip]"), None
        )
        return Level(
            size=self._size(number),
            margin=int(self._paragraph(number, "@marL") or 0),
            indent=int(self._paragraph(number, "@indent") or 0),
            space_before=self._space_before(number),
            bullet=bullet is not None and not bullet.tag.endswith("}buNone"),
            distance=self._distance(number, "lnSpc")[0],
        )

    def _space_before(self, number: int) -> float:
        exact, share = self._distance(number, "spcBef")
        return exact if exact is not None else self._size(number) * (share or 0.0)

    def _line_spacing(self) -> float:
        return self._distance(1, "lnSpc")[1] or 1.0

    def _distance(self, number: int, name: str) -> tuple[float | None, float | None]:
        """A distance as points or as a share; both None where nothing is said."""
        found = next(self._said(number, f"a:{name}/*"), None)
        if found is None:
            return None, None
        value = str(found.get("val"))
        if found.tag.endswith("}spcPts"):
            return int(value) / _HUNDREDTHS, None
        return None, float(value[:-1]) / 100 if value.endswith("%") else int(value) / _THOUSANDTHS

    @property
    def words_fill(self) -> Element | None:
        """What its words are filled with; None where nothing says, and they have the theme's colour for text."""
        return next(self._said(1, "a:defRPr/*[self::a:solidFill or self::a:gradFill]"), None)

    @property
    def own_fill(self) -> Element | None:
        """What the placeholder itself is filled with; None where what is behind it is seen."""
        fills = "p:spPr/*[self::a:solidFill or self::a:gradFill or self::a:blipFill or self::a:noFill]"
        found = next((fill for parent in self._parents for fill in find(parent, fills)), None)
        return None if found is None or found.tag.endswith("}noFill") else found

    def _colour(self) -> str:
        """The name of the first level's colour; ink where it is not one of the theme's."""
        scheme = self._run(1, "a:solidFill/a:schemeClr/@val") or "tx1"
        return _NAMES.get(self._colour_map.get(scheme, scheme), "ink")


def style_name(kind: str) -> str:
    """The master's text style for a kind of placeholder."""
    if kind in _TITLES:
        return "titleStyle"
    return "otherStyle" if kind in _SMALL else "bodyStyle"


def same_kind(master: Element, kind: str) -> list[Element]:
    """The master's placeholder that one of ``kind`` goes back to: its title, its body, or the same small one."""
    wanted = "title" if kind in _TITLES else kind if kind in _SMALL else "body"
    return list(find(master, f"p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph[@type='{wanted}']]")[:1])
