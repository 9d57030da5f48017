"""Findings in words: from a wrong number, an odd statement or a wrong list to what a reader is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from govfinance.audit._network._blame import Blamed
from govfinance.audit._network._check import Check, Linear, Product, Term
from govfinance.audit._network._diagnosis import diagnose
from govfinance.audit._network._figures import shown, shown_range, shown_term
from govfinance.audit._network._lists import Misnamed
from govfinance.audit._network._outcome import Outcome, terms_of
from govfinance.audit._network._rules import RULES
from govfinance.audit._network._variances import Oddity
from govfinance.audit._outline import Outline
from govfinance.audit._report import Finding, Severity
from govfinance.audit._said import Share, Trend, Variance
from govfinance.calc import Verdict
from govfinance.catalog import name_in
from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText
from govfinance.errors import Lang

__all__ = ["Reporter"]

_RULE_OF_KIND = {
    "text_vs_table": "text-not-table",
    "text_vs_text": "text-not-text",
    "within_table_sum": "table-sum-differs",
    "table_vs_table": "table-not-table",
    "rate_recompute": "rate-differs",
    "against": "not-as-known",
}
_ORDER_OF_TEXT = (
    "text_vs_table",
    "text_vs_text",
    "arithmetic",
    "rate_recompute",
    "within_table_sum",
    "table_vs_table",
    "wrong_direction",
    "against",
)
_ORDER_OF_TABLE = (
    "within_table_sum",
    "table_vs_table",
    "text_vs_table",
    "arithmetic",
    "rate_recompute",
    "text_vs_text",
    "wrong_direction",
    "against",
)
_WORDS = {Trend.UP: ("增加", "an increase"), Trend.DOWN: ("减少", "a decrease"), Trend.FLAT: ("持平", "no change")}


@frozen(eq=False)
class Reporter:
    """Says what the checks of one document found."""

    document: PublishedDocument
    outline: Outline
    outcome: Outcome
    shares: Sequence[Share]
    year: int | None

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong by its numbers."""
        for one in self.outcome.blamed:
            yield self._blamed(one)
        for oddity in self.outcome.oddities:
            yield self._odd(oddity)

    def _blamed(self, one: Blamed) -> Finding:
        term = one.term
        if term.number is None and isinstance(term.claim, Variance):
            return self._not_flat(one)
        check = self._first(one)
        code = "direction-wrong" if _opposite(one) else self._rule(term, check)
        expected = self._expected(one, check)
        how, how_en = self._formula(check, term), self._formula(check, term, "en")
        right = check.recomputed(term)
        notes = diagnose(self.outcome.ledger, term, right, self.shares) if check.sign == 0 else ("", "")
        others = terms_of(one)
        printed = shown_term(term)
        rule = RULES[code]
        return Finding(
            rule=rule,
            verdict=Verdict.INCONSISTENT,
            place=term.place,
            section=self.section_of(term.place),
            page=self.document.page_of(term.place),
            quote=self.quote_of(term),
            printed=printed if term.number is not None else self.document.quote(term.place),
            expected=expected,
            zh=f"{rule.zh}：为 {printed}，应为 {expected or '另一数'}；{how}",
            en=f"{rule.en}: it is {printed}, expected {expected or 'another'}; {how_en}",
            derivation=how,
            derivation_en=how_en,
            diagnosis_zh=notes[0],
            diagnosis_en=notes[1],
            against=_places(others),
        )

    def _not_flat(self, one: Blamed) -> Finding:
        low, high = one.values
        way = Trend.UP if low is not None and low > 0 else Trend.DOWN if high is not None and high < 0 else None
        zh, en = _WORDS[way] if way is not None else ("有增减", "a change")
        term = one.term
        check = self._first(one)
        least = low if way is Trend.UP else None if high is None else -high
        amount = "" if way is None or least is None else f"至少{shown(term, least)}"
        rule = RULES["direction-wrong"]
        expected = f"{zh}{amount}" if amount else zh
        derivation = self._formula(check, term)
        return Finding(
            rule=rule,
            verdict=Verdict.INCONSISTENT,
            place=term.place,
            section=self.section_of(term.place),
            page=self.document.page_of(term.place),
            quote=self.document.quote(term.claim.place),
            printed=self.document.quote(term.place),
            expected=expected,
            zh=f"{rule.zh}：文中为持平，应为{expected}；{derivation}",
            en=f"{rule.en}: said to be unchanged, expected {en}; {derivation}",
            derivation=derivation,
            derivation_en=self._formula(check, term, "en"),
            against=_places(terms_of(one)),
        )

    def _first(self, one: Blamed) -> Check:
        order = _ORDER_OF_TABLE if one.term.source == "table" else _ORDER_OF_TEXT
        return min(one.checks, key=lambda check: order.index(check.kind))

    def _rule(self, term: Term, check: Check) -> str:
        if check.kind == "arithmetic":
            return "change-differs" if check.code == "change" else "sum-differs"
        if check.kind == "wrong_direction":
            return "direction-wrong"
        if check.kind == "rate_recompute" and term is not check.suspect:
            return "change-differs" if isinstance(term.claim, Variance) else "rate-differs"
        return _RULE_OF_KIND[check.kind]

    def section_of(self, place: Place) -> str:
        """The heading of the section that a place is in."""
        number = self.outline.at(place.block)
        block = self.document.blocks[place.block]
        if number < 0:
            return block.sheet if isinstance(block, PublishedTable) else ""
        section = self.outline.sections[number]
        return f"{section.number}{'、' if section.number and section.level == 1 else ''}{section.title}"

    def quote_of(self, term: Term) -> str:
        """The clause of a number; of a cell the label of its row and the cell."""
        block = self.document.blocks[term.place.block]
        if isinstance(block, PublishedTable) and term.place.row is not None and term.place.column is not None:
            row = block.rows[term.place.row]
            label = next(
                (
                    text
                    for text in reversed(row[: term.place.column])
                    if text.strip() and not text.strip().replace(",", "").replace(".", "").isdigit()
                ),
                "",
            )
            return f"{label} {row[term.place.column]}".strip()
        return self.clause(term.claim.place)

    def clause(self, place: Place) -> str:
        """The words of a claim; of a short one (占 71.73%) from where its sentence part begins, so that it says of what."""
        quote = self.document.quote(place)
        block = self.document.blocks[place.block]
        if len(quote) >= _SHORT or not isinstance(block, PublishedText):
            return quote
        before = block.text[max(0, place.start - _REACH) : place.start]
        begin = max(before.rfind(mark) for mark in "。；：;") + 1
        return before[begin:].lstrip() + quote

    def _expected(self, one: Blamed, check: Check) -> str:
        term = one.term
        right = check.recomputed(term)
        low, high = one.values
        if right is not None and (low is None or low <= right) and (high is None or right <= high) and check.sign == 0:
            return _with_direction(term, right)
        if low is not None and high is not None and check.sign == 0 and high - low <= 4 * (term.high - term.low):
            return _with_direction(term, Fraction(low + high, 2))
        return shown_range(term, one.values)

    def _formula(self, check: Check, term: Term, lang: Lang = "zh") -> str:
        texts = [shown_term(one) for one in check.terms]
        right = check.recomputed(check.suspect)
        value = "" if right is None else shown(check.suspect, right)
        match check.code:
            case "growth":
                sign = "-" if check.terms[2].claim is not None and _is_up(check.terms[2]) else "+"
                return f"{texts[2]} ÷ ({texts[1]} {sign} {texts[2]}) = {value}"
            case "growth-of-two":
                return f"({texts[1]} - {texts[2]}) ÷ {texts[2]} = {value}"
            case "share" | "execution":
                return f"{texts[1]} ÷ {texts[2]} = {value}"
            case "growth-on-base":
                return f"{texts[1]} ÷ {texts[2]} = {value}"
            case "change" | "direction":
                return f"{texts[-2]} - {texts[-1]}" + (f" = {value}" if check.code == "change" else "")
            case "repeat" | "against":
                other = check.terms[1] if check.terms[0] is term else check.terms[0]
                return f"{self._where(other, lang)} {shown_term(other)}"
            case _:
                computed = f" = {value}" if check.suspect is check.terms[0] and check.sign == 0 else ""
                return _sum_text(check) + computed

    def _where(self, term: Term, lang: Lang = "zh") -> str:
        block = self.document.blocks[term.place.block] if term.source != "exact" else None
        if block is None:
            return "给定数据" if lang == "zh" else "the accounts that were given"
        page = self.document.page_of(term.place)
        number = page if page is not None else term.place.block + 1
        quote = self.quote_of(term)[:40]
        if lang == "zh":
            return f"第{number}{'页' if page is not None else '段'}“{quote}”"
        return f"{'page' if page is not None else 'paragraph'} {number}, “{quote}”"

    def _odd(self, oddity: Oddity) -> Finding:
        claim = oddity.claim
        code = {"zero-base": "rate-on-nothing", "zero-of-zero": "nothing-of-nothing", "direction": "direction-wrong"}[
            oddity.code
        ]
        rule = RULES[code]
        figures = "，".join(shown_term(term) for term in oddity.terms)
        if oddity.code == "direction":
            expected = _WORDS[oddity.expected or Trend.UP]
            said = self.document.quote(oddity.place)
            texts = (
                f"{rule.zh}：文中为“{said}”，按数据应为{expected[0]}（{figures}）",
                f"{rule.en}: it says {said}, the figures give {expected[1]} ({figures})",
            )
            right = expected[0]
        else:
            said = oddity.printed
            right = "不列比率" if oddity.code == "zero-base" else ""
            texts = (f"{rule.zh}：印有 {said}（{figures}）", f"{rule.en}: {said} is printed ({figures})")
        nothing = oddity.code == "zero-of-zero"
        return Finding(
            rule=rule,
            verdict=Verdict.UNVERIFIABLE if nothing else Verdict.INCONSISTENT,
            place=oddity.place,
            section=self.section_of(oddity.place),
            page=self.document.page_of(oddity.place),
            quote=self.clause(claim.place),
            printed=said,
            expected=right,
            zh=texts[0],
            en=texts[1],
            derivation=figures,
            against=_places(oddity.terms),
        )

    def misnamed(self, one: Misnamed) -> Finding:
        """A name too many or too few in a list."""
        known = name_in(one.code, self.year) if self.year is not None else None
        name = one.name or (known.name if known is not None else one.code)
        rule = RULES["not-listed" if one.missing else "listed-but-nil"]
        amount = "" if one.cell is None else shown_term(one.cell)
        zh = f"{rule.zh}：{one.code} {name}，表中为 {amount}" if one.missing else f"{rule.zh}：{one.code} {name}"
        en = f"{rule.en}: {one.code} {name}" + (f", the table has {amount}" if one.missing else "")
        return Finding(
            rule=rule,
            verdict=Verdict.INCONSISTENT,
            place=one.place,
            section=self.section_of(one.place),
            page=self.document.page_of(one.place),
            quote=self.document.quote(one.place),
            printed=f"未列示{name}" if one.missing else name,
            expected=name if one.missing else "",
            zh=zh,
            en=en,
            derivation="" if one.cell is None else self._where(one.cell),
            derivation_en="" if one.cell is None else self._where(one.cell, "en"),
            against=() if one.cell is None else (one.cell.place,),
        )

    def rounding(self) -> Iterator[Finding]:
        """One note for each table (and for the text) whose figures differ by rounding alone."""
        groups: dict[int, list[Check]] = {}
        for check in self.outcome.checks:
            if check.sign == 0 and check.code.startswith(("sum:", "list")) and check.is_off() and check.holds():
                place = check.suspect.place
                in_table = isinstance(self.document.blocks[place.block], PublishedTable)
                groups.setdefault(place.block if in_table else -1, []).append(check)
        for checks in groups.values():
            check = checks[0]
            place = check.suspect.place
            in_table = isinstance(self.document.blocks[place.block], PublishedTable)
            rule = RULES["tail-difference" if in_table else "tail-difference-of-text"]
            count = len(checks)
            yield Finding(
                rule=rule,
                verdict=Verdict.ROUNDING,
                place=place,
                section=self.section_of(place),
                page=self.document.page_of(place),
                quote=self.quote_of(check.suspect),
                printed=shown_term(check.suspect),
                expected="",
                zh=f"{rule.zh}：{count}处合计与分项之和因四舍五入相差尾数，如 {self._formula(check, check.suspect)}",
                en=f"{rule.en}: {count} totals differ from their parts by rounding, such as {self._formula(check, check.suspect)}",
                derivation=self._formula(check, check.suspect),
                severity=Severity.INFO,
            )


