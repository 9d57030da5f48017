"""Reading PDF files that are drawn for the purpose: one for each thing that published files do."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govfinance.document import PublishedDocument, PublishedTable, PublishedText
from govfinance.errors import InvalidInputError
from govfinance.io._published._pdf import MAX_PAGES, read_pdf
from tests.pdf_files import Drawing, drawn_text, set_text, wrapped

LONG = (
    "某县水利局2024年度收入支出总计12,345.67万元。与2023年度相比，收入支出总计增加1,234.56万元，"
    "增长11.11%。主要原因：当年新增水库除险加固项目，人员经费按规定标准调整，基本支出随之增加。"
)
OTHER = "本年收入合计12,000.00万元，其中：财政拨款收入11,000.00万元，占91.67%；其他收入1,000.00万元，占8.33%。"
XS = (60.0, 130.0, 300.0, 400.0, 500.0)
HEAD = ("科目编码", "科目名称", "本年支出合计", "基本支出")
ROWS = [(f"21303{number:02}", f"水利工程{number}", f"{number},000.10", f"{number}00.05") for number in range(1, 9)]


def texts(document: PublishedDocument) -> list[str]:
    return [text.text for _, text in document.texts()]


def table(document: PublishedDocument) -> PublishedTable:
    (found,) = [table for _, table in document.tables()]
    return found


def codes(data: bytes) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        read_pdf(data, "决算.pdf")
    assert "决算.pdf" in caught.value.message("zh")
    return [problem.code for problem in caught.value.problems]


class TestText:
    def test_the_lines_of_a_paragraph_are_joined(self) -> None:
        assert [LONG, OTHER] == texts(read_pdf(drawn_text(LONG, OTHER)))

    def test_a_number_broken_by_the_end_of_a_line_is_whole(self) -> None:
        for shift in range(12):
            text = "水" * shift + LONG
            assert [text, OTHER] == texts(read_pdf(drawn_text(text, OTHER)))

    @pytest.mark.parametrize("lift", [-3.0, -1.0, 1.5, 3.0])
    def test_digits_on_another_base_line_stay_in_their_line(self, lift: float) -> None:
        drawing = Drawing()
        drawing.text(96, 100, "支出决算为1,234.56万元，完成年初预算的98.20%。", lift=lift)
        drawing.text(96, 124, "本年支出合计2024.00万元。", lift=lift)
        expected = ["支出决算为1,234.56万元，完成年初预算的98.20%。", "本年支出合计2024.00万元。"]
        assert expected == texts(read_pdf(drawing.data()))

    def test_a_full_last_line_does_not_swallow_the_next_paragraph(self) -> None:
        full = "一" * 34 + "。"
        assert [full, LONG] == texts(read_pdf(drawn_text(full, LONG)))

    def test_headings_are_paragraphs(self) -> None:
        drawing = Drawing()
        drawing.middle(80, "第三部分某县水利局2024年度部门决算情况说明", 18)
        y = drawing.paragraph(130, "一、收入支出决算总体情况说明")
        y = drawing.paragraph(y, LONG)
        drawing.paragraph(y, "（一）具体情况")
        expected = [
            "第三部分某县水利局2024年度部门决算情况说明",
            "一、收入支出决算总体情况说明",
            LONG,
            "（一）具体情况",
        ]
        assert expected == texts(read_pdf(drawing.data()))

    def test_a_heading_of_two_centred_lines_is_one_paragraph(self) -> None:
        drawing = Drawing()
        drawing.middle(80, "第三部分某县水利局二〇二四年度部门决算情况", 21)
        drawing.middle(105, "说明", 21)
        drawing.paragraph(160, LONG)
        expected = ["第三部分某县水利局二〇二四年度部门决算情况说明", LONG]
        assert expected == texts(read_pdf(drawing.data()))

    def test_each_line_of_a_table_of_contents_is_a_paragraph(self) -> None:
        lines = [
            f"{ordinal}、收入支出决算情况说明{'.' * 90}{page}" for ordinal, page in zip("一二三", "368", strict=True)
        ]
        drawing = Drawing()
        for number, line in enumerate(lines):
            drawing.text(72, 100 + 24 * number, line)
        drawing.page()
        drawing.paragraph(80, LONG)
        assert [*lines, LONG] == texts(read_pdf(drawing.data()))

    def test_radicals_that_a_font_gives_for_characters_are_characters(self) -> None:
        assert ["支出人民门页"] == texts(read_pdf(drawn_text("⽀出⼈⺠⻔⻚")))

    def test_letters_printed_twice_to_be_bold_are_read_once(self) -> None:
        drawing = Drawing()
        for shift in (0, 0.4):
            drawing.text(96 + shift, 100, "一、收入111.00万元")
        assert ["一、收入111.00万元"] == texts(read_pdf(drawing.data()))

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_a_page_of_turned_text_is_read(self, turn: int) -> None:
        drawing = Drawing((842.0, 842.0), rotate=turn)
        drawing.canvas.translate(421, 421)
        drawing.canvas.rotate(turn)
        drawing.canvas.translate(-421, -421)
        bottom = drawing.grid(XS, 100, [HEAD, *ROWS])
        drawing.text(72, bottom + 40, "注：本表反映支出情况，合计1,234.50万元。")
        document = read_pdf(drawing.data())
        assert (HEAD, *ROWS) == table(document).rows
        assert ["注：本表反映支出情况，合计1,234.50万元。"] == texts(document)

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_turned_text_on_a_page_that_is_not_turned_is_read(self, turn: int) -> None:
        drawing = Drawing((842.0, 842.0))
        drawing.canvas.translate(421, 421)
        drawing.canvas.rotate(turn)
        drawing.canvas.translate(-421, -421)
        drawing.grid(XS, 100, [HEAD, *ROWS])
        assert (HEAD, *ROWS) == table(read_pdf(drawing.data())).rows


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence as such documents have them: numbers, brackets, quotes, lists."""
    amount = st.integers(0, 99_999_999).map(lambda number: f"{number / 100:,.2f}万元")
    share = st.integers(0, 10_000).map(lambda number: f"占{number / 100:.2f}%")
    name = st.sampled_from(
        ["财政拨款收入", "“三公”经费支出", "因公出国（境）费", "一般公共服务支出（类）", "培训费、会议费"]
    )
    parts = draw(st.lists(st.tuples(name, amount, share), min_size=1, max_size=6))
    begin = draw(st.sampled_from(["2024年度", "一、", "（一）", "1、", "“三公”经费中，", "其中："]))
    return begin + "；".join(f"{name}{amount}，{share}" for name, amount, share in parts) + "。"


