"""What is seen of a report: JSON and its schema, the table, the text, the page."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve

from govfinance.audit import KINDS, AuditReport, Finding
from govfinance.audit._schema import report_schema
from govfinance.audit._show import to_csv, to_dict, to_html, to_json, to_pdf, to_text
from govfinance.audit._show._annotated import marks_of_pdf
from govfinance.audit._show._marks import Mark, pieces
from govfinance.audit._show._spot import Quote, quoted, spot
from govfinance.audit._show._words import kind
from govfinance.audit._show._wrap import columns
from govfinance.document import Place, PublishedDocument, PublishedText
from govfinance.errors import InvalidInputError
from govfinance.io import read
from tests.audit_reports import CLEAN, DIRECTION, DOCUMENT, LEFT_IN, MISSING, RATE, REPORT, REVENUE, SUM, TOTAL

HOSTILE = "=HYPERLINK(\"http://x\")\x1b[31m\ud800<b onclick='x'>\u202e"


def hostile() -> AuditReport:
    """A report in which every text is out to do harm."""
    document = PublishedDocument(name=HOSTILE, blocks=(PublishedText(text=HOSTILE),))
    finding = evolve(
        TOTAL,
        place=Place(block=0, start=0, end=5),
        section=HOSTILE,
        quote=HOSTILE,
        printed=HOSTILE[:5],
        expected=HOSTILE,
        zh=HOSTILE,
        en=HOSTILE,
        derivation=HOSTILE,
        against=(),
    )
    return AuditReport(document=document, department=HOSTILE, findings=(finding,))


def only(finding: Finding) -> AuditReport:
    """The report with one finding."""
    return evolve(REPORT, findings=(finding,))


# --- where it stands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("finding", "marked"),
    [
        pytest.param(TOTAL, "1,500.00万元", id="what is printed, within its sentence"),
        pytest.param(DIRECTION, "减少120.00万元", id="a word and a number"),
        pytest.param(RATE, "120.00万元，增长8.70%", id="the place, where nothing is printed"),
        pytest.param(SUM, "1,510.00", id="a whole cell"),
        pytest.param(LEFT_IN, "XX", id="a residue"),
    ],
)
def test_what_is_wrong_is_marked_as_narrowly_as_it_is_known(finding: Finding, marked: str) -> None:
    place = spot(DOCUMENT, finding)
    assert place is not None
    assert marked == DOCUMENT.quote(place)


def test_what_is_missing_stands_nowhere() -> None:
    assert spot(DOCUMENT, MISSING) is None


def test_a_number_is_not_found_within_a_longer_one() -> None:
    text = "占10.32%，即0.3万元"
    document = PublishedDocument(blocks=(PublishedText(text=text),))
    finding = evolve(TOTAL, place=Place(block=0, end=len(text)), printed="0.3", quote=text)
    assert Place(block=0, start=9, end=12) == spot(document, finding)
    assert Quote("占10.32%，即", "0.3", "万元") == quoted(document, finding)


def test_white_space_within_a_number_does_not_hide_it() -> None:
    text = "总计1 500.0 0万元"
    document = PublishedDocument(blocks=(PublishedText(text=text),))
    finding = evolve(TOTAL, place=Place(block=0, end=len(text)), printed="1500.00", quote=text)
    assert Place(block=0, start=2, end=11) == spot(document, finding)


@pytest.mark.parametrize(
    "place",
    [
        Place(block=-1),
        Place(block=2),
        Place(block=2, row=99, column=0),
        Place(block=2, row=1),
        Place(block=0, start=5, end=2),
        Place(block=0, start=900, end=999),
        Place(block=0, row=1, column=1),
    ],
)
def test_a_place_that_is_none_is_shown_all_the_same(place: Place) -> None:
    report = only(evolve(TOTAL, place=place, against=(place,)))
    assert "收入决算总计与决算总表不符" in to_text(report)
    assert "收入决算总计与决算总表不符" in to_html(report)
    assert to_csv(report)
    assert len([*marks_of_pdf(report)]) <= 1


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_the_names_of_the_json_are_those_that_programs_rely_on() -> None:
    data = json.loads(to_json(REPORT, "en"))
    assert ["document", "department", "year", "jurisdiction", "coverage", "findings"] == [*data]
    assert ["seen", "claimed", "checked", "unclaimed", "skipped"] == [*data["coverage"]]
    assert {
        "code": "direction",
        "kind": "wrong_direction",
        "verdict": "INCONSISTENT",
        "severity": "error",
        "section": "一、收入支出决算总体情况说明",
        "page": 2,
        "quote": "收、支总计各减少120.00万元，增长8.70%",
        "printed": "减少120.00万元",
        "expected": "增加120.00万元",
        "message": "the direction is the opposite (the same sentence says 增长)",
        "message_en": "the direction is the opposite (the same sentence says 增长)",
        "derivation": "",
        "diagnosis": "the same sentence says 增长",
        "place": {
            "block": 1,
            "start": REVENUE.index("减少"),
            "end": REVENUE.index("，变动"),
            "row": None,
            "column": None,
        },
    } == data["findings"][4]


def test_messages_of_the_json_are_in_the_language_that_was_asked_for() -> None:
    finding = to_dict(REPORT, "zh")["findings"][4]
    assert "方向与数据相反（同句写“增长”）" == finding["message"]
    assert "同句写“增长”" == finding["diagnosis"]
    assert "the direction is the opposite (the same sentence says 增长)" == finding["message_en"]


def test_the_json_says_what_was_left_aside_and_what_could_not_run() -> None:
    coverage = to_dict(REPORT, "en")["coverage"]
    assert (12, 10, 9) == (coverage["seen"], coverage["claimed"], coverage["checked"])
    assert [{"printed": "280.00", "why": "unknown", "page": 2, "section": "", "quote": "280.00"}] == coverage[
        "unclaimed"
    ]
    assert ["image-without-text", "three-public"] == [one["code"] for one in coverage["skipped"]]
    assert "there is no table of the three public expenses" == coverage["skipped"][1]["reason"]
    assert "没有“三公”经费表" == to_dict(REPORT, "zh")["coverage"]["skipped"][1]["reason"]


def test_one_report_is_an_object_and_several_are_a_list() -> None:
    assert isinstance(json.loads(to_json(CLEAN)), dict)
    assert ["丙局.txt"] == [one["document"] for one in json.loads(to_json([CLEAN]))]
    assert ["甲县乙局2024.pdf", "丙局.txt"] == [one["document"] for one in json.loads(to_json([REPORT, CLEAN]))]
    assert [] == json.loads(to_json([]))


@pytest.mark.parametrize(
    "reports",
    [REPORT, CLEAN, [], [CLEAN], [REPORT, CLEAN], hostile()],
    ids=["one", "clean", "no", "list", "two", "bad"],
)
def test_reports_are_valid_by_the_schema(reports: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(report_schema())
    for lang in ("zh", "en"):
        jsonschema.validate(json.loads(to_json(reports, lang)), report_schema())


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("year"),
        lambda data: data.update(more=1),
        lambda data: data["findings"][0].update(kind="unheard_of"),
        lambda data: data["findings"][0].update(severity="ERROR"),
        lambda data: data["findings"][0].update(page=0),
        lambda data: data["coverage"].update(seen=-1),
        lambda data: data["coverage"]["unclaimed"][0].pop("why"),
    ],
)
def test_what_is_no_report_is_refused_by_the_schema(change: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = to_dict(REPORT)
    change(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, report_schema())


# --- the table -------------------------------------------------------------------------------------------------------


def rows(text: str) -> list[dict[str, str]]:
    """The lines of the table, by the names of the columns."""
    return [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]


def test_the_table_has_one_finding_a_line_and_all_documents() -> None:
    text = to_csv([REPORT, CLEAN, REPORT])
    assert text.startswith("\ufeffdocument,department,year,jurisdiction,code,kind,verdict,severity,section,page,")
    found = rows(text)
    assert 12 == len(found)
    assert ("甲县乙局2024.pdf", "2024", "text-table", "1", "1,500.00万元", "1,510.00万元") == tuple(
        found[5][name] for name in ("document", "year", "code", "page", "printed", "expected")
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("＝1+1", "'＝1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-12,345.60", "-12,345.60"),
        ("-2.61%", "-2.61%"),
        ("收入=支出", "收入=支出"),
    ],
)
def test_no_cell_of_the_table_is_a_formula(text: str, cell: str) -> None:
    assert cell == rows(to_csv(only(evolve(TOTAL, printed=text))))[0]["printed"]


# --- the text --------------------------------------------------------------------------------------------------------


def test_the_text_has_errors_first_each_with_its_quote_and_what_was_expected() -> None:
    assert """\
