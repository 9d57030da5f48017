"""The narrative of the example against the published one: what comes out otherwise is listed, with its erratum.

Compared are the sentences with numbers and the headings; white space and the texts that people write are not. The
README of the examples has the same list.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import govfinance as gf

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SENTENCES = 196

# The texts of people, up to where the next statement begins.
FREE = r"(变动原因|差异原因|开支内容|结余分配事项|结转和结余事项|项目绩效目标完成情况|发现的主要问题及原因|下一步改进措施)[：:]"


class Otherwise(NamedTuple):
    """A sentence that comes out otherwise: section, published (… for what is left out here), ours, errata."""

    section: str
    published: str
    ours: str
    errata: str


NONE = "–"  # nothing published, or free text of people that no erratum is about

OTHERWISE = [
    Otherwise("五（一）", "一般公共服务类决算数为4.15万元，与…", "一般公共服务支出类决算数为4.15万元", "41"),
    Otherwise(
        "五（二）",
        "公共安全类决算数为2,909.13万元，与…减少154.55万元",
        "公共安全支出类决算数为2,909.13万元，与年初预算相比减少155.31万元",
        "1, 3, 41",
    ),
    Otherwise(
        "五（二）1",
        "年初预算0万元，支出决算16.67万元，完成年初预算的0%",
        "年初预算0万元，支出决算16.67万元。决算数与年初预算数的差异原因",
        "10, 12",
    ),
    Otherwise(
        "五（二）12", "年初预算962.76万元，决算支出981.07万元，…", "年初预算962.76万元，支出决算981.07万元", "40"
    ),
    Otherwise("五（二）13", "年初预算85.64万元，决算支出88.3万元，…", "年初预算85.64万元，支出决算88.3万元", "40"),
    Otherwise("五（二）14", "年初预算296.04万元，决算支出0万元，…", "年初预算296.04万元，支出决算0万元", "40"),
    Otherwise(
        "五（二）15",
        "年初预算0万元，决算支出27.92万元，完成年初预算的0%",
        "年初预算0万元，支出决算27.92万元。决算数与年初预算数的差异原因",
        "11, 12, 40",
    ),
    Otherwise(
        "五（四）",
        "卫生健康支出类决算数为164.55万元，与…增加3.97万元",
        "卫生健康支出类决算数为164.55万元，与年初预算相比增加3.32万元",
        "3, 4",
    ),
    Otherwise("六（一）", "基本工资…其他工资福利支出38.71、离休费…", "其他工资福利支出38.71万元、离休费", "25"),
    Otherwise("七（三）", "（三）资本性支出215.9万元", "（四）资本性支出215.90万元", "5, 53"),
    Otherwise("十一", "比上年决算相比，增加57.85万元，…", "与上年决算相比，增加57.85万元", "39"),
    Otherwise("十一", "赤峰市强制隔离戒毒所2022年度的民警体检费…", "上年度民警体检费在本年支付", NONE),
    Otherwise(
        "十二",
        "货物采购…，服务采购授予中小企业合同金额占服务支出金额的0%",
        "服务采购授予中小企业合同金额占服务支出金额的56.07%",
        "6",
    ),
    Otherwise(
        "十四（一）",
        "政府性基金预算项目0个，…支出总额的100%",
        "占应纳入绩效自评的政府性基金预算项目支出总额的0%",
        "17",
    ),
    Otherwise(
        "十四（二）10",
        "参与社区矫正人数36，已完成36人，指标2",
        "（1）参与社区矫正人数，目标值36人，实际完成36人",
        "51",
    ),
    Otherwise("十四（二）10", "旗县区个数10个，已完成10个", "（2）旗县区个数，目标值10个，实际完成10个", "51"),
    Otherwise(
        "十四（二）10",
        "参与社区矫正工作效率100%，已完成，指标2",
        "（3）参与社区矫正工作效率，目标值100%，实际完成100%",
        "51",
    ),
    Otherwise(
        "十四（二）10",
        "参与社区矫正工作待遇保障率100%，已完成",
        "（4）参与社区矫正工作待遇保障率，目标值100%，实际完成100%",
        "51",
    ),
    Otherwise(
        "十四（二）10",
        "每人补助时间360天，平均已完成200天",
        "（5）每人补助时间，目标值360天，实际完成平均200天",
        "51",
    ),
    Otherwise(
        "十四（二）10",
        "参与社区矫正工作时间1年，已完成",
        "（6）参与社区矫正工作时间，目标值1年，实际完成1年",
        "51",
    ),
    Otherwise(
        "十四（二）10",
        "参与社区矫正生活补助标准100元/人天，已完成，指标2",
        "（7）参与社区矫正生活补助标准，目标值100元/人天，实际完成100元/人天",
        "51",
    ),
    Otherwise(
        "十四（二）10",
        "社区矫正待遇保障总金小于等于108，已完成25.87%",
        "（8）社区矫正待遇保障总金，目标值小于等于108万元，实际完成25.87万元",
        "8, 51",
    ),
    Otherwise("十四（三）", "（3）部门项目绩效评价结果", "（三）部门项目绩效评价结果", "47"),
    Otherwise("七（三）", NONE, "（三）资本性支出（基本建设）16.68万元。主要包括：房屋建筑物购建16.68万元", "5"),
]

# Headings and marks that come out otherwise: 47 (lost numbering), 41 (short names of 类), 5 (a class left out).
REPLACED = {
    "1、收入支出决算总体情况说明": ["一、收入支出决算总体情况说明"],
    "（一）一般公共服务（类）": ["（一）一般公共服务支出（类）"],
    "（二）公共安全（类）": ["（二）公共安全支出（类）"],
    "（三）资本性支出": ["（三）资本性支出（基本建设）", "（四）资本性支出"],
    "（3）部门项目绩效评价结果": ["（三）部门项目绩效评价结果"],
}


def normal(text: str) -> str:
    """A text without white space and without what its extraction left in it."""
    return re.sub(r"\s", "", re.sub(r"\[bookmark:[^]]*]", "", text))


def lines(text: str) -> list[str]:
    """The lines of the second part that are not empty."""
    found = [normal(line) for line in text.splitlines()]
    start = next(number for number, line in enumerate(found) if "收入支出决算总体情况说明" in line)
    end = next((number for number, line in enumerate(found) if number > start and "第三部分" in line), None)
    return [line for line in found[start:end] if line]


def masked(line: str) -> str:
    """A line without the texts of people."""
    return re.sub(FREE + r"[^。；]*", r"\1：", line)


def sentences(text: str) -> list[str]:
    """The sentences with numbers; a number of a heading's own counts."""
    found = []
    for line in lines(text):
        whole = masked(re.sub("^1、", "", line))
        pieces = (piece.strip("。；：，") for piece in re.split(r"(?<=[。；：])", whole))
        found += [piece for piece in pieces if re.search("[0-9]", piece) and len(piece) > 6]
    return found