class TestSetting:
    @given(
        st.lists(sentences(), min_size=2, max_size=30),
        st.sampled_from([(28, 16.0), (32, 14.0), (37, 12.0), (41, 10.5)]),
        st.sampled_from([1.2, 1.5, 2.0]),
        st.booleans(),
    )
    def test_paragraphs_come_back_however_they_are_set(
        self, paragraphs: list[str], setting: tuple[int, float], leading: float, whole: bool
    ) -> None:
        chars, size = setting
        data = set_text(paragraphs, chars=chars, size=size, leading=leading, whole=whole)
        assert paragraphs == texts(read_pdf(data))


class TestPages:
    def two_pages(self, text: str, *, footer: str = "—{}—", header: str = "") -> PublishedDocument:
        """A paragraph that begins at the foot of one page and ends on the next."""
        lines = Drawing()
        pieces = wrapped(text, 37)
        for page in (0, 1, 2):
            if header:
                lines.text(72, 50, header, 9)
            if page == 0:
                lines.paragraph(100, OTHER)
                lines.text(96, 700, pieces[0])
            elif page == 1:
                for number, piece in enumerate(pieces[1:]):
                    lines.text(72, 90 + 24 * number, piece)
            else:
                lines.paragraph(100, OTHER)
            lines.middle(800, footer.format(page + 4), 9)
            if page < 2:
                lines.page()
        return read_pdf(lines.data())

    @pytest.mark.parametrize("footer", ["—{}—", "- {} -", "{}", "第{}页", "第 {} 页 共 9 页", "{}/9"])
    @pytest.mark.parametrize("header", ["", "某县水利局2024年度部门决算"])
    def test_a_sentence_goes_on_over_header_and_footer(self, footer: str, header: str) -> None:
        document = self.two_pages(LONG, footer=footer, header=header)
        assert [OTHER, LONG, OTHER] == texts(document)
        (_, text) = document.texts()[1]
        ((offset, page),) = text.breaks
        assert (1, 2) == (text.page, page)
        assert (1, 2) == (text.page_at(offset - 1), text.page_at(offset))

    def test_a_number_goes_on_over_the_end_of_a_page(self) -> None:
        for shift in range(12):
            text = "水" * shift + LONG
            assert [OTHER, text, OTHER] == texts(self.two_pages(text))

    def test_what_stands_above_each_table_is_no_header(self) -> None:
        drawing = Drawing()
        for page in (1, 2, 3, 4):
            drawing.text(72, 60, f"公开{page:02}表")
            drawing.text(72, 80, "部门：某县水利局")
            drawing.grid(XS, 100, [HEAD, *ROWS])
            drawing.text(72, 320, "注：空表")
            drawing.page()
        found = texts(read_pdf(drawing.data()))
        assert [f"公开{page:02}表" for page in (1, 2, 3, 4)] == found[::3]
        assert ["部门：某县水利局"] * 4 == found[1::3]


