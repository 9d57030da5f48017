"""``check``: do the figures agree with each other; what does not comes first, and what could not be checked is said."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Final, Literal

from cyclopts import App, Parameter

from govfinance.calc import Check, Figure, Verdict, check_codes
from govfinance.calc import check as check_all
from govfinance.catalog import CodeFinding
from govfinance.cli._files import Beside, read_accounts
from govfinance.cli._options import (
    budget_parameter,
    department_parameter,
    examples,
    input_parameter,
    prior_parameter,
    year_parameter,
)
from govfinance.cli._terminal import Style, Terminal
from govfinance.errors import Lang
from govfinance.model import FinalAccounts

__all__ = ["add_to"]

_ORDER: Final = (Verdict.INCONSISTENT, Verdict.ROUNDING, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)
_SHOWN_PATHS: Final = 3
_STYLES: Final[dict[Verdict, Style]] = {
    Verdict.INCONSISTENT: "red",
    Verdict.ROUNDING: "yellow",
    Verdict.UNVERIFIABLE: "yellow",
    Verdict.CONSISTENT: "green",
}
_WORDS: Final = {
    Verdict.INCONSISTENT: ("inconsistent", "不成立"),
    Verdict.ROUNDING: ("rounding", "尾差"),
    Verdict.UNVERIFIABLE: ("not checked", "未核对"),
    Verdict.CONSISTENT: ("consistent", "成立"),
}


def add_to(app: App, terminal: Terminal) -> None:
    """Add the command ``check``."""
    tr = terminal.tr

    def check(
        source: Annotated[str, input_parameter(terminal)],
        /,
        *,
        format: Annotated[  # noqa: A002 - the name of the option
            Literal["text", "json"],
            Parameter(
                metavar="text|json",
                show_choices=False,
                show_default=False,
                help=tr(
                    "text (the default) has what fails, and a count; json has every check",
                    "text（默认）列出不成立和未核对的项目及合计数；json 列出全部项目",
                ),
            ),
        ] = "text",
        prior: Annotated[str | None, prior_parameter(terminal)] = None,
        budget: Annotated[str | None, budget_parameter(terminal)] = None,
        department: Annotated[str | None, department_parameter(terminal)] = None,
        year: Annotated[int | None, year_parameter(terminal)] = None,
    ) -> int:
        beside = Beside(prior=prior, budget=budget, department=department, year=year)
        accounts = read_accounts(source, terminal, beside)
        codes = check_codes(accounts)
        checks = sorted(check_all(accounts), key=lambda one: _ORDER.index(one.verdict))
        if format == "json":
            result = _as_data(accounts, checks, codes, terminal.lang)
            terminal.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
        else:
            terminal.write("\n".join([*_code_lines(codes, terminal), *_lines(checks, terminal)]) + "\n")
        wrong = any(one.verdict is Verdict.INCONSISTENT for one in checks)
        return int(wrong or any(one.severity == "error" for one in codes))

    app.command(
        check,
        help=tr(
            "Check whether the figures agree with each other.\n\n"
            "Compares everything that has to agree (totals and their parts, one table and another), exact amounts to the 分, "
            "rounded ones within what rounding can explain (ROUNDING), and codes and names with the official catalogue. "
            "What could not be compared because a figure was not supplied is listed too. The exit code is 1 when "
            "something does not agree or a name is proven wrong.",
            "核对勾稽关系和科目。\n\n"
            "核对各表内、表间应当相等的数据：精确金额核对到分；由四舍五入的金额读入的，可由舍入解释的差额列为尾差。科目编码和名称与当年"
            "政府收支分类科目核对。因未提供数据而无法核对的，一并列出。有不成立的，或科目名称确有错误的，退出码为 1。",
        ),
        help_epilogue=examples(terminal, "check accounts.json", "check accounts.json --format json > checks.json"),
        sort_key=2,
    )


def _code_lines(codes: Sequence[CodeFinding], terminal: Terminal) -> Iterator[str]:
    """Codes and names that the catalogue does not have so, errors first."""
    headings: tuple[tuple[str, Style, str, str], ...] = (
        ("error", "red", "WRONG CODES OR NAMES", "科目有误"),
        ("warning", "yellow", "CODES OR NAMES TO LOOK AT", "科目待核实"),
    )
    for severity, style, en, zh in headings:
        found = [one for one in codes if one.severity == severity]
        if found:
            yield terminal.styled(terminal.tr(f"{en} ({len(found)})", f"{zh}（{len(found)}）"), style)
            yield from (terminal.hang(f"{one.message(terminal.lang)} [{one.problem.code}]", 4, "- ") for one in found)
            yield ""


def _lines(checks: Sequence[Check], terminal: Terminal) -> Iterator[str]:
    """What fails and what was not checked, under headings, and last the counts."""
    tr = terminal.tr
    counts = _counts(checks)
    for verdict in _ORDER[:-1]:
        if counts[verdict]:
            heading = tr(
                f"{_WORDS[verdict][0].upper()} ({counts[verdict]})", f"{_WORDS[verdict][1]}（{counts[verdict]}）"
            )
            yield terminal.styled(heading, _STYLES[verdict])
            yield from (terminal.hang(_line(one, terminal), 4, "- ") for one in checks if one.verdict is verdict)
            yield ""
    shown = [verdict for verdict in _ORDER if counts[verdict] or verdict is not Verdict.ROUNDING]
    parts_en = ", ".join(f"{counts[verdict]} {_WORDS[verdict][0]}" for verdict in shown)
    parts_zh = "，".join(f"{counts[verdict]} 项{_WORDS[verdict][1]}" for verdict in shown)
    yield tr(f"{len(checks)} checks: {parts_en}", f"共 {len(checks)} 项：{parts_zh}")


def _line(one: Check, terminal: Terminal) -> str:
    identity = one.identity
    if one.verdict is not Verdict.UNVERIFIABLE:
        return f"{one.message(terminal.lang)} [{identity.id}]"
    paths = _missing(one)
    shown, more = paths[:_SHOWN_PATHS], len(paths) - _SHOWN_PATHS
    en = ", ".join(shown) + (f" … and {more} more" if more > 0 else "")
    zh = "、".join(shown) + (f"……等 {len(paths)} 处" if more > 0 else "")
    about, about_zh = (f" ({one.left.label})", f"（{one.left.label}）") if one.left.label else ("", "")
    says = terminal.tr(f"{identity.en}{about}: {en} not supplied", f"{identity.zh}{about_zh}：未提供 {zh}")
    return f"{says} [{identity.id}]"


def _missing(one: Check) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.left.missing() + one.right.missing()))


def _counts(checks: Iterable[Check]) -> dict[Verdict, int]:
    counts = dict.fromkeys(_ORDER, 0)
    for one in checks:
        counts[one.verdict] += 1
    return counts


def _as_data(
    accounts: FinalAccounts, checks: Sequence[Check], codes: Sequence[CodeFinding], lang: Lang
) -> dict[str, Any]:
    """Every check with its two sides; amounts are exact, in 元, as text."""
    return {
        "department": accounts.department.name,
        "year": accounts.year,
        "counts": {verdict.value: number for verdict, number in _counts(checks).items()},
        "codes": [
            {
                "id": one.problem.code,
                "severity": one.severity,
                "path": one.problem.path,
                "code": one.code.text,
                "expected": list(one.expected),
                "message": one.message(lang),
            }
            for one in codes
        ],
        "checks": [
            {
                "id": one.identity.id,
                "verdict": one.verdict.value,
                "statement": one.identity.zh if lang == "zh" else one.identity.en,
                "source": one.identity.source,
                "tables": [table.value for table in one.identity.tables],
                "formula": one.identity.formula,
                "relation": one.identity.relation.value,
                "left": _side(one.left),
                "right": _side(one.right),
                "difference": None if one.difference is None else f"{one.difference:f}",
                "margin": f"{one.margin:f}",
                "missing": list(_missing(one)),
                "message": one.message(lang),
            }
            for one in checks
        ],
    }


def _side(figure: Figure) -> dict[str, Any]:
    value = None if figure.value is None else f"{figure.value:f}"
    return {"label": figure.label, "path": figure.path, "value": value}