甲县乙局 · 2024年度 · inner-mongolia
甲县乙局2024.pdf
4 处错误，1 处存疑，1 处提示

错误（4）
 1  一、收入支出决算总体情况说明 · 第1页
    “（一）收入决算总计【1,500.00万元】。”
    1,500.00万元 → 1,510.00万元
    收入决算总计与决算总表不符
    依据：1,200.00 + 310.00 = 1,510.00
    [text-table · 文表不符]
 2  一、收入支出决算总体情况说明 · 第2页
    “收、支总计各【减少120.00万元】，增长8.70%”
    减少120.00万元 → 增加120.00万元
    方向与数据相反（同句写“增长”）
    [direction · 增减方向]
 3  收入支出决算总表 · 第2页
    “合计：【1,510.00】”
    1,510.00 → 1,500.00
    合计不等于各项之和
    [sum · 表内合计]
""" in to_text(REPORT)


def test_the_text_ends_with_what_was_covered_and_what_was_not() -> None:
    assert to_text(REPORT, "en").endswith(
        """\
coverage: 12 numbers seen, 10 understood, 9 compared, 1 left aside
  - not understood: 1
not checked (2)
  - an image without text, which was not read (4)
  - there is no table of the three public expenses [three-public]
"""
    )


def test_a_document_in_which_nothing_is_wrong_is_said_to_be_so() -> None:
    assert "nothing found that cannot be true" in to_text(CLEAN, "en")
    assert "未发现不成立之处" in to_text(CLEAN)


@pytest.mark.parametrize("width", [30, 60, 80])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, lang: Any) -> None:
    long = evolve(TOTAL, zh="核对" * 100, en="compared " * 50, quote=REVENUE, derivation="1,200.00 + " * 30)
    for line in to_text(evolve(REPORT, findings=(long, *REPORT.findings)), lang, width=width).splitlines():
        assert columns(line) <= width, line
        assert re.match(r" *[，。、：；）”】]", line) is None


def test_wrapping_loses_nothing() -> None:
    whole, narrow = (re.sub(r"\s", "", to_text(REPORT, width=width)) for width in (None, 40))
    assert whole == narrow


def test_colours_change_nothing_but_colours() -> None:
    painted = to_text(REPORT, width=50, paint=lambda text, tone: f"\x1b[{tone}m{text}\x1b[m")
    assert "\x1b[redm【1,500.00万元】\x1b[m" in painted
    assert to_text(REPORT, width=50) == re.sub(r"\x1b\[[a-z]*m", "", painted)


def test_a_long_quote_is_shortened_around_what_is_wrong() -> None:
    text = "前" * 500 + "1.00万元" + "后" * 500
    document = PublishedDocument(blocks=(PublishedText(text=text),))
    finding = evolve(TOTAL, place=Place(block=0, end=len(text)), quote=text, printed="1.00万元")
    shown = to_text(AuditReport(document=document, findings=(finding,)))
    assert "“…" + "前" * 60 + "【1.00万元】" + "后" * 40 + "…”" in shown


# --- the page --------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page has: names, links, marks, and the tags that are open."""

    void = frozenset({"meta", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if tag not in self.void:
            self.open.append(tag)
        if values.get("id"):
            self.names.append(str(values["id"]))
        if tag == "a":
            self.links.append(str(values["href"]))
        self.loaded += [str(values[name]) for name in ("src", "srcset", "data", "action") if name in values]
        self.loaded += [str(values["href"])] if tag in ("link", "base") else []
        if tag == "mark" and "data-findings" in values:
            self.marks.append((str(values["class"]), str(values["data-findings"])))
        assert not any(name.startswith("on") for name in values)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


@pytest.mark.parametrize(
    "reports", [REPORT, CLEAN, hostile(), [REPORT, CLEAN, REPORT]], ids=["one", "clean", "bad", "three"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_whole_and_loads_nothing(reports: Any, lang: Any) -> None:
    text = to_html(reports, lang)
    page = Page(text)
    assert len(page.names) == len(set(page.names))
    assert {link.removeprefix("#") for link in page.links} <= {*page.names}
    assert all(link.startswith("#") for link in page.links)
    assert [] == page.loaded
    assert 1 == page.tags.count("script")
    assert "url(" not in text
    assert "@import" not in text
    assert re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\ud800-\udfff]", text) is None


def test_marks_and_list_lead_to_each_other() -> None:
    page = Page(to_html(REPORT))
    for number in range(1, 6):
        assert f"m1-{number}" in page.names
        assert {f"#m1-{number}", f"#f1-{number}"} <= {*page.links}
    assert "f1-6" in page.names  # what is missing is in the list only
    assert "m1-6" not in page.names


def test_marks_that_overlap_are_cut() -> None:
    marks = Page(to_html(REPORT)).marks
    assert [
        ("error", "f1-1"),
        ("error", "f1-2"),
        ("error", "f1-2 f1-5"),
        ("warning", "f1-5"),
        ("error", "f1-3 f1-1"),
        ("error", "f1-4"),
    ] == marks


def test_the_text_of_the_document_stays_text() -> None:
    text = to_html(REPORT)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text


def test_a_blank_cell_is_marked_where_it_is() -> None:
    table = PublishedDocument(blocks=(evolve(DOCUMENT.blocks[2], rows=(("合计", ""),)),))
    finding = evolve(SUM, place=Place(block=0, row=0, column=1), quote="", printed="")
    assert '<mark class="error empty" id="m1-1"' in to_html(AuditReport(document=table, findings=(finding,)))


def test_pages_of_the_document_are_told() -> None:
    assert ["第1页", "第2页", "第3页"] == re.findall('<p class="page"[^>]*>(.*?)</p>', to_html(REPORT))


def test_the_pieces_of_a_text_are_the_text() -> None:
    text = "甲乙丙丁戊己庚辛"
    marks = [
        Mark(0, 5, 1, "error"),
        Mark(2, 3, 2, "info"),
        Mark(4, 8, 3, "warning"),
        Mark(8, 8, 4, "info"),
        Mark(2, 2, 5, "info"),
    ]
    cut = [*pieces(text, marks)]
    assert text == "".join(piece.text for piece in cut)
    assert [[1], [5], [1, 2], [1], [1, 3], [3], [4]] == [[mark.number for mark in piece.marks] for piece in cut]
    assert sorted(mark.number for piece in cut for mark in piece.closes) == [1, 2, 3, 4, 5]


# --- all of them -----------------------------------------------------------------------------------------------------


def test_nothing_of_a_document_can_steer_a_terminal_or_break_a_file() -> None:
    for text in (to_text(hostile(), width=40), to_csv(hostile()), to_html(hostile()), to_json(hostile())):
        assert text.encode()
        assert "\x1b" not in text
    assert "'=HYPERLINK" in to_csv(hostile())


def test_every_kind_has_words_in_both_languages() -> None:
    for name in KINDS:
        assert re.search("[\u4e00-\u9fff]", kind(name, "zh"))
        assert re.fullmatch("[a-z' ]+", kind(name, "en"))


def test_highlights_have_the_numbers_of_the_text() -> None:
    first, *_, last = marks_of_pdf(REPORT)
    assert "1 收入决算总计与决算总表不符\n1,500.00万元 → 1,510.00万元\n1,200.00 + 310.00 = 1,510.00" == first.text
    assert (1, REVENUE.index("1,500"), REVENUE.index("。与")) == (
        DOCUMENT.blocks.index(first.block),
        first.start,
        first.end,
    )
    assert last.text.startswith("5 ")


def test_a_pdf_is_annotated_where_its_findings_stand() -> None:
    pytest.importorskip("pypdfium2")
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.drawString(72, 700, "Total revenue 1,500.00 and so on")
    page.save()
    document = read(file.getvalue(), name="made-up.pdf")
    finding = evolve(TOTAL, place=Place(block=0, end=32), quote="", printed="1,500.00", against=())
    report = AuditReport(document=document, findings=(finding, MISSING))
    annotated = to_pdf(report, file.getvalue(), "en")
    assert annotated.startswith(b"%PDF")
    assert 0 == file.getvalue().count(b"/Highlight")
    assert 1 == annotated.count(b"/Highlight")
    assert document.blocks == read(annotated, name="made-up.pdf").blocks
    with pytest.raises(InvalidInputError, match="only a PDF can be annotated"):
        to_pdf(CLEAN, file.getvalue())