class TestTables:
    def test_the_cells_of_a_ruled_table_are_read(self) -> None:
        drawing = Drawing()
        drawing.middle(60, "支出决算表", 16)
        drawing.right(500, 90, "单位：万元", 10)
        drawing.grid(XS, 100, [HEAD, *ROWS])
        document = read_pdf(drawing.data())
        assert ["支出决算表", "单位：万元"] == texts(document)
        assert (HEAD, *ROWS) == table(document).rows
        assert (1,) * 9 == table(document).pages

    @pytest.mark.parametrize("repeat", [True, False])
    def test_a_table_that_goes_on_is_one(self, repeat: bool) -> None:
        drawing = Drawing()
        drawing.grid(XS, 600, [HEAD, *ROWS[:5]])
        drawing.middle(800, "5", 9)
        drawing.page()
        bottom = drawing.grid(XS, 70, [HEAD, *ROWS[5:]] if repeat else ROWS[5:])
        drawing.text(72, bottom + 30, "注：本表反映支出情况。")
        drawing.middle(800, "6", 9)
        document = read_pdf(drawing.data())
        assert (HEAD, *ROWS) == table(document).rows
        assert (1,) * 6 + (2,) * 3 == table(document).pages
        assert ["注：本表反映支出情况。"] == texts(document)

    def test_tables_with_text_between_them_are_two(self) -> None:
        drawing = Drawing()
        drawing.grid(XS, 600, [HEAD, *ROWS[:5]])
        drawing.page()
        drawing.middle(60, "收入决算表")
        drawing.grid(XS, 80, [HEAD, *ROWS[5:]])
        kinds = [type(block) for block in read_pdf(drawing.data()).blocks]
        assert [PublishedTable, PublishedText, PublishedTable] == kinds

    def test_a_title_printed_again_above_the_rest_of_a_table_does_not_cut_it(self) -> None:
        drawing = Drawing()
        for rows in (ROWS[:5], ROWS[5:]):
            drawing.middle(60, "支出决算表")
            drawing.right(500, 80, "单位：万元", 10)
            drawing.grid(XS, 100, [HEAD, *rows])
            drawing.page()
        document = read_pdf(drawing.data())
        assert (HEAD, *ROWS) == table(document).rows
        assert ["支出决算表", "单位：万元"] == texts(document)

    def test_merged_cells_have_their_text_in_the_first(self) -> None:
        drawing = Drawing()
        drawing.box(60, 100, 500, 160)
        drawing.line(60, 140, 500, 140)
        drawing.line(200, 120, 500, 120)
        drawing.line(200, 100, 200, 160)
        drawing.line(350, 120, 350, 160)
        drawing.text(70, 124, "项目", 10)
        drawing.text(300, 114, "本年支出", 10)
        drawing.text(210, 134, "基本支出", 10)
        drawing.text(360, 134, "项目支出", 10)
        drawing.text(70, 154, "合计", 10)
        drawing.right(345, 154, "1,000.00", 10)
        drawing.right(495, 154, "20.50", 10)
        expected = (
            ("项目", "本年支出", ""),
            ("", "基本支出", "项目支出"),
            ("合计", "1,000.00", "20.50"),
        )
        assert expected == table(read_pdf(drawing.data())).rows

    def test_a_table_open_at_its_sides_has_its_outer_columns(self) -> None:
        drawing = Drawing()
        for y in (100, 120, 140):
            drawing.line(60, y, 500, y)
        for x in (200, 350):
            drawing.line(x, 100, x, 140)
        expected = (("项目", "预算数", "决算数"), ("合计", "1,000.00", "980.50"))
        for row, cells in enumerate(expected):
            for x, text in zip((65, 205, 355), cells, strict=True):
                drawing.text(x, 114 + 20 * row, text, 10)
        assert expected == table(read_pdf(drawing.data())).rows

    def test_the_lines_above_a_table_are_paragraphs(self) -> None:
        drawing = Drawing()
        drawing.middle(50, "支出决算表", 16)
        drawing.right(500, 70, "公开03表", 10)
        drawing.text(60, 90, "部门：某县水利局", 10)
        drawing.right(500, 90, "金额单位：万元", 10)
        drawing.grid(XS, 100, [HEAD, *ROWS])
        assert ["支出决算表", "公开03表", "部门：某县水利局 金额单位：万元"] == texts(read_pdf(drawing.data()))

    def test_a_long_table_is_one(self) -> None:
        drawing = Drawing()
        for page in range(40):
            drawing.grid(XS, 60, [HEAD, *ROWS])
            drawing.middle(800, str(page + 1), 9)
            drawing.page()
        assert 1 + 40 * len(ROWS) == len(table(read_pdf(drawing.data())).rows)

    def test_underlines_and_frames_are_no_tables(self) -> None:
        drawing = Drawing()
        drawing.box(60, 70, 530, 200)
        drawing.paragraph(100, LONG)
        drawing.line(96, 102, 200, 102)
        document = read_pdf(drawing.data())
        assert [] == document.tables()
        assert [LONG] == texts(document)

    def test_the_lines_of_a_cell_are_joined(self) -> None:
        drawing = Drawing()
        drawing.box(60, 100, 300, 150)
        drawing.line(180, 100, 180, 150)
        drawing.text(65, 118, "机关事业单位基本养老", 10)
        drawing.text(65, 134, "保险缴费支出", 10)
        drawing.right(295, 128, "160.75", 10)
        assert (("机关事业单位基本养老保险缴费支出", "160.75"),) == table(read_pdf(drawing.data())).rows

    def test_a_number_wider_than_its_cell_stays_whole(self) -> None:
        drawing = Drawing()
        drawing.grid((60, 150, 190, 300), 100, [("合计", "", "")])
        drawing.right(191, 114, "123,456.78", 10)
        assert (("合计", "123,456.78", ""),) == table(read_pdf(drawing.data())).rows

    def test_rows_without_lines_between_them_are_rows(self) -> None:
        drawing = Drawing()
        drawing.box(60, 100, 500, 200)
        drawing.line(60, 120, 500, 120)
        drawing.line(250, 100, 250, 200)
        drawing.text(65, 114, "项目", 10)
        drawing.text(255, 114, "决算数", 10)
        expected = [("项目", "决算数")]
        for number in range(4):
            expected.append((f"支出项目{number}", f"{number + 1},000.25"))
            drawing.text(65, 136 + 18 * number, expected[-1][0], 10)
            drawing.right(495, 136 + 18 * number, expected[-1][1], 10)
        assert tuple(expected) == table(read_pdf(drawing.data())).rows

    def test_a_table_of_coloured_cells_is_read(self) -> None:
        drawing = Drawing()
        for row, cells in enumerate([HEAD, *ROWS]):
            for column, text in enumerate(cells):
                x0, x1, y = XS[column], XS[column + 1], 100 + 20 * row
                drawing.box(x0 + 0.5, y + 0.5, x1 - 0.5, y + 19.5, fill=0.85 if row % 2 else 0.95)
                drawing.text(x0 + 3, y + 14, text, 10)
        assert (HEAD, *ROWS) == table(read_pdf(drawing.data())).rows

    def test_a_table_of_three_lines_is_read(self) -> None:
        drawing = Drawing()
        drawing.middle(80, "支出决算表", 16)
        for y in (100, 120, 280):
            drawing.line(60, y, 500, y)
        for row, cells in enumerate([HEAD, *ROWS]):
            for column, text in enumerate(cells):
                if "." in text:
                    drawing.right(XS[column + 1] - 3, 114 + 20 * row, text, 10)
                else:
                    drawing.text(XS[column] + 3, 114 + 20 * row, text, 10)
        document = read_pdf(drawing.data())
        assert (HEAD, *ROWS) == table(document).rows
        assert ["支出决算表"] == texts(document)

    def test_a_table_without_lines_is_read(self) -> None:
        drawing = Drawing()
        drawing.middle(80, "支出决算表", 16)
        drawing.right(500, 96, "单位：万元", 10)
        for row, cells in enumerate([HEAD, *ROWS]):
            for column, text in enumerate(cells):
                if "." in text:
                    drawing.right(XS[column + 1] - 3, 114 + 20 * row, text, 10)
                else:
                    drawing.text(XS[column] + 3, 114 + 20 * row, text, 10)
        drawing.paragraph(340, LONG)
        document = read_pdf(drawing.data())
        assert (HEAD, *ROWS) == table(document).rows
        assert ["支出决算表", "单位：万元", LONG] == texts(document)


