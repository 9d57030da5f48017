"""Published documents become paragraphs and tables, and what cannot be read becomes one clear problem."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govfinance.document import PublishedDocument, PublishedTable, PublishedText
from govfinance.errors import InvalidInputError, Problem
from govfinance.io._published import read
from govfinance.io._published._limits import MAX_CELLS, MAX_COLUMNS, MAX_FILE, MAX_LINES, MAX_PLAIN, MAX_TEXT
from govfinance.io._workbook._ole import container
from tests import published_files as make
from tests import workbook_files

Blocks = list[str | tuple[tuple[str, ...], ...]]


def blocks(document: PublishedDocument) -> Blocks:
    return [block.text if isinstance(block, PublishedText) else block.rows for block in document.blocks]


def of(source: str | bytes) -> Blocks:
    return blocks(read(source.encode() if isinstance(source, str) else source))


def headings(source: bytes) -> list[str]:
    return [block.text for _, block in read(source).texts() if block.heading]


def problem_of(source: Path | str | bytes) -> Problem:
    with pytest.raises(InvalidInputError) as caught:
        read(source)
    (problem,) = caught.value.problems
    assert problem.en
    assert re.search("[\u4e00-\u9fff]", problem.zh)
    return problem


# Which file it is


def test_a_file_is_told_by_its_contents_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "决算公开.pdf"
    path.write_bytes(make.docx(make.paragraph("一、概况")))
    document = read(path)
    assert ("决算公开.pdf", "docx", ["一、概况"]) == (document.name, document.kind, blocks(document))
    assert document == read(str(path)) == read(path.read_bytes(), name="决算公开.pdf")


def test_a_pdf_is_read_as_one() -> None:
    assert re.search("PDF|pdf|damaged", problem_of(b"%PDF-1.7\n" + bytes(100)).en)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty-file", "empty"),
        (b" \r\n\t", "empty-file", "empty"),
        ("\ufeff\n".encode(), "empty-file", "no text"),
        (b"<html><script>1</script></html>", "empty-file", "no text"),
        (make.docx(make.paragraph("  ")), "empty-file", "no text"),
        (make.docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"), "no-text", "OCR"),
        (b"\x89PNG\r\n\x1a\n....", "no-text", "OCR"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "no-text", "OCR"),
        (b"II*\0\x08\0\0\0", "no-text", "OCR"),
        (b"BM\x36\0\0\0\0\0\0\0", "no-text", "OCR"),
        (container("WordDocument", b"x" * 100), "not-a-document", r"\.doc, \.wps.*save it as \.docx"),
        (container("PowerPoint Document", b"x" * 100), "not-a-document", "presentation"),
        (container("Contents", b"x" * 100), "not-a-document", "another kind"),
        (container("EncryptedPackage", b"x" * 100), "password-protected", "without one"),
        (container("WordDocument", b"x" * 100)[:600], "damaged-document", "cut off"),
        (workbook_files.archive({"OFD.xml": "<x/>"}), "not-a-document", r"\.ofd.*\.pdf"),
        (workbook_files.archive({"a.pdf": "x"}), "not-a-document", "unpack it"),
        (workbook_files.archive({"ppt/presentation.xml": "<x/>"}), "not-a-document", "presentation"),
        (
            workbook_files.archive({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "not-a-document",
            r"\.odt",
        ),
        (workbook_files.archive({"word/media/image1.png": "x"}), "damaged-document", "no text part"),
        (make.docx(make.paragraph("字" * 9000))[:-200], "damaged-document", "cut off"),
        (b"{\\rtf1\\ansi 1}", "not-a-document", r"\.rtf.*\.docx"),
        (b"Rar!\x1a\x07\0", "not-a-document", "unpack"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "not-a-document", r"MHTML.*\.html"),
        (b"\x00\x01\x02\x03" * 99, "not-a-document", "no text"),
        (bytes(range(128, 256)) * 99, "not-a-document", "no text"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data: bytes, code: str, words: str) -> None:
    problem = problem_of(data)
    assert code == problem.code
    assert re.search(words, problem.en)


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(workbook_files.archive({"a.docx": "x"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    assert problem_of(bytes(data)).code == "password-protected"


def test_a_missing_file_and_a_folder_are_problems_with_their_path(tmp_path: Path) -> None:
    missing = tmp_path / "没有.pdf"
    assert ("no-such-file", str(missing)) == (problem_of(missing).code, problem_of(missing).path)
    assert ("is-a-folder", str(tmp_path)) == (problem_of(tmp_path).code, problem_of(tmp_path).path)


def test_a_problem_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    assert problem_of(path).message("zh").startswith(f"{path}：")


# Plain text


def test_each_line_of_a_text_is_a_paragraph() -> None:
    assert ["一、概况", "收入 1.00万元。", "注"] == of("一、概况\r\n\r\n　　收入 1.00万元。\r注\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_is_read_in_the_encodings_that_offices_use(encoding: str) -> None:
    text = "本年收入合计2,946.25万元，其中：“财政拨款”占99.79％——持平。\n㈠①Ⅱ"
    assert text.split("\n") == of(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "koi8_r"])
def test_other_encodings_are_not_taken_for_chinese(encoding: str) -> None:
    text = (
        "部門決算公開說明" * 9
        if encoding == "big5"
        else "カタカナひらがな" * 9
        if encoding == "shift_jis"
        else "отчет " * 9
    )
    assert problem_of(text.encode(encoding)).code == "not-a-document"


def test_form_feeds_end_pages() -> None:
    document = read("甲\n乙\f丙\f".encode())
    assert [("甲", 1), ("乙", 1), ("丙", 2)] == [(block.text, block.page) for _, block in document.texts()]
    assert [None] == [block.page for _, block in read("甲".encode()).texts()]


WRAPPED = [
    "一、收入决算情况说明",
    "　　某某县林业局二〇二四年度收入决算总计为一百二十万元，其中一般公共预算财政拨",
    "款收入为一百万元，占本年收入合计的百分之八十三，与上年度相比增加了三万五千二百",
    "元，增长的主要原因是当年新进人员较多，按照规定相应增加了工资福利支出和社会保障",
    "缴费，以及因机构改革划转职能而增加的公用经费支出，与年初预算安排基本保持一致。",
    "　　其他收入为二十万元，占本年收入合计的百分之十七，主要是上级部门拨付的专项资",
    "金，用于林区道路的日常养护和防火设施建设，以及林业有害生物的监测、预报和防治等",
    "工作。",
    "（一）基本支出情况说明",
    "　　基本支出为一百万元，主要用于保障机构正常运转和完成日常工作任务而发生的各项",
]


def test_lines_wrapped_at_a_constant_width_are_put_together() -> None:
    expected = [
        WRAPPED[0],
        "".join(WRAPPED[1:5]).strip(),
        "".join(WRAPPED[5:8]).strip(),
        WRAPPED[8],
        WRAPPED[9].strip(),
    ]
    assert expected == of("\n".join(WRAPPED))


def test_a_paragraph_goes_on_over_the_number_of_a_page() -> None:
    text = "\n".join([*WRAPPED[:3], "", "- 1 -\f", *WRAPPED[3:7], "- 2 -\f" + WRAPPED[7], *WRAPPED[8:], "- 3 -"])
    document = read(text.encode())
    assert "".join(WRAPPED[1:5]).strip() == blocks(document)[1]
    first = document.blocks[1]
    assert isinstance(first, PublishedText)
    assert (1, ((len("".join(WRAPPED[1:3])) - 2, 2),)) == (first.page, first.breaks)
    assert not any("- 2" in block.text for _, block in document.texts())


def test_lines_that_only_happen_to_be_long_are_left_alone() -> None:
    lines = [
        f"某某县第{number}中学校舍维修改造工程项目本年支出决算数为十二万三千四百元" + "整" * number
        for number in range(1, 9)
    ]
    assert lines == of("\n".join(lines))
    long = [*WRAPPED, "甲" * 200]
    assert [line.strip() for line in long] == of("\n".join(long))


def test_rows_of_figures_are_not_put_together() -> None:
    rows = [f"20{number}06 一般公共服务支出财政事务 1,511.89 1,511.89 0.00" for number in range(10, 20)]
    assert rows == of("\n".join(rows))


def test_lines_of_tabs_with_as_many_cells_are_a_table() -> None:
    text = "前\n项目\t金额\n\t1.00\n合计\t2.00\n\n后\t一\n\n后"
    assert ["前", (("项目", "金额"), ("", "1.00"), ("合计", "2.00")), "后\t一", "后"] == of(text)
    assert ["序号", "名称", "1", "甲局"] == of("\t序号\n\t名称\n\n\t1\n\t甲局\n")


def test_tables_of_markdown_lose_their_rules() -> None:
    assert ["表", (("项目", "金额"), ("合计", "1.00"))] == of("表\n| 项目 | 金额 |\n|---|---:|\n| 合计 | 1.00 |")


# Web pages


def test_what_a_browser_shows_is_read() -> None:
    page = """<!DOCTYPE html><html><head><title>不</title><style>p {}</style><meta charset="utf-8"></head><body>
    <nav>不<a>不</a></nav><!-- 不 --><script>var a = "<p>不</p>";</script>
    <h1>二〇二四年度<br>部门决算</h1><div style="color: red; DISPLAY : none"><p>不</p></div><p hidden>不</p>
    <p>收入<span>2,9</span><sup>46</sup>.25&nbsp;万元&#xff0c;
       增长 <b>1.8</b>7&lt;5%</p>散<p>落"""
    expected = ["二〇二四年度", "部门决算", "收入2,946.25 万元， 增长 1.87<5%", "散", "落"]
    assert expected == of(page)
    assert ["二〇二四年度", "部门决算"] == headings(page.encode())


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_the_encoding_that_a_page_declares_is_used(declared: str, encoding: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><p>公開'
    assert ["公開"] == of(page.encode(encoding))


def test_a_wrong_declaration_does_not_matter() -> None:
    assert ["公开"] == of('<meta charset="gbk"><p>公开'.encode())
    assert ["公开"] == of('<meta charset="utf-8"><p>公开'.encode("gb18030"))


def test_spans_of_a_table_become_blank_cells() -> None:
    page = (
        "<table><caption>表一</caption><thead><tr><th rowspan=2>项目<th colspan='2'>金额</tr>"
        "<tr><th>年初<th>决算</thead><tbody><tr><td>甲<br>乙<td>1<td>2<tr style='display:none'><td>不<td>不<td>不</table>"
    )
    assert ["表一", (("项目", "金额", ""), ("", "年初", "决算"), ("甲\n乙", "1", "2"))] == of(page)


def test_tables_that_are_layout_are_undone() -> None:
    inner = "<table><tr><td>项目<td>金额<tr><td>合计<td>1</table>"
    page = f"<table><tr><td>首页<td>检索<tr><td>菜单<td><p>一、概况</p>{inner}<p>完</table><table><tr><td>尾</table>"
    assert ["首页", "检索", "菜单", "一、概况", (("项目", "金额"), ("合计", "1")), "完", "尾"] == of(page)


def test_a_row_with_a_whole_article_is_no_row_of_a_table() -> None:
    paragraphs = [f"第{number}条" + "文" * 200 for number in range(6)]
    page = f"<table><tr><td>菜单<td>{''.join(f'<p>{text}' for text in paragraphs)}</table>"
    assert ["菜单", *paragraphs] == of(page)


def test_end_tags_in_a_cell_end_nothing_outside_of_it() -> None:
    assert [(("甲", "乙"), ("丙", "丁"))] == of(
        "<div><table><tr><td>甲</div></p><td>乙<tr><td>丙</table2><td>丁</table></div>"
    )


def test_a_fragment_and_lines_that_are_preformatted_are_read() -> None:
    assert ["收入", "支出"] == of("收入<br/>支出")
    assert ["联通"] == of("联通".encode("gb18030"))
    assert ["一 二", "三"] == of("<pre>一 二\n三</pre>")
    assert ["收入<支出且支出>收入"] == of("收入<支出且支出>收入")


# Word documents


def test_paragraphs_and_tables_stand_in_the_order_of_the_body() -> None:
    body = make.paragraph("一", "、概况") + make.table(["项目", "金额"], ["合计", "1"]) + make.paragraph("二、收入")
    assert ["一、概况", (("项目", "金额"), ("合计", "1")), "二、收入"] == of(make.docx(body))


def test_what_python_docx_writes_is_read() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("二〇二四年度部门决算", 0)
    document.add_heading("一、概况", 2)
    document.add_paragraph("正文")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "项目"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "金额"
    table.cell(1, 0).text = "甲"
    file = BytesIO()
    document.save(file)
    expected: Blocks = ["二〇二四年度部门决算", "一、概况", "正文", (("项目", "", "金额"), ("甲", "", ""))]
    assert expected == of(file.getvalue())
    assert ["二〇二四年度部门决算", "一、概况"] == headings(file.getvalue())


def test_revisions_are_taken_as_accepted_and_hidden_text_is_left_out() -> None:
    body = (
        make.paragraph(
            "增长", f"<w:ins>{make.run('1.00')}</w:ins>", "<w:del><w:r><w:delText>2</w:delText></w:r></w:del>", "%"
        )
        + make.paragraph("见", make.run("不", "<w:vanish/>"), make.run("此", '<w:vanish w:val="0"/>'))
        + f"<w:moveFrom>{make.run('不')}</w:moveFrom>"
        + make.paragraph("合并", properties="<w:rPr><w:del/></w:rPr>")
        + make.paragraph("为一段")
        + make.table(["甲", "乙"], ["丙", "丁"]).replace("<w:trPr></w:trPr>", "<w:trPr><w:del/></w:trPr>", 1)
    )
    assert ["增长1.00%", "见此", "合并为一段", (("丙", "丁"),)] == of(make.docx(body))


def test_links_controls_fields_and_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{make.paragraph('框内')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{make.paragraph('控件')}</w:sdtContent></w:sdt>"
        + make.paragraph(
            f"<w:hyperlink>{make.run('链接')}</w:hyperlink>", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "后"
        )
        + make.paragraph(
            "框外",
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "继续",
        )
        + make.paragraph(
            "A", "<w:r><w:tab/></w:r>", "B", "<w:r><w:noBreakHyphen/></w:r>", "C", "<w:r><w:br/></w:r>", "D"
        )
    )
    assert ["控件", "链接后", "框外继续", "框内", "A\tB-C", "D"] == of(make.docx(body))


def test_merged_cells_of_word_are_blank() -> None:
    wide, first, rest = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = make.table(
        [make.cell("项目", first), make.cell("金额", wide)],
        [make.cell("不", rest), "年初", "决算"],
    ).replace("</w:tbl>", make.row(["1", "2"], '<w:gridBefore w:val="1"/>') + "</w:tbl>")
    assert [(("项目", "金额", ""), ("", "年初", "决算"), ("", "1", "2"))] == of(make.docx(body))


def test_automatic_numbers_stand_before_their_paragraphs() -> None:
    numbering = make.lists(
        make.levels(
            ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%1.%4")
        ),
        "",
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="*"/></w:lvl></w:lvlOverride>',
    )
    body = "".join(
        [
            *(make.numbered("收入"), make.numbered("甲", 1), make.numbered("子", 2), make.numbered("丑", 2)),
            *(
                make.numbered("乙", 1),
                make.numbered("寅", 2),
                make.numbered(""),
                make.numbered("支出"),
                make.numbered("丙", 1),
            ),
            *(
                make.numbered("其他", 0, 2),
                make.numbered("点", 0, 3),
                make.numbered("无", 0, 0),
                make.numbered("错", 0, 99),
            ),
            make.numbered("深", 3, 2),
        ]
    )
    expected = [
        "一、收入",
        "（一）甲",
        "1. 子",
        "2. 丑",
        "（二）乙",
        "1. 寅",
        "三、支出",
        "（一）丙",
        "一、其他",
        "点",
        "无",
        "错",
    ]
    assert [*expected, "二.1 深"] == of(make.docx(body, numbering=numbering))


def test_numbers_and_headings_come_from_styles() -> None:
    numbering = make.lists(
        make.levels(
            ("chineseCounting", "第%1部分"), ("decimal", "%1.%2"), extra={1: '<w:isLgl/><w:pStyle w:val="b"/>'}
        ),
        "",
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="自定"/><w:basedOn w:val="a"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="正文"/><w:basedOn w:val="c"/></w:style>'
    )
    body = "".join(make.paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in "abbc")
    body += make.paragraph("d", properties='<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body += make.paragraph("e", properties='<w:outlineLvl w:val="0"/>')
    source = make.docx(body, numbering=numbering, styles=styles)
    assert ["第一部分 a", "1.1 b", "1.2 b", "c", "d", "e"] == of(source)
    assert ["第一部分 a", "1.1 b", "1.2 b", "d", "e"] == headings(source)


def test_pages_of_word_are_those_that_it_noted() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = make.paragraph("甲") + make.paragraph("乙", turn, "丙") + make.paragraph(turn, "丁") + make.table(["1", "2"])
    document = read(make.docx(body))
    assert [1, 1, 3] == [block.page for _, block in document.texts()]
    assert [2, 3] == [document.texts()[1][1].page_at(1), document.tables()[0][1].page_at(0)]
    assert [None] == [block.page for _, block in read(make.docx(make.paragraph("甲"))).texts()]


def test_pictures_in_a_word_document_are_noted() -> None:
    body = make.paragraph("甲", "<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    assert ("image-without-text",) == read(make.docx(body)).notes


def test_a_document_type_in_a_word_document_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="x"><w:body/></w:document>'
    assert problem_of(make.docx("", parts={"word/document.xml": bomb})).code == "unsafe-document"


# Workbooks


def test_the_sheets_of_a_workbook_are_tables_with_their_places() -> None:
    rows: list[list[object]] = [
        [None, "收入支出决算表"],
        [None, 2946.25],
        [None, 2010601],
        [None, 0.1 + 0.2],
        [None, True],
    ]
    document = read(workbook_files.written_xlsx({"表一": rows, "表二": [["不"]], "空": []}, hidden=("表二",)))
    (table,) = [table for _, table in document.tables()]
    assert (("收入支出决算表",), ("2946.25",), ("2010601",), ("0.3",), ("TRUE",)) == table.rows
    assert ("表一", 0, 1) == (table.sheet, table.first_row, table.first_column)
    assert ("xlsx", ("hidden-sheet:表二",)) == (document.kind, document.notes)


def test_an_old_workbook_is_read_with_its_errors() -> None:
    document = read(workbook_files.xls({(0, 0): "甲", (0, 1): 1.5, (1, 0): "乙"}, error_at=(1, 1)))
    assert [(("甲", "1.5"), ("乙", "#REF!"))] == blocks(document)


def test_a_formula_without_a_value_is_noted() -> None:
    data = workbook_files.xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c></row>')
    assert ("formula-without-value:表!B1",) == read(data).notes


# Hostile files


def quickly(source: bytes) -> PublishedDocument | Problem:
    start = process_time()
    try:
        return read(source)
    except InvalidInputError as error:
        (problem,) = error.problems
        return problem
    finally:
        assert process_time() - start < 30


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"1,234,567," * 5_000_000, id="50 MB of digits and commas"),
        pytest.param(b"1," * (MAX_TEXT // 2 + 1), id="characters"),
        pytest.param(b"a\n" * (MAX_LINES + 1), id="lines"),
        pytest.param(b"<p>" + b"a" * MAX_PLAIN, id="a long page"),
        pytest.param(b"<table>" + b"<tr><td colspan=999>" * (MAX_CELLS // 999 + 1), id="cells"),
        pytest.param(b"<table>" + b"<td>" * (MAX_COLUMNS + 1), id="columns"),
        pytest.param(b"<p>" + b"a<br>" * 400_000, id="paragraphs"),
        pytest.param(bytes(MAX_FILE + 1), id="a large file"),
    ],
)
def test_what_is_too_large_says_so_at_once(source: bytes) -> None:
    problem = quickly(source)
    assert isinstance(problem, Problem)
    assert "document-too-large" == problem.code


def test_a_zip_bomb_is_not_unpacked() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", bytes(100_000_000))
    assert problem_of(file.getvalue()).code == "document-too-large"


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("<div>", 100_000),
        ("<table><tr><td>", 100_000),
        ("<table>", 200_000),
        ("<p hidden>", 100_000),
        ("<!--", 500_000),
        ('<a "', 500_000),
        ('<a ">"', 300_000),
        ("</3", 500_000),
        ("<script>", 300_000),
        ("<![CDATA[", 300_000),
        ("&#9", 300_000),
        ("<a b=", 300_000),
        ("<table><div></td>", 100_000),
        ("<td rowspan=60000>", 900),
    ],
)
def test_html_of_one_thing_many_times_takes_no_longer_than_its_length(unit: str, times: int) -> None:
    quickly(f"<html>一{unit * times}二".encode())


def test_the_text_of_deeply_nested_html_is_read() -> None:
    assert ["一", "二"] == of("<html>一" + "<div>" * 100_000 + "二")
    assert "二" in of("<html>一" + "<table><tr><td>" * 10_000 + "二")


def test_a_reference_of_too_many_digits_is_left_as_it_is() -> None:
    assert ["&#" + "9" * 5000 + ";"] == of("<p>&#" + "9" * 5000 + ";")


def test_the_text_of_deeply_nested_tables_of_word_is_read() -> None:
    start, end = "<w:tbl><w:tr><w:tc>" * 10_000, "</w:tc></w:tr></w:tbl>" * 10_000
    assert ["里"] == of(make.docx(start + make.paragraph("里") + end))
    start, end = "<w:tbl><w:tr><w:tc>" * 50_000, "</w:tc></w:tr></w:tbl>" * 50_000
    assert problem_of(make.docx(start + end)).code == "unsafe-document"


_DOCX = make.docx(
    make.paragraph("一、概况") + make.numbered("收入") + make.table(["项目", "金额"]),
    numbering=make.lists(make.levels(("decimal", "%1.")), ""),
)
_BEGINNINGS = [
    b"",
    b"<html>",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xfe\xff",
    b"%PDF-1.4\n",
]


@given(st.sampled_from(_BEGINNINGS), st.binary(max_size=2000))
@example(b"\xff\xfe", b"\x00\xd8")
def test_any_bytes_are_read_or_are_one_problem(beginning: bytes, rest: bytes) -> None:
    quickly(beginning + rest)


@given(st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "<td>", "</td>", "<p>", "</p>", "<div hidden>", "</div>", "<pre>",
                                 "<h1>", "</h1>", "<td colspan=3 rowspan=2>", "<br>", "字", "<b>", "</b>", "<nav>", "</nav>",
                                 "<caption>", "<tr hidden>", "</tr>", "<head>", "<!--", "-->", "&nbsp;", "<li>", "</table"])))  # fmt: skip
def test_any_html_is_read_and_its_tables_are_rectangles(pieces: list[str]) -> None:
    document = quickly(("<html>字" + "".join(pieces)).encode())
    if isinstance(document, PublishedDocument):
        for block in document.blocks:
            if isinstance(block, PublishedTable):
                assert {len(block.rows[0])} == set(map(len, block.rows))
            else:
                assert block.text.strip() == block.text != ""


@given(st.data())
def test_any_broken_word_document_is_read_or_is_one_problem(data: st.DataObject) -> None:
    source = bytearray(_DOCX)
    for _ in range(data.draw(st.integers(1, 4))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    quickly(bytes(source[: data.draw(st.integers(0, len(source)))]))


_TAGS = [
    *(
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:tcPr",
        "w:gridSpan",
        "w:vMerge",
        "w:txbxContent",
        "w:pPr",
        "w:numPr",
    ),
    *(
        "w:del",
        "w:ins",
        "w:br",
        "w:trPr",
        "mc:AlternateContent",
        "mc:Choice",
        "mc:Fallback",
        "w:lastRenderedPageBreak",
        "w:rPr",
    ),
]


@given(st.recursive(st.just("字"), lambda inner: st.builds(
    lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(_TAGS), st.lists(inner, max_size=4)
)))  # fmt: skip
def test_any_nesting_of_word_tags_is_read_or_is_one_problem(xml: str) -> None:
    quickly(make.docx(xml + make.paragraph("完")))


# The reference


def test_the_paragraphs_of_the_reference_texts_are_its_lines(reference: Path) -> None:
    for path in (reference / "putuo-finance-2024" / "narrative.txt", *(reference / "chifeng-2023").glob("0*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        assert lines == of(path.read_bytes())


def test_accounts_are_no_document() -> None:
    with pytest.raises(InvalidInputError) as caught:
        read(b'{"format": "govfinance/1", "scale": "\xe5\x85\x83"}')
    assert ["not-a-document"] == [problem.code for problem in caught.value.problems]
