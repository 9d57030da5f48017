"""Chinese codecs: how printed numbers, directions, official terms and ordinal marks are written and read."""

from govfinance.zh._codecs import CODECS, NameCodec, PrintedCodec, economic_class_codec, usual_codec
from govfinance.zh._numerals import MARKS, chinese_numeral, mark

__all__ = [
    "CODECS",
    "MARKS",
    "NameCodec",
    "PrintedCodec",
    "chinese_numeral",
    "economic_class_codec",
    "mark",
    "usual_codec",
]
