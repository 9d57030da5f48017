"""What the checks of numbers look for: codes, kinds, and grounds."""

from __future__ import annotations

from typing import Final

from govfinance.audit._report import Rule, Severity

__all__ = ["RULES"]

_SUM: Final = (
    "合计等于各部分之和，按显示位数的舍入区间判断",
    "a total is the sum of its parts, within the rounding of what is printed",
)
_RATE: Final = (
    "增减率＝增减额÷基数×100%，占比＝部分÷合计×100%，完成率＝决算数÷预算数×100%；按显示位数的舍入区间判断",
    "growth = change / base, share = part / whole, execution = actual / budget, within the rounding of what is printed",
)
_SAME: Final = ("同一数据在同一文件中只能有一个值", "one quantity has one value throughout a document")
_ZERO: Final = ("基数为零时不存在增减率、占比或完成率", "nothing has a rate on a base of zero")
_LIST: Final = (
    "“主要包括”应列示决算表中有数的科目，不列示无数的科目",
    "a list of what an amount consists of names the items that the table has amounts for, and no others",
)
_DIRECTION: Final = ("增减方向由决算数与基数的差决定", "the direction follows from the two figures")
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Final = {
    rule.code: rule
    for rule in (
        Rule(
            code="sum-differs",
            kind="arithmetic",
            severity=_E,
            zh="合计与各部分之和不符",
            en="a total differs from the sum of its parts",
            ground_zh=_SUM[0],
            ground_en=_SUM[1],
        ),
        Rule(
            code="change-differs",
            kind="arithmetic",
            severity=_E,
            zh="增减额与两数之差不符",
            en="a change differs from the difference of the two figures",
            ground_zh=_SUM[0],
            ground_en=_SUM[1],
        ),
        Rule(
            code="rate-differs",
            kind="rate_recompute",
            severity=_E,
            zh="比率与重新计算的结果不符",
            en="a rate differs from what its figures give",
            ground_zh=_RATE[0],
            ground_en=_RATE[1],
        ),
        Rule(
            code="rate-on-nothing",
            kind="zero_base",
            severity=_E,
            zh="基数为零却有比率",
            en="a rate on a base of zero",
            ground_zh=_ZERO[0],
            ground_en=_ZERO[1],
        ),
        Rule(
            code="nothing-of-nothing",
            kind="zero_base",
            severity=_W,
            zh="基数为零，不存在这一比率",
            en="a rate on nothing, as a convention has it",
            ground_zh=_ZERO[0],
            ground_en=_ZERO[1],
        ),
        Rule(
            code="direction-wrong",
            kind="wrong_direction",
            severity=_E,
            zh="增减方向与数据不符",
            en="the direction contradicts the figures",
            ground_zh=_DIRECTION[0],
            ground_en=_DIRECTION[1],
        ),
        Rule(
            code="text-not-table",
            kind="text_vs_table",
            severity=_E,
            zh="文字与表格不一致",
            en="text and table differ",
            ground_zh=_SAME[0],
            ground_en=_SAME[1],
        ),
        Rule(
            code="text-not-text",
            kind="text_vs_text",
            severity=_E,
            zh="前后文字不一致",
            en="two places of the text differ",
            ground_zh=_SAME[0],
            ground_en=_SAME[1],
        ),
        Rule(
            code="table-not-table",
            kind="table_vs_table",
            severity=_E,
            zh="表间不一致",
            en="two tables differ",
            ground_zh=_SAME[0],
            ground_en=_SAME[1],
        ),
        Rule(
            code="table-sum-differs",
            kind="within_table_sum",
            severity=_E,
            zh="表内合计不符",
            en="a total within a table differs from its parts",
            ground_zh=_SUM[0],
            ground_en=_SUM[1],
        ),
        Rule(
            code="listed-but-nil",
            kind="list_vs_table",
            severity=_E,
            zh="列示了表中无数的科目",
            en="an item is listed that the table has nothing for",
            ground_zh=_LIST[0],
            ground_en=_LIST[1],
        ),
        Rule(
            code="not-listed",
            kind="list_vs_table",
            severity=_E,
            zh="表中有数的科目未列示",
            en="an item of the table is not listed",
            ground_zh=_LIST[0],
            ground_en=_LIST[1],
        ),
        Rule(
            code="not-as-known",
            kind="against",
            severity=_E,
            zh="与给定的决算数据不符",
            en="differs from the accounts that were given",
            ground_zh=_SAME[0],
            ground_en=_SAME[1],
        ),
        Rule(
            code="tail-difference",
            kind="within_table_sum",
            severity=_I,
            zh="尾差",
            en="differences by rounding alone",
            ground_zh=_SUM[0],
            ground_en=_SUM[1],
        ),
        Rule(
            code="tail-difference-of-text",
            kind="arithmetic",
            severity=_I,
            zh="尾差",
            en="differences by rounding alone",
            ground_zh=_SUM[0],
            ground_en=_SUM[1],
        ),
        Rule(
            code="not-together",
            kind="joint",
            severity=_E,
            zh="各项表述不能同时成立",
            en="statements that cannot be true together",
            ground_zh="不存在一组金额，四舍五入后同时得到所列各数",
            ground_en="no exact amounts round to all of these figures at once",
        ),
    )
}