def _places(terms: Sequence[Term]) -> tuple[Place, ...]:
    """Where some numbers stand in the document; figures that were given stand nowhere in it."""
    return tuple(term.place for term in terms if term.source != "exact")[:20]


_SHORT = 16
_REACH = 60


def _with_direction(term: Term, value: Fraction) -> str:
    """A value that is expected; of a change that should go the other way, with its direction."""
    claim = term.claim
    if value < 0 and isinstance(claim, Variance) and claim.amount is term.number and claim.trend is not None:
        return ("减少" if claim.trend is Trend.UP else "增加") + shown(term, -value)
    return shown(term, value)


def _opposite(one: Blamed) -> bool:
    """Whether a change would be right if it went the other way."""
    term, (low, high) = one.term, one.values
    claim = term.claim
    if not isinstance(claim, Variance) or claim.amount is not term.number or term.low <= 0:
        return False
    return (low is None or low <= -term.low) and (high is None or high >= -term.high) and high is not None and high < 0


_SHOWN = 12
"""So many parts of a sum are written out."""


def _sum_text(check: Check) -> str:
    """A sum as people write it: the whole, then its parts with their signs."""
    word = "≈" if check.holds() else {0: "≠", 1: "<", -1: ">"}[check.sign]
    parts: list[str] = []
    if isinstance(check, Linear):
        first = check.factors[0]
        for factor, term in zip(check.factors[1:], check.terms[1:], strict=True):
            parts.append(f"{'-' if factor * first > 0 else '+'} {shown_term(term)}")
    elif isinstance(check, Product):
        for _, positions in check.monomials[1:]:
            parts.append("+ " + " × ".join(shown_term(check.terms[position]) for position in positions))
    text = " ".join(parts[:_SHOWN]).removeprefix("+ ")
    return f"{shown_term(check.terms[0])} {word} {text}{' …' if len(parts) > _SHOWN else ''}"


def _is_up(term: Term) -> bool:
    claim = term.claim
    return isinstance(claim, Variance) and claim.trend is not Trend.DOWN
