"""The characters of a page with their places, as pdfium finds them; none that it made up."""

from __future__ import annotations

import ctypes
from math import hypot
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from attrs import evolve

from govfinance.io._published._pdf._problems import Budget
from govfinance.io._published._pdf._space import Box, Space

__all__ = ["Char", "characters"]


class Char(NamedTuple):
    """One character: its left and right edge, the middle of its height, its size, and its number on the page."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    number: int


_MIDDLE: Final = 0.36
"""How far above the base line the middle of a character stands, in parts of its size."""

_RADICALS: Final = dict(
    zip(
        "⺁⺃⺅⺈⺊⺌⺍⺕⺗⺘⺝⺟⺠⺣⺥⺧⺩⺬⺭⺮⺶⺸⺼⻁⻂⻄⻅⻆⻈⻉⻋⻌⻐⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻳",
        "厂乚亻刀卜小小彐心扌月母民灬爪牛王示礻竹羊羊肉虎衤西见角讠贝车辶钅長长门雨青韦页风飞食饣马骨鬼鱼鸟麦黄黾齐齿龙龟",
        strict=True,
    )
)


def _ideograph(code: int) -> str:
    """The character that is meant by a radical or a compatibility form of the same shape."""
    char = chr(code)
    return _RADICALS.get(char) or normalize("NFKC", char)


_MEANT: Final[dict[int, str]] = {
    code: _ideograph(code)
    for first, last in ((0x2E80, 0x2EF3), (0x2F00, 0x2FD5), (0xF900, 0xFAD9))
    for code in range(first, last + 1)
}
"""Fonts often map a glyph back to the radical that looks like the character: ⽀ for 支."""

_SPACES: Final = frozenset({0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x3000})
_NOTHING: Final = frozenset({*range(0x09), *range(0x0A, 0x20), 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE})


def characters(raw: Any, text_page: Any, space: Space, budget: Budget) -> tuple[list[Char], Space]:
    """The characters of a page, and the space they are in: turned until most of the text runs to the right."""
    found, turns = _characters(raw, text_page, space, budget)
    if turns:
        space = evolve(space, turns=(space.turns + turns) % 4)
        found, _ = _characters(raw, text_page, space, budget)
    return found, space


def _characters(raw: Any, text_page: Any, space: Space, budget: Budget) -> tuple[list[Char], int]:
    """The characters, and by how many quarter turns most of them are not upright."""
    count = max(0, raw.FPDFText_CountChars(text_page))
    budget.spend(characters=count)
    codes = _codes(raw, text_page, count)
    loose, origin, font_size = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontSize
    get_matrix, generated = raw.FPDFText_GetMatrix, raw.FPDFText_IsGenerated
    rect, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    rect_at, matrix_at, x_at, y_at = map(ctypes.byref, (rect, matrix, x, y))
    a, b, c, d, e, f = space.matrix()
    width, height = space.width, space.height
    directions = [0, 0, 0, 0]
    found: list[Char] = []
    last = (0.0, 0.0)
    scale = along = down = slant = 0.0
    for index, code in enumerate(codes):
        if code in _NOTHING or (code in _SPACES and generated(text_page, index)):
            continue
        origin(text_page, index, x_at, y_at)
        px, py = x.value, y.value
        here = font_size(text_page, index), py
        if here != last:
            last = here
            get_matrix(text_page, index, matrix_at)
            ma, slant = matrix.a, matrix.b
            scale = hypot(matrix.c, matrix.d)
            along, down = a * ma + c * slant, b * ma + d * slant
        left, base = a * px + c * py + e, b * px + d * py + f
        size = here[0] * scale
        if not (0.5 < size < 1000 and -size <= left <= width + size and -size <= base <= height + size):
            continue
        if along > 0 and abs(down) < 0.05 * along:
            quarter = 0
            middle = base - _MIDDLE * size
            loose(text_page, index, rect_at)
            right = left + (rect.right - rect.left)
            if slant or right <= left:
                box = _tight(raw, text_page, index, space)
                right = max(box[2], left + size / 4)
        else:
            turned = _quarter(along, down)
            if turned is None:
                continue
            quarter = turned
            left, top, right, bottom = _tight(raw, text_page, index, space)
            middle = (top + bottom) / 2
        directions[quarter] += 1
        text = " " if code in _SPACES else _MEANT.get(code) or chr(code)
        found.append(Char(text, left, right, middle, size, index))
    most = max(range(4), key=lambda quarter: directions[quarter])
    return found, most if directions[most] > directions[0] else 0


def _codes(raw: Any, text_page: Any, count: int) -> list[int]:
    """The code points of all characters; what is no character of Unicode becomes the replacement character."""
    if not count:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        codes = buffer[:count]
    else:
        codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return [0xFFFD if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else code for code in codes]


def _quarter(along: float, down: float) -> int | None:
    """By how many quarter turns clockwise the page is to be turned until a direction runs to the right."""
    if abs(along) < 0.05 * abs(down):
        return 3 if down > 0 else 1
    if along < 0 and abs(down) < -0.05 * along:
        return 2
    return None


def _tight(raw: Any, text_page: Any, index: int, space: Space) -> Box:
    """The box of the ink of a character, as it is seen."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, *map(ctypes.byref, (left, right, bottom, top)))
    return space.box(left.value, bottom.value, right.value, top.value)
