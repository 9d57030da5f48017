"""A contradiction in words: numbered statements, and one line that says what they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from govfinance.audit._joint._names import name_of
from govfinance.audit._joint._types import Contradiction, Part, Statement, Step
from govfinance.audit._relations import Relation
from govfinance.audit._said import AMOUNT, RATE, NumberKind, Quantity, Value
from govfinance.calc import TABLE_RELATIONS
from govfinance.document import Place
from govfinance.errors import Lang

__all__ = ["explain", "skipped_words"]

_TITLES: Final = {one.id: (one.zh, one.en) for one in TABLE_RELATIONS}
_SKIPPED: Final[Mapping[str, tuple[str, str]]] = {
    "budget": ("{} 处未说明或不能确定是年初预算还是全年预算", "{} statements do not tell which budget they mean"),
    "direction": ("{} 处增减方向与数字符号不明", "{} changes do not tell their direction"),
    "kinds": ("{} 处计量种类不一致（金额、数量、比率）", "{} statements mix amounts, counts or rates"),
    "unclear": ("{} 处同一段内同名而数不同，所指不明", "{} statements use words that have two values in one paragraph"),
    "size": ("{} 处数字过大", "{} numbers are too large"),
    "base": ("{} 处比率的基数可能为零或负数", "{} ratios have a base that may be zero or less"),
    "limit": ("共 {} 条表述，超出联合证明的上限，未进行", "{} statements are more than the joint proof takes: not run"),
    "time": ("有 {} 组表述因超时未检查完", "{} groups of statements were not finished in time"),
    "unproved": (
        "有 {} 组表述疑似矛盾但未能精确证明，不报告",
        "{} groups look contradictory, with no exact proof: not reported",
    ),
    "solver": ("求解器未能得出结论", "the solver came to no conclusion"),
}


def skipped_words(skipped: Mapping[str, int]) -> tuple[tuple[str, str, str], ...]:
    """What was not looked at: code, Chinese, English."""
    return tuple(
        (f"joint.{code}", _SKIPPED[code][0].format(count), _SKIPPED[code][1].format(count))
        for code, count in sorted(skipped.items())
        if count
    )


def explain(
    contradiction: Contradiction,
    quote: Callable[[Place], str],
    lang: Lang = "zh",
    *,
    name: Callable[[Quantity], str] = name_of,
) -> str:
    """The statements with their quotes, numbered, and what they require together and cannot be.

    ``quote`` gives the text of a place, ``name`` what a quantity is called.
    """
    words = _Words(contradiction, quote, lang, name)
    return "\n".join((*words.lines(), words.conclusion(), *words.hint()))


class _Words:
    def __init__(
        self,
        contradiction: Contradiction,
        quote: Callable[[Place], str],
        lang: Lang,
        name: Callable[[Quantity], str],
    ) -> None:
        self.contradiction = contradiction
        self.steps = contradiction.steps
        self.quote = quote
        self.zh = lang == "zh"
        self.name = name
        self.statements: list[Statement] = [*contradiction.claims, *contradiction.relations]

    def lines(self) -> list[str]:
        return [f"({number}) {self._statement(one)}" for number, one in enumerate(self.statements, 1)]

    def conclusion(self) -> str:
        """What all but one inequality require of a quantity, and what that one says of it."""
        last = self._last()
        others = [one for one in self.steps if one is not last]
        own = self._number(last.statement)
        forced = -sum((one.multiplier * one.bound for one in others), Fraction(0)) / last.multiplier
        printed = Fraction(last.bound)
        is_least = last.terms[0][1] > 0
        if not is_least:
            forced, printed = -forced, -printed
        required, allowed = self._apart(forced, printed, last, least=is_least)
        also = any(one.statement is last.statement for one in others)
        if self.zh:
            given = ("其余各条" + (f"与 ({own}) 的其他数字" if also else "") + "合起来要求") if others else ""
            words = ("至多", "至少") if is_least else ("至少", "至多")
            return f"{given}{self._about(last)}{words[0]}为 {required}，而 ({own}) 说的{words[1]}为 {allowed}，不可能同时成立。"
        given = f"together the others{f' and the rest of ({own})' if also else ''} require that " if others else ""
        words = ("at most", "at least") if is_least else ("at least", "at most")
        return (
            f"{given}{self._about(last)} is {words[0]} {required}, while ({own}) says {words[1]} {allowed}:"
            " they cannot all be true."
        )

    def hint(self) -> list[str]:
        """Which statement is the likely one, where the rest of the document tells."""
        if not self.contradiction.singled_out:
            return []
        number = self._number(self.contradiction.blamed)
        if self.zh:
            return [f"若 ({number}) 有误，全文另需更正的表述最少。"]
        return [f"if ({number}) is wrong, the fewest others of the document have to be."]

    def _last(self) -> Step:
        """The inequality that the others are held against: best a printed amount, and of the statement that is blamed."""

        def rank(step: Step) -> tuple[bool, bool, bool, int]:
            alone = sum(one.statement is step.statement for one in self.steps) == 1
            plain = step.part in (Part.VALUE, Part.NOTHING, Part.CHANGE, Part.TREND)
            quantity = step.terms[0][0]
            totals = sum(isinstance(one.statement, Relation) and one.statement.whole == quantity for one in self.steps)
            return not plain, not alone, step.statement is not self.contradiction.blamed, -totals

        return min(self.steps, key=rank)

    def _about(self, step: Step) -> str:
        """What an inequality bounds: a quantity, or the difference of two."""
        names = [f"“{self.name(quantity)}”" if self.zh else self.name(quantity) for quantity, _ in step.terms]
        return ("减去" if self.zh else " minus ").join(names)

    def _apart(self, required: Fraction, allowed: Fraction, step: Step, *, least: bool) -> tuple[str, str]:
        """Both numbers with as many decimals as it takes to tell them apart, each rounded towards the other."""
        unit, size = self._unit(step)
        start = len(step.number.printed.partition(".")[2]) + 1 if step.number is not None else 2
        shown = limit = ""
        for places in range(start, start + 12):
            low = _rounded(required / size, places, up=least)
            high = _rounded(allowed / size, places, up=not least)
            shown, limit = f"{_digits(low, places)}{unit}", f"{_digits(high, places)}{unit}"
            if low < high if least else low > high:
                break
        return shown, limit

    def _unit(self, step: Step) -> tuple[str, int]:
        number = step.number or next((one.number for one in self.steps if one.part is Part.VALUE), None)
        kind, printed = (number.kind, number.unit) if number is not None else (NumberKind.AMOUNT, "")
        if kind is NumberKind.COUNT:
            return printed, 1
        if kind is NumberKind.RATE:
            return "%", RATE
        if "亿" in printed:
            unit, size = "亿元", AMOUNT * 10**8
        elif "万" in printed or not printed:
            unit, size = "万元", AMOUNT * 10**4
        else:
            unit, size = "元", AMOUNT
        return (unit, size) if self.zh else (f" {unit}", size)

    def _statement(self, one: Statement) -> str:
        if not isinstance(one, Relation):
            quoted = " ".join(self.quote(one.place).split())
            short = quoted if len(quoted) <= 160 else f"{quoted[:159]}…"
            name = self.name((one.subject, getattr(one, "measure", "actual")))
            if self.zh:
                return f"“{short}”（{name}）" if short else f"空白（{name}）"
            return f'"{short}" ({name})' if short else f"blank ({name})"
        sign = {0: "=", 1: "≥", -1: "≤"}[one.sign]
        parts = ""
        for subject, measure in one.parts:
            minus = subject.startswith("-")
            named = self._reference((subject.removeprefix("-"), measure))
            parts += (" - " if minus else " + " if parts else "") + named
        formula = f"{self._reference(one.whole)} {sign} {parts.strip()}"
        zh, en = _TITLES.get(one.code, ("勾稽关系", "relation"))
        return f"{zh}：{formula}" if self.zh else f"{en}: {formula}"

    def _reference(self, quantity: Quantity) -> str:
        """A quantity by the numbers of the statements that print it, otherwise by name."""
        for number, one in enumerate(self.statements, 1):
            if isinstance(one, Value) and (one.subject, one.measure) == quantity:
                return f"({number})"
        return self.name(quantity)

    def _number(self, statement: Statement) -> int:
        return next(number for number, one in enumerate(self.statements, 1) if one is statement)


def _rounded(value: Fraction, places: int, *, up: bool) -> int:
    scale: int = 10**places
    scaled = value * scale
    return -((-scaled.numerator) // scaled.denominator) if up else scaled.numerator // scaled.denominator


def _digits(value: int, places: int) -> str:
    sign, digits = "-" if value < 0 else "", f"{abs(value):0{places + 1}d}"
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits
