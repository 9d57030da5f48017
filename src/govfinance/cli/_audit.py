"""``audit``: what of published documents cannot be true, as text, JSON, a table, a page or in the PDF itself."""

from collections.abc import Sequence
from typing import Annotated, Literal

from cyclopts import App, Parameter

from govfinance.cli._audit_output import Format, output_of
from govfinance.cli._auditing import Asked, Run
from govfinance.cli._documents import documents_in, is_same_file
from govfinance.cli._files import STREAM, Beside, read_accounts
from govfinance.cli._forms import form_of, is_file, loaded, newest_year
from govfinance.cli._options import examples, output_parameter
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.jurisdictions import Jurisdiction

__all__ = ["add_to"]


def add_to(app: App, terminal: Terminal) -> None:
    """Add the command ``audit``."""
    tr = terminal.tr

    def audit(
        sources: Annotated[
            list[str],
            Parameter(
                name=tr("DOCUMENT", "文件"),
                negative="",
                help=tr(
                    "Published documents (.pdf, .docx, .html, .txt, .xlsx), known by their content, or folders of them; - reads "
                    "standard input",
                    "公开文件（.pdf、.docx、.html、.txt、.xlsx，按内容识别）或其所在文件夹；- 表示标准输入",
                ),
            ),
        ],
        /,
        *,
        against: Annotated[
            str | None,
            Parameter(
                metavar=tr("ACCOUNTS", "决算数据"),
                help=tr(
                    "The true figures, a JSON file or a workbook: compare with them too, as before publishing",
                    "真实决算数据（JSON 文件或工作簿），一并与之核对，用于公开之前",
                ),
            ),
        ] = None,
        jurisdiction: Annotated[
            str | None,
            Parameter(
                metavar=tr("NAME", "名称"),
                help=tr(
                    "Whose form the documents follow (see the command jurisdictions), or a file of your own (.toml); by default "
                    "it is recognised",
                    "文件采用哪个地区的格式（见 jurisdictions 命令），或自备的格式文件（.toml）；默认自动识别",
                ),
            ),
        ] = None,
        department: Annotated[
            str | None,
            Parameter(
                metavar=tr("NAME", "名称"),
                help=tr("Whose accounts they are; by default it is recognised", "部门名称；默认自动识别"),
            ),
        ] = None,
        year: Annotated[
            int | None,
            Parameter(
                metavar=tr("YEAR", "年度"),
                help=tr("The year of the accounts; by default it is recognised", "决算年度；默认自动识别"),
            ),
        ] = None,
        joint: Annotated[
            bool,
            Parameter(
                negative="",
                help=tr(
                    "Prove too whether all statements can be true at once (needs the extra joint)",
                    "另行证明全部表述能否同时成立（需附加组件）",
                ),
            ),
        ] = False,
        output: Annotated[
            str | None,
            output_parameter(
                terminal,
                "Where to write, whole or not at all; by default standard output. A .pdf is the document itself with its "
                "findings highlighted",
                "写入的文件（要么完整写入，要么不写）；默认为标准输出。后缀为 .pdf 时写出标有审核发现的原文件",
            ),
        ] = None,
        format: Annotated[  # noqa: A002 - the name of the option
            Format | None,
            Parameter(
                metavar="text|json|html|csv",
                show_choices=False,
                help=tr(
                    "By default that of FILE's suffix (.txt, .json, .html, .csv), else text",
                    "输出格式；默认按文件后缀（.txt、.json、.html、.csv），否则为 text",
                ),
            ),
        ] = None,
        language: Annotated[
            Literal["zh", "en"] | None,
            Parameter(
                metavar="zh|en",
                show_choices=False,
                help=tr("Language of the report, by default that of the messages", "审核结果的语言，默认与提示相同"),
            ),
        ] = None,
    ) -> int:
        output = None if output == STREAM else output
        chosen = output_of(format, output)
        documents = documents_in(sources, output)
        _check(documents, against, output, chosen == "pdf")
        asked = Asked(
            jurisdiction=None if jurisdiction is None else _form(jurisdiction, year),
            against=None if against is None else read_accounts(against, terminal, Beside()),
            department=department,
            year=year,
            joint=joint,
        )
        run = Run(documents, asked, terminal)
        run.write(chosen, output, language or terminal.lang, single=[*documents] == sources and len(sources) == 1)
        return run.exit_code

    app.command(
        audit,
        help=tr(
            "Read published documents back, and prove what in them cannot be true.\n\n"
            "Every amount, rate, direction and name is compared with all that the document says of it, within what rounding "
            "can explain and no further. What was compared with nothing is counted and listed. The exit code is 1 when "
            "something cannot be true, and 2 when a document cannot be read; the others are audited all the same.",
            "审核已公开的决算文件，证明其中不能成立之处。\n\n"
            "逐一核对金额、比率、增减方向和名称，凡舍入可以解释的都不算差错；未能核对的数字一并列出。有不能成立之处的，退出码为 1；"
            "有文件无法读取的，退出码为 2，其余文件照常审核。",
        ),
        help_epilogue=examples(
            terminal,
            "audit disclosure.pdf",
            "audit disclosure.pdf --against accounts.json -o audit.html",
            "audit disclosure.pdf -o annotated.pdf",
            "audit 2024/ --format csv > findings.csv",
        ),
        sort_key=3,
    )


def _check(documents: Sequence[str], against: str | None, output: str | None, annotated: bool) -> None:
    """Raise `RefusedError` for what cannot be done together, before anything is read."""
    if against == STREAM and STREAM in documents:
        raise RefusedError("standard input (-) is named twice", "标准输入（-）重复")
    if annotated and (len(documents) > 1 or STREAM in documents):
        raise RefusedError(
            f"{output}: a single PDF file can be annotated, neither several nor standard input",
            f"{output}：只能批注单个 PDF 文件，不能批注多个文件或标准输入",
        )
    if output is None:
        return
    for name, name_zh, paths in (("DOCUMENT", "待审核的文件", documents), ("--against", " --against 文件", [against])):
        if any(path is not None and is_same_file(path, output) for path in paths):
            raise RefusedError(
                f"{output}: this is {name}, which is not overwritten", f"{output}：这是{name_zh}，不予覆盖"
            )


def _form(name: str, year: int | None) -> Jurisdiction | str:
    """The form that was asked for; a name, if it is one, where the edition depends on the year of each document."""
    if is_file(name):
        return loaded(name)
    form = form_of(name, newest_year(name) if year is None else year)
    return name if year is None else form
