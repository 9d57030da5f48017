"""``tables`` and ``template``: the public tables as a workbook, and an empty one to fill in."""

from typing import Annotated, Literal

from cyclopts import App, Parameter

from govfinance.cli._files import STREAM, Beside, plural, read_accounts, refuse_to_overwrite
from govfinance.cli._forms import DEFAULT_JURISDICTION, form_of, newest_year
from govfinance.cli._options import (
    budget_parameter,
    department_parameter,
    examples,
    input_parameter,
    jurisdiction_parameter,
    output_parameter,
    prior_parameter,
    year_parameter,
)
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.errors import IncompleteAccountsError, InvalidInputError
from govfinance.io import write_template, write_xlsx
from govfinance.money import Scale

__all__ = ["add_to"]

_SCALES = {"万元": Scale.WAN, "元": Scale.YUAN}


def add_to(app: App, terminal: Terminal) -> None:
    """Add the commands ``tables`` and ``template``."""
    _add_tables(app, terminal)
    _add_template(app, terminal)


def _check_output(output: str) -> None:
    if output == STREAM:
        raise RefusedError(
            "a workbook is not written to standard output; name a file with -o",
            "工作簿不能写入标准输出，请用 -o 指定文件",
        )
    if not output.lower().endswith(".xlsx"):
        raise RefusedError(f"{output}: expected a name that ends with .xlsx", f"{output}：文件名应以 .xlsx 结尾")


def _scale_parameter(terminal: Terminal) -> Parameter:
    return Parameter(
        metavar="万元|元",
        show_choices=False,
        show_default=False,
        help=terminal.tr("The unit of the amounts, 万元 by default", "金额单位，默认为万元"),
    )


def _add_tables(app: App, terminal: Terminal) -> None:
    tr = terminal.tr

    def tables(
        source: Annotated[str, input_parameter(terminal)],
        /,
        *,
        output: Annotated[
            str,
            output_parameter(
                terminal, "The workbook to write, whole or not at all", "写入的工作簿（要么完整写入，要么不写）"
            ),
        ],
        jurisdiction: Annotated[str, jurisdiction_parameter(terminal, "tables", "决算表")] = DEFAULT_JURISDICTION,
        scale: Annotated[Literal["万元", "元"], _scale_parameter(terminal)] = "万元",
        partial: Annotated[
            bool,
            Parameter(
                negative="",
                help=tr(
                    "Leave cells blank whose figures were not supplied, instead of refusing",
                    "未提供的数据留空，而不拒绝生成",
                ),
            ),
        ] = False,
        supplements: Annotated[
            bool,
            Parameter(
                negative="",
                help=tr(
                    "Add sheets with budgets, last year's figures and remarks, so that nothing of them is lost",
                    "另附预算与上年数、说明文字的工作表",
                ),
            ),
        ] = False,
        prior: Annotated[str | None, prior_parameter(terminal)] = None,
        budget: Annotated[str | None, budget_parameter(terminal)] = None,
        department: Annotated[str | None, department_parameter(terminal)] = None,
        year: Annotated[int | None, year_parameter(terminal)] = None,
    ) -> int:
        _check_output(output)
        beside = Beside(prior=prior, budget=budget, department=department, year=year)
        refuse_to_overwrite(source, output, beside)
        accounts = read_accounts(source, terminal, beside, jurisdiction)
        form = form_of(jurisdiction, accounts.year)
        try:
            write_xlsx(accounts, output, form, scale=_SCALES[scale], partial=partial, supplements=supplements)
        except IncompleteAccountsError as error:
            number = len(error.problems)
            raise RefusedError(
                f"the tables cannot be written: {plural(number, 'place')} not supplied "
                "(missing is not zero: write 0 for nothing, or leave the cells blank with --partial)",
                f"无法生成决算表：有 {number} 处数据未提供（缺失不等于零：为零应写明 0；或用 --partial 留空）",
                error.problems,
            ) from None
        except InvalidInputError as error:
            raise RefusedError(error.message("en"), error.message("zh")) from None
        number = len(form.tables.layouts)
        terminal.tell(tr(f"wrote {output} ({plural(number, 'table')})", f"已写入 {output}（共 {number} 张表）"))
        return 0

    app.command(
        tables,
        help=tr(
            "Write the public tables as a workbook.\n\n"
            "Titles, order and layout are those of the jurisdiction. Each amount is rounded once from the exact one; totals "
            "are formulas where what is printed adds up exactly.",
            "生成决算公开表工作簿。\n\n表名、次序和版式按所选地区的格式。各数由精确金额一次舍入；所列各数之和恰等于合计的，合计为公式。",
        ),
        help_epilogue=examples(
            terminal, "tables accounts.json -o tables.xlsx", "tables 2024.xlsx --jurisdiction shanghai -o public.xlsx"
        ),
        sort_key=4,
    )


def _add_template(app: App, terminal: Terminal) -> None:
    tr = terminal.tr

    def template(
        *,
        output: Annotated[
            str,
            output_parameter(
                terminal, "The workbook to write, whole or not at all", "写入的工作簿（要么完整写入，要么不写）"
            ),
        ],
        jurisdiction: Annotated[str, jurisdiction_parameter(terminal, "tables", "决算表")] = DEFAULT_JURISDICTION,
        year: Annotated[
            int | None,
            Parameter(
                metavar=tr("YEAR", "年度"),
                help=tr(
                    "The year of the accounts, by default that of the newest form", "决算年度，默认为最新格式的年度"
                ),
            ),
        ] = None,
        department: Annotated[str, department_parameter(terminal)] = "",
        scale: Annotated[Literal["万元", "元"], _scale_parameter(terminal)] = "万元",
    ) -> int:
        _check_output(output)
        when = year if year is not None else newest_year(jurisdiction)
        form = form_of(jurisdiction, when)
        try:
            write_template(output, form, year=when, name=department, scale=_SCALES[scale])
        except InvalidInputError as error:
            raise RefusedError(error.message("en"), error.message("zh")) from None
        terminal.tell(
            tr(f"wrote {output} (empty tables of {form.id} {when})", f"已写入 {output}（{form.name} {when} 年度空表）")
        )
        return 0

    app.command(
        template,
        help=tr(
            "Write an empty workbook to fill in.\n\n"
            "It has the public tables of the jurisdiction, and sheets for the budgets, last year's figures and the remarks.",
            "生成待填的空白工作簿。\n\n含所选地区的决算公开表，以及预算与上年数、说明文字的工作表。",
        ),
        help_epilogue=examples(
            terminal, "template -o 2024.xlsx", "template --jurisdiction shanghai --year 2024 -o 2024.xlsx"
        ),
        sort_key=5,
    )
