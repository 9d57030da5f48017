"""Reports made by hand about a made-up document, for the tests of what is seen of them."""

from govfinance.audit import AuditReport, Coverage, Finding, Rule, Severity, UnclaimedNumber
from govfinance.calc import Verdict
from govfinance.document import Place, PublishedDocument, PublishedTable, PublishedText

REVENUE = "（一）收入决算总计1,500.00万元。与年初预算相比，收、支总计各减少120.00万元，增长8.70%，变动原因：人员增加。"
RESIDUE = "二、其他重要事项XX单位<script>alert(1)</script>"
TABLE = PublishedTable(
    rows=(
        ("项目", "决算数", "年初预算数"),
        ("一、一般公共服务支出", "1,200.00", "1,100.00"),
        ("二、社会保障和就业支出", "300.00", "280.00"),
        ("合计", "1,510.00", "1,380.00"),
    ),
    pages=(2, 2, 2, 2),
)
DOCUMENT = PublishedDocument(
    name="甲县乙局2024.pdf",
    kind="pdf",
    blocks=(
        PublishedText(text="一、收入支出决算总体情况说明", page=1, heading=True),
        PublishedText(text=REVENUE, page=1, breaks=((40, 2),)),
        TABLE,
        PublishedText(text=RESIDUE, page=3),
    ),
    notes=("image-without-text:4",),
)


def rule(code: str, kind: str, severity: Severity = Severity.ERROR) -> Rule:
    """A rule with made-up words."""
    return Rule(
        code=code, kind=kind, severity=severity, zh="规则", en="rule", ground_zh="区间推算", ground_en="intervals"
    )


def within(block: int, part: str) -> Place:
    """The place of a part of a paragraph of the document."""
    paragraph = DOCUMENT.blocks[block]
    assert isinstance(paragraph, PublishedText)
    start = paragraph.text.index(part)
    return Place(block=block, start=start, end=start + len(part))


TOTAL = Finding(
    rule=rule("text-table", "text_vs_table"),
    verdict=Verdict.INCONSISTENT,
    place=within(1, "收入决算总计1,500.00万元"),
    section="一、收入支出决算总体情况说明",
    page=1,
    quote="（一）收入决算总计1,500.00万元。",
    printed="1,500.00万元",
    expected="1,510.00万元",
    zh="收入决算总计与决算总表不符",
    en="the total of revenue is not that of the table",
    derivation="1,200.00 + 310.00 = 1,510.00",
    against=(Place(block=2, row=3, column=1),),
)
DIRECTION = Finding(
    rule=rule("direction", "wrong_direction"),
    verdict=Verdict.INCONSISTENT,
    place=within(1, "减少120.00万元，增长8.70%"),
    section="一、收入支出决算总体情况说明",
    page=2,
    quote="收、支总计各减少120.00万元，增长8.70%",
    printed="减少120.00万元",
    expected="增加120.00万元",
    zh="方向与数据相反",
    en="the direction is the opposite",
    diagnosis_zh="同句写“增长”",
    diagnosis_en="the same sentence says 增长",
)
RATE = Finding(
    rule=rule("rate", "rate_recompute", Severity.WARNING),
    verdict=Verdict.ROUNDING,
    place=within(1, "120.00万元，增长8.70%"),
    section="一、收入支出决算总体情况说明",
    page=2,
    quote="增长8.70%",
    zh="比率与重算不符",
    en="the rate is another",
)
SUM = Finding(
    rule=rule("sum", "within_table_sum"),
    verdict=Verdict.INCONSISTENT,
    place=Place(block=2, row=3, column=1),
    section="收入支出决算总表",
    page=2,
    quote="1,510.00",
    printed="1,510.00",
    expected="1,500.00",
    zh="合计不等于各项之和",
    en="the total is not the sum of its parts",
)
LEFT_IN = Finding(
    rule=rule("residue", "template_residue"),
    verdict=Verdict.INCONSISTENT,
    place=within(3, "XX"),
    page=3,
    quote=RESIDUE,
    printed="XX",
    zh="模板占位未填写",
    en="a placeholder was left in",
)
MISSING = Finding(
    rule=rule("section", "missing_section", Severity.INFO),
    verdict=Verdict.UNVERIFIABLE,
    place=Place(block=99),
    zh="缺少“名词解释”",
    en="the section of terms is missing",
)
REPORT = AuditReport(
    document=DOCUMENT,
    department="甲县乙局",
    year=2024,
    jurisdiction="inner-mongolia",
    findings=(MISSING, RATE, LEFT_IN, SUM, DIRECTION, TOTAL),
    coverage=Coverage(
        seen=12,
        claimed=10,
        checked=9,
        unclaimed=(UnclaimedNumber(printed="280.00", place=Place(block=2, row=2, column=2), why="unknown", page=2),),
        skipped=(("three-public", "没有“三公”经费表", "there is no table of the three public expenses"),),
    ),
)
CLEAN = AuditReport(document=PublishedDocument(name="丙局.txt", blocks=(PublishedText(text="无。"),)))
