"""The numbers that Word puts before paragraphs, in the formats that Chinese documents use."""

from __future__ import annotations

from typing import Final

__all__ = ["numeral"]

_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHINESE: Final = frozenset(
    {
        *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
        *("taiwaneseCountingThousand", "japaneseDigitalTenThousand", "koreanCounting"),
    }
)
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST: Final = 9999


def numeral(number: int, number_format: str) -> str:
    """A number in a format of Word (ECMA-376 part 1, 17.18.59); decimal where the format is not known.

    >>> [numeral(n, "chineseCountingThousand") for n in (3, 10, 14, 20, 105, 110)]
    ['三', '十', '十四', '二十', '一百零五', '一百一十']
    >>> numeral(12, "ideographDigital"), numeral(4, "decimalEnclosedCircleChinese"), numeral(4, "upperRoman")
    ('一二', '④', 'IV')
    """
    if number_format == "none":
        return ""
    if not 0 < number <= _LARGEST:
        return str(number)
    if number_format in _CHINESE:
        if number > 99 and number_format in ("chineseCounting", "taiwaneseCounting"):
            return _spelled(number, _DIGITS)
        return _counted(number, "零一二三四五六七八九", "十百千")
    match number_format:
        case "ideographDigital" | "japaneseDigital" | "taiwaneseDigital":
            return _spelled(number, _DIGITS)
        case "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal":
            return _counted(number, _FORMAL, "拾佰仟", keeps_one=True)
        case "ideographTraditional" if number <= len(_STEMS):
            return _STEMS[number - 1]
        case "ideographZodiac" if number <= len(_BRANCHES):
            return _BRANCHES[number - 1]
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(_FULL_WIDTH)
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if number <= 20:
            return chr(0x2460 + number - 1)
        case "decimalEnclosedParen" if number <= 20:
            return chr(0x2474 + number - 1)
        case "decimalEnclosedFullstop" if number <= 20:
            return chr(0x2488 + number - 1)
        case "ideographEnclosedCircle" if number <= 10:
            return chr(0x3280 + number - 1)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerLetter":
            return _letters(number)
        case "upperRoman":
            return _roman(number).upper()
        case "lowerRoman":
            return _roman(number)
        case _:
            return str(number)


def _spelled(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counted(number: int, digits: str, places: str, *, keeps_one: bool = False) -> str:
    text = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += digits[digit] + (places[place - 1] if place else "")
        elif number % 10**place and not text.endswith(digits[0]):
            text += digits[0]
    return text if keeps_one or not 10 <= number < 20 else text.removeprefix(digits[1])


def _letters(number: int) -> str:
    return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
