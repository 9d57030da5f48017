"""The document as text, Markdown and data: whatever people wrote stays text."""

import json
from pathlib import Path

import pytest
from attrs import evolve

import govfinance as gf
from govfinance.document import Chart, Document, NumberSpan, Paragraph, Section
from govfinance.sentences import UnsayableError

EXAMPLE = "examples/chifeng-justice-2023.json"


@pytest.fixture(scope="module")
def accounts() -> gf.FinalAccounts:
    return gf.load(EXAMPLE)


@pytest.fixture(scope="module")
def document(accounts: gf.FinalAccounts) -> Document:
    return gf.compose(accounts, gf.jurisdiction("inner-mongolia", year=2023))


def test_a_section_is_found_by_its_number(document: Document) -> None:
    assert "十一、机构运行经费支出决算情况说明" == document.section("十一").heading
    with pytest.raises(KeyError):
        document.section("十五")


def test_the_charts_show_the_printed_shares_as_fractions(document: Document) -> None:
    charts = [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]
    assert ["图1.收入决算图", "图2.支出决算图"] == [chart.caption for chart in charts]
    assert ("一般公共预算财政拨款收入", "0.8724") == charts[0].points[0]
    assert ["0.6684", "0.3316", "0", "0", "0"] == [value for _, value in charts[1].points]


def test_text_markdown_and_json_have_the_same_paragraphs(document: Document) -> None:
    text, data = document.to_text(), json.loads(document.to_json())
    plain = document.to_markdown().replace("\\", "")
    for section in data["sections"]:
        for block in section["blocks"]:
            shown = block.get("text", block.get("caption"))
            assert shown in text
            assert shown in plain


def test_markup_that_people_wrote_stays_text_in_markdown() -> None:
    paragraph = Paragraph(text="1. *重点* <b>甲</b> [乙](丙) `丁` | # ~~戊~~ ![己] &amp; \\")
    made = Document(title="题", part="部", sections=(Section(number="一", title="节", blocks=(paragraph,)),))
    last = made.to_markdown().splitlines()[-1]
    assert r"1\. \*重点\* \<b\>甲\</b\> \[乙\](丙) \`丁\` \| \# \~\~戊\~\~ \!\[己\] \&amp; \\" == last


def test_a_paragraph_can_be_made_with_its_numbers() -> None:
    span = NumberSpan(start=0, end=1, slot="a")
    made = Paragraph(text="1辆", numbers=(span,))
    assert (span,) == made.numbers
    data = Document(title="题", part="部", sections=(Section(number="一", title="节", blocks=(made,)),)).to_dict()
    (number,) = data["sections"][0]["blocks"][0]["numbers"]
    assert {"start": 0, "end": 1, "text": "1", "field": "a", "derivation": None} == number


def test_a_notice_stands_below_the_title_and_only_where_there_is_one(document: Document) -> None:
    assert ("zh", "") == (document.lang, document.notice)
    assert document.to_text().startswith(f"{document.title}\n\n{document.part}\n\n一、")
    made = Document(title="T", part="P", sections=(Section(number="1", title="S", blocks=()),), lang="en", notice="N *")
    assert "T\n\nN *\n\nP\n\n1. S\n" == made.to_text()
    assert "# T\n\n> N \\*\n\n## P\n\n### 1\\. S\n" == made.to_markdown()
    assert {"lang": "en", "title": "T", "notice": "N *", "part": "P"}.items() <= made.to_dict().items()


@pytest.mark.parametrize(
    "reason",
    [
        "甲" * 10_000,
        "<script>alert(1)</script>",
        "=1+1",
        "增加。减少；持平，100%",
        "一行\n二行\n三行",
        "结束。",
        "{name}[{x}]<a|b>",
    ],
)
def test_whatever_a_reason_is_it_appears_as_text(accounts: gf.FinalAccounts, reason: str) -> None:
    remarks = gf.Remarks({**accounts.remarks.texts, "overall.opening.prior": reason})
    made = gf.compose(evolve(accounts, remarks=remarks), gf.jurisdiction("inner-mongolia", year=2023))
    assert f"变动原因：{reason.replace(chr(10), '').removesuffix('。')}。" in made.to_text()


def test_a_text_that_would_be_read_as_the_form_is_refused_with_its_place(accounts: gf.FinalAccounts) -> None:
    reason = "甲。与上年决算相比，收、支总计各增加1.00万元，增长1.00%"
    remarks = gf.Remarks({**accounts.remarks.texts, "overall.total.initial": reason})
    with pytest.raises(UnsayableError) as caught:
        gf.compose(evolve(accounts, remarks=remarks), gf.jurisdiction("inner-mongolia", year=2023))
    (problem,) = caught.value.problems
    assert problem.path.startswith("overall.total")
    assert "would be read back as something else" in problem.en
    assert len(problem.en) < 250


def test_a_share_of_what_is_not_known_is_left_out_and_said() -> None:
    raw = json.loads(Path(EXAMPLE).read_text(encoding="utf-8"))
    # the fund spent 100.00万元, but no item says how much of it on projects: 50.00 of it is no share of anything known
    raw["fiscal"]["funds"]["government_fund"]["expenditure"]["actual"] = "1000000"
    raw["performance"]["self_evaluations"]["government_fund"] = {"projects": 1, "amount": "500000"}
    accounts = gf.loads(json.dumps(raw))
    form = gf.jurisdiction("inner-mongolia", year=2023)
    text = gf.compose(accounts, form).to_text()
    assert "占一般公共预算项目支出总额的100%；政府性基金预算项目1个，涉及资金50万元。" in text
    omitted = [one.paths for one in gf.derive(accounts, form).omissions if one.topic == "performance.coverage"]
    assert [("functional.government_fund.*.project",)] == omitted


def test_the_version_is_that_of_the_package() -> None:
    assert gf.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="nothing"):
        gf.nothing  # noqa: B018
