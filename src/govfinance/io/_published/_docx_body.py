"""The body of a Word document: what its tags mean for its paragraphs and tables."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from govfinance.document import PublishedBlock
from govfinance.io._published._layout import Budget, Cell, TableBuilder
from govfinance.io._published._limits import MAX_DEPTH
from govfinance.io._published._lines import Lines
from govfinance.io._published._numbering import Numbering
from govfinance.io._published._problems import too_deep
from govfinance.io._published._styles import Styles
from govfinance.io._published._word_xml import Attributes, is_on, whole

__all__ = ["TAGS", "Body"]

_LEFT_OUT: Final = frozenset(
    {
        *("moveFrom", "delText", "delInstrText", "instrText", "sectPr", "rt", "tblGrid", "sdtPr", "sdtEndPr"),
        *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange", "tblGridChange"),
        *("footnote", "endnote", "comment"),
    }
)
_OF_TABLES: Final = frozenset({"tbl", "tr", "trPr", "gridBefore", "tc", "gridSpan", "vMerge"})
_OF_PARAGRAPHS: Final = frozenset({"pStyle", "outlineLvl", "numId", "ilvl"})
_OF_RUNS: Final = frozenset({"vanish", "lastRenderedPageBreak", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym"})
_DEEPEST: Final = 100  # paragraphs in text boxes in paragraphs
_PICTURES: Final = frozenset({"a:blip", "v:imagedata"})
_SYMBOLS: Final = {"F0FE": "☑", "F052": "☑", "F0A8": "□", "F0A3": "□", "F06F": "□", "F0FC": "√", "F050": "√"}

TAGS: Final = frozenset(
    {"p", "pPr", "r", "t", "m:t", "del", "txbxContent", "mc:AlternateContent", "mc:Choice", "mc:Fallback"}
) | (_OF_TABLES | _OF_PARAGRAPHS | _OF_RUNS | _LEFT_OUT | _PICTURES)
"""The tags that `Body` wants to hear of."""


@define
class _Paragraph:
    """A paragraph that is open."""

    lines: Lines
    style: str = ""
    outline: int | None = None
    number_id: str = ""
    number_level: int | None = None
    in_properties: bool = False
    is_mark_deleted: bool = False
    is_run_hidden: bool = False
    after: list[PublishedBlock] = field(factory=list)


@define
class _Story:
    """What paragraphs and tables go into: the body, a cell, a text box."""

    blocks: list[PublishedBlock]
    carried: Lines | None = None


@define
class _Table:
    builder: TableBuilder
    cell: Cell | None = None
    is_row_deleted: bool = False


@define
class Body:
    """Reads the body tag by tag. ``page`` is None where the document does not say where its pages begin."""

    styles: Styles
    numbering: Numbering
    page: int | None = None
    notes: list[str] = field(factory=list)
    _skipped: int = 0
    _budget: Budget = field(factory=Budget)
    _stories: list[_Story] = field(factory=lambda: [_Story([])])
    _paragraphs: list[_Paragraph] = field(factory=list)
    _tables: list[_Table] = field(factory=list)
    _deep_tables: int = 0
    _boxes: list[bool] = field(factory=list)
    _open_boxes: int = 0
    _choices: list[bool] = field(factory=list)
    _in_text: bool = False
    _in_row_properties: bool = False

    def characters(self, text: str) -> None:
        if self._in_text and not self._skipped and self._paragraphs:
            paragraph = self._paragraphs[-1]
            if not paragraph.is_run_hidden:
                paragraph.lines.add(text.replace("\n", " "))

    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipped:
            self._skipped += 1
            return
        if name in _LEFT_OUT or self._is_left_out(name):
            self._skipped = 1
            return
        if self._paragraphs and self._paragraphs[-1].in_properties:
            self._property_of_paragraph(self._paragraphs[-1], name, attributes)
            return
        match name:
            case "t" | "m:t":
                self._in_text = True
            case "r":
                if self._paragraphs:
                    self._paragraphs[-1].is_run_hidden = False
            case "p":
                self._start_paragraph()
            case "pPr":
                if self._paragraphs:
                    self._paragraphs[-1].in_properties = True
            case _ if name in _OF_TABLES or name == "del":
                self._start_of_table(name, attributes)
            case "txbxContent":
                is_own = self._open_boxes < MAX_DEPTH
                self._boxes.append(is_own)
                if is_own:
                    self._open_boxes += 1
                    self._stories.append(_Story([]))
            case "mc:AlternateContent":
                self._choices.append(False)
            case _ if name in _PICTURES:
                note = "image-without-text" if self.page is None else f"image-without-text:{self.page}"
                if not self.notes or self.notes[-1] != note:
                    self.notes.append(note)
            case _:
                if self._paragraphs:
                    self._inline(self._paragraphs[-1], name, attributes)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        match name:
            case "t" | "m:t":
                self._in_text = False
            case "p":
                self._end_paragraph()
            case "pPr":
                if self._paragraphs:
                    self._paragraphs[-1].in_properties = False
            case "tc" | "tr" | "trPr" | "tbl":
                self._end_of_table(name)
            case "txbxContent":
                if self._boxes and self._boxes.pop():
                    self._end_box()
            case "mc:AlternateContent":
                if self._choices:
                    self._choices.pop()
            case _:
                pass

    def finish(self) -> list[PublishedBlock]:
        """All that was read."""
        self._flush(self._stories[0])
        return self._stories[0].blocks

    def _is_left_out(self, name: str) -> bool:
        """Deleted text, and the second of two ways in which the same is written."""
        if name == "del":
            return not self._in_row_properties and not (self._paragraphs and self._paragraphs[-1].in_properties)
        if name in ("mc:Choice", "mc:Fallback") and self._choices:
            is_second, self._choices[-1] = self._choices[-1], True
            return is_second
        return False

    def _inline(self, paragraph: _Paragraph, name: str, attributes: Attributes) -> None:
        match name:
            case "vanish":
                paragraph.is_run_hidden = is_on(attributes)
            case "lastRenderedPageBreak" if self.page is not None:
                self.page += 1
                paragraph.lines.turn_page(self.page)
            case _ if paragraph.is_run_hidden:
                pass
            case "tab" | "ptab":
                paragraph.lines.add("\t")
            case "br" | "cr":
                self._budget.take_paragraph()
                paragraph.lines.end_line(self.page)
            case "noBreakHyphen":
                paragraph.lines.add("-")
            case "sym":
                paragraph.lines.add(_SYMBOLS.get(attributes.get("char", "").upper(), ""))
            case _:
                pass

    def _property_of_paragraph(self, paragraph: _Paragraph, name: str, attributes: Attributes) -> None:
        match name:
            case "pStyle":
                paragraph.style = attributes.get("val", "")
            case "outlineLvl":
                paragraph.outline = whole(attributes)
            case "numId":
                paragraph.number_id = attributes.get("val", "")
            case "ilvl":
                paragraph.number_level = whole(attributes)
            case "del":
                paragraph.is_mark_deleted = True
            case _:
                pass

    def _start_paragraph(self) -> None:
        self._budget.take_paragraph()
        if len(self._paragraphs) >= _DEEPEST:
            raise too_deep()
        story = self._stories[-1]
        lines = Lines(self.page) if story.carried is None or story.carried.is_empty() else story.carried
        story.carried = None
        self._paragraphs.append(_Paragraph(lines))

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        story = self._stories[-1]
        if paragraph.is_mark_deleted:
            story.carried = paragraph.lines
        else:
            style = self.styles.get(paragraph.style)
            is_heading = style.is_heading if paragraph.outline is None else paragraph.outline < 9
            label = self._label(paragraph)
            story.blocks += paragraph.lines.texts(heading=is_heading, label=label)
        story.blocks += paragraph.after

    def _label(self, paragraph: _Paragraph) -> str:
        style = self.styles.get(paragraph.style)
        number_id, level = paragraph.number_id, paragraph.number_level
        if not number_id and style.number_id:
            number_id = style.number_id
            if level is None:
                level = self.numbering.level_of_style(number_id, style.numbered_by)
            if level is None:
                level = style.number_level
        return self.numbering.next_label(number_id, level or 0) if number_id else ""

    def _start_of_table(self, name: str, attributes: Attributes) -> None:
        if name == "tbl" and (self._deep_tables or len(self._tables) >= MAX_DEPTH):
            self._deep_tables += 1
        elif name == "tbl":
            self._flush(self._stories[-1])
            self._tables.append(_Table(TableBuilder(self._budget)))
        elif self._deep_tables or not self._tables:
            return
        else:
            self._part_of_table(self._tables[-1], name, attributes)

    def _part_of_table(self, table: _Table, name: str, attributes: Attributes) -> None:
        match name:
            case "tr":
                table.builder.start_row(self.page)
                table.is_row_deleted = False
            case "trPr":
                self._in_row_properties = True
            case "del" if self._in_row_properties:
                table.is_row_deleted = True
            case "gridBefore" if table.builder.rows:
                table.builder.skip(whole(attributes) or 0)
            case "tc" if table.cell is None:
                table.cell = table.builder.start_cell()
                self._stories.append(_Story(table.cell.blocks))
            case "gridSpan" if table.cell is not None:
                table.cell.span(whole(attributes) or 1)
            case "vMerge" if table.cell is not None:
                table.cell.blank = attributes.get("val", "continue") == "continue"
            case _:
                pass

    def _end_of_table(self, name: str) -> None:
        if self._deep_tables:
            self._deep_tables -= name == "tbl"
            return
        if not self._tables:
            return
        table = self._tables[-1]
        match name:
            case "tc" if table.cell is not None:
                self._flush(self._stories.pop())
                table.cell = None
            case "trPr":
                self._in_row_properties = False
            case "tr" if table.is_row_deleted and table.builder.rows:
                table.builder.drop_row()
            case "tbl":
                self._tables.pop()
                self._stories[-1].blocks += table.builder.finish()
            case _:
                pass

    def _end_box(self) -> None:
        story = self._stories.pop()
        self._open_boxes -= 1
        self._flush(story)
        if self._paragraphs:
            self._paragraphs[-1].after += story.blocks
        else:
            self._stories[-1].blocks += story.blocks

    def _flush(self, story: _Story) -> None:
        """A paragraph whose end was deleted and that nothing follows."""
        if story.carried is not None:
            story.blocks += story.carried.texts()
            story.carried = None
