"""Remarks: every text that people write, kept apart from the figures and addressed by what it explains."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from attrs import field, frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.model._fields import FieldKind, Invalid, required_text

__all__ = ["TOPICS", "TOPIC_PATTERN", "Remarks"]

TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "overall.total.initial": "收、支总计与年初预算相比的变动原因",
        "overall.total.prior": "收、支总计与上年决算相比的变动原因",
        "overall.revenue.prior": "本年收入决算合计的变动原因",
        "overall.surplus_used.prior": "使用非财政拨款结余和专用结余的变动原因",
        "overall.opening.prior": "年初结转和结余的变动原因",
        "overall.expenditure.prior": "本年支出决算合计的变动原因",
        "overall.surplus_distribution.matter": "结余分配事项",
        "overall.surplus_distribution.prior": "结余分配的变动原因",
        "overall.closing.matter": "结转和结余事项",
        "overall.closing.prior": "年末结转和结余的变动原因",
        "expenditure.project.prior": "项目支出的变动原因",
        "fiscal.total.initial": "财政拨款收、支总计与年初预算相比的变动原因",
        "fiscal.total.prior": "财政拨款收、支总计与上年决算相比的变动原因",
        "functional.total.initial": "一般公共预算财政拨款支出决算数与年初预算数的差异原因",
        "functional.total.prior": "一般公共预算财政拨款支出与上年决算相比的变动原因",
        "three_public.adjusted": "“三公”经费支出决算与预算差异原因",
        "three_public.prior": "“三公”经费支出与上年决算相比的变动原因",
        "three_public.abroad.purpose": "因公出国（境）费的开支内容",
        "three_public.abroad.prior": "因公出国（境）费的变动原因",
        "three_public.vehicles.prior": "公务用车购置及运行维护费的变动原因",
        "three_public.vehicle_purchase.purpose": "公务用车购置费的开支内容",
        "three_public.vehicle_purchase.prior": "公务用车购置费的变动原因",
        "three_public.vehicle_operation.purpose": "公务用车运行维护费的开支内容",
        "three_public.vehicle_operation.prior": "公务用车运行维护费的变动原因",
        "three_public.reception.purpose": "国内公务接待的开支内容",
        "three_public.reception.prior": "公务接待费的变动原因",
        "government_fund.prior": "政府性基金预算财政拨款支出的变动原因",
        "state_capital.prior": "国有资本经营预算财政拨款支出的变动原因",
        "operating_expenses.prior": "机构运行经费的变动原因",
    }
)
"""The topics of remarks, each with what it explains; besides them ``functional.<code>`` and ``functional.<code>.purpose``
for single 项."""

TOPIC_PATTERN = r"functional\.2[0-9]{6}(?:\.purpose)?"
"""The topics of a 项: the reason why it differs from its initial budget (决算数与年初预算数的差异原因), and, with ``.purpose``,
what it was spent on (主要用于)."""

_FUNCTIONAL = re.compile(TOPIC_PATTERN)


def _check_topic(topic: object, *, guess: bool) -> Problem | None:
    if isinstance(topic, str) and (topic in TOPICS or _FUNCTIONAL.fullmatch(topic)):
        return None
    shown = str(topic)[:80]
    # To guess takes its time, and where nearly everything is wrong it does not help.
    near = difflib.get_close_matches(shown, [*TOPICS, "functional.2040601"], 2, 0.5) if guess else []
    hint = f", such as {' or '.join(near)}" if near else " (see govfinance.model.TOPICS)"
    hint_zh = f"，如 {'、'.join(near)}" if near else "（见 govfinance.model.TOPICS）"
    return Problem("unknown-topic", f"expected a topic of remarks{hint}", f"应为说明事项的地址{hint_zh}", shown)


def _to_texts(texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> Mapping[str, str]:
    problems: list[Problem] = []
    result: dict[str, str] = {}
    for topic, text in _pairs(texts):
        if topic in result:
            problems.append(Problem("duplicate", "expected one text on a topic", "同一事项只应有一条说明", topic))
        result[topic] = text
        problem = _check_topic(topic, guess=len(problems) < 20)
        if problem is not None:
            problems.append(problem)
        checked: object = required_text(text)
        if isinstance(checked, Invalid):
            problems.extend(wrong.at(str(topic)[:80]) for wrong in checked.problems)
    if problems:
        raise InvalidInputError(problems)
    return MappingProxyType(result)


def _pairs(texts: object) -> Iterable[tuple[str, str]]:
    if isinstance(texts, Mapping):
        return cast("Iterable[tuple[str, str]]", texts.items())
    pairs = list(texts) if isinstance(texts, Iterable) and not isinstance(texts, str) else [texts]
    if all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        return cast("Iterable[tuple[str, str]]", pairs)
    raise InvalidInputError(
        [Problem("not-remarks", "expected a mapping of topics to texts", "应为事项到文本的映射", "texts")]
    )


def _sorted_items(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(texts.items()))


@frozen
class Remarks:
    """变动原因, 事项 and the other texts of the narrative, by topic (`TOPICS`).

    >>> remarks = Remarks({"overall.opening.prior": "上年项目结转增加", "functional.2040601": "人员增加"})
    >>> remarks.get("functional.2040601"), remarks.get("fiscal.total.prior")
    ('人员增加', None)
    """

    texts: Mapping[str, str] = field(
        factory=dict, converter=_to_texts, eq=_sorted_items, metadata={"kind": FieldKind("topics")}
    )

    def get(self, topic: str) -> str | None:
        """The text on a topic, or None."""
        return self.texts.get(topic)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def __repr__(self) -> str:
        return f"Remarks({dict(self.texts)!r})"

    def __reduce__(self) -> tuple[type[Remarks], tuple[dict[str, str]]]:
        return Remarks, (dict(self.texts),)