def outline(text: str) -> list[str]:
    """The marks at the beginning of lines, each with the words up to the first number or full stop."""
    mark = r"(?:[一二三四五六七八九十]+、|[0-9]、|（[一二三四五六七八九十0-9]+）|[0-9]+\.)"
    return [match[0] for line in lines(text) if (match := re.match(rf"{mark}[^0-9。]*", line))]


def fits(shortened: str, sentence: str) -> bool:
    """Whether a shortened sentence is this one."""
    return re.fullmatch(".*".join(map(re.escape, shortened.split("…"))), sentence) is not None


@pytest.fixture(scope="module")
def published(reference: Path) -> str:
    return (reference / "chifeng-2023" / "000_5cb74d6831ca2d00.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ours() -> str:
    accounts = gf.load(EXAMPLES / "chifeng-justice-2023.json")
    return gf.compose(accounts, gf.jurisdiction("inner-mongolia", year=2023)).to_text()


def test_every_published_sentence_comes_out_but_for_the_listed_ones(published: str, ours: str) -> None:
    wanted = sentences(published)
    assert SENTENCES == len(wanted)
    text = "\n".join(map(masked, lines(ours)))
    missing = [sentence for sentence in wanted if sentence not in text]
    listed = [row.published for row in OTHERWISE if row.published != NONE]
    assert len(listed) == len(missing)
    assert [] == [sentence for sentence in missing if sum(fits(row, sentence) for row in listed) != 1]
    assert [] == [row for row in listed if sum(fits(row, sentence) for sentence in missing) != 1]


def test_every_sentence_of_ours_was_published_but_for_the_counterparts_of_the_listed_ones(
    published: str, ours: str
) -> None:
    text = "\n".join(map(masked, lines(published)))
    new = [sentence for sentence in sentences(ours) if sentence not in text]
    # a counterpart is the beginning, the end or the whole of a sentence, or some of them
    assert [] == [
        sentence for sentence in new if not any(row.ours in sentence or sentence in row.ours for row in OTHERWISE)
    ]


def test_the_counterparts_come_out_and_were_not_published(published: str, ours: str) -> None:
    theirs, text = "\n".join(lines(published)), "\n".join(lines(ours))
    assert [] == [row.ours for row in OTHERWISE if row.ours not in text or row.ours in theirs]


def test_the_listed_sentences_are_errata(reference: Path) -> None:
    errata = (reference / "chifeng-2023" / "errata.md").read_text(encoding="utf-8")
    numbers = set(re.findall(r"^\| ([0-9]+) \|", errata, re.MULTILINE))
    assert [] == [row for row in OTHERWISE if row.errata != NONE and not numbers.issuperset(row.errata.split(", "))]
    assert ["十一"] == [row.section for row in OTHERWISE if row.errata == NONE]


def test_headings_and_marks_are_the_published_ones(published: str, ours: str) -> None:
    expected = [heading for line in outline(published) for heading in REPLACED.get(line, [line])]
    assert expected == outline(ours)
    assert len(REPLACED) == sum(line in REPLACED for line in outline(published))
    assert "第二部分部门决算情况说明" in normal(published)
    assert "第二部分部门决算情况说明" in normal(ours)


def test_the_readme_lists_the_same_sentences() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Sentences that come out otherwise than published")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    assert ["place", "published", "printed here", "why", "erratum"] == rows[0]
    assert OTHERWISE == [Otherwise(place, theirs, ours, errata) for place, theirs, ours, _, errata in rows[2:]]
    assert all(why for *_, why, _ in rows[2:])