class TestRefusals:
    def test_a_file_with_a_password_is_refused(self) -> None:
        drawing = Drawing(password="secret")
        drawing.paragraph(80, LONG)
        assert ["pdf-encrypted"] == codes(drawing.data())

    def test_a_scan_is_refused(self) -> None:
        drawing = Drawing()
        drawing.picture()
        assert ["pdf-without-text"] == codes(drawing.data())

    def test_a_page_that_is_a_picture_is_noted(self) -> None:
        drawing = Drawing()
        drawing.paragraph(80, LONG)
        drawing.page()
        drawing.picture()
        document = read_pdf(drawing.data())
        assert [LONG] == texts(document)
        assert ("image-without-text:2",) == document.notes

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", "决算".encode()])
    def test_what_is_no_pdf_is_refused(self, data: bytes) -> None:
        assert ["pdf-unreadable"] == codes(data)

    def test_too_many_pages_are_refused(self) -> None:
        drawing = Drawing()
        for _ in range(MAX_PAGES):
            drawing.page()
        assert ["pdf-too-many-pages"] == codes(drawing.data())

    def test_too_many_lines_are_refused_soon(self) -> None:
        drawing = Drawing()
        drawing.text(72, 80, "合计")
        for number in range(10_000):
            at = 20 + number * 0.05
            drawing.line(20, at, 575, at)
            drawing.line(at, 20, at, 820)
        begin = time.perf_counter()
        document = read_pdf(drawing.data())
        assert document.blocks
        assert 10 > time.perf_counter() - begin

    @pytest.mark.parametrize(
        "operators", ["BT /F1 1 Tf 10 700 Td ({}) Tj ET", "BT /F1 10 Tf 0.01 Tz 10 700 Td ({}) Tj ET"]
    )
    @pytest.mark.parametrize("text", ["1,234" * 40_000, "." * 100_000 + "x"])
    def test_a_very_long_line_is_read_soon(self, operators: str, text: str) -> None:
        drawing = Drawing()
        drawing.text(72, 80, "合计 1.00")
        drawing.canvas._code.append(operators.format(text))
        begin = time.perf_counter()
        assert read_pdf(drawing.data()).blocks
        assert 10 > time.perf_counter() - begin

    def test_several_threads_can_read(self) -> None:
        data = drawn_text(LONG)
        with ThreadPoolExecutor(4) as pool:
            assert [[LONG]] * 12 == list(pool.map(lambda _: texts(read_pdf(data)), range(12)))

    def test_without_the_library_it_is_said_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        with pytest.raises(InvalidInputError, match=r"govfinance\[pdf\]"):
            read_pdf(DAMAGED)

    @given(st.binary(max_size=600).map(lambda body: b"%PDF-1.4\n" + body) | st.binary(max_size=300))
    def test_garbage_is_refused(self, data: bytes) -> None:
        try:
            read_pdf(data)
        except InvalidInputError as error:
            assert 1 == len(error.problems)

    @given(st.data())
    def test_a_damaged_file_is_read_or_refused(self, data: st.DataObject) -> None:
        whole = DAMAGED
        places = data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=30))
        broken = bytearray(whole)
        for place in places:
            broken[place] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, len(whole)))
        try:
            read_pdf(bytes(broken[:cut]) if data.draw(st.booleans()) else bytes(broken))
        except InvalidInputError as error:
            assert 1 == len(error.problems)


def _damaged() -> bytes:
    drawing = Drawing()
    drawing.canvas.setPageCompression(0)
    drawing.paragraph(60, LONG)
    drawing.grid(XS, 300, [HEAD, *ROWS])
    return drawing.data()


DAMAGED = _damaged()
