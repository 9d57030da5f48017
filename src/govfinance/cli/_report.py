"""``report``: the whole narrative, as text, Markdown or JSON."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Literal

from cyclopts import App, Parameter

from govfinance.cli._files import STREAM, Beside, refuse_to_overwrite, write_file
from govfinance.cli._forms import DEFAULT_JURISDICTION
from govfinance.cli._narrative import narrate
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
from govfinance.document import Document
from govfinance.errors import Lang

__all__ = ["add_to"]

Format = Literal["text", "markdown", "json"]

_SUFFIXES: Final[Mapping[str, Format]] = MappingProxyType(
    {"": "text", ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".json": "json"}
)


def add_to(app: App, terminal: Terminal) -> None:
    """Add the command ``report``."""
    tr = terminal.tr

    def report(
        source: Annotated[str, input_parameter(terminal)],
        /,
        *,
        jurisdiction: Annotated[str, jurisdiction_parameter(terminal)] = DEFAULT_JURISDICTION,
        prior: Annotated[str | None, prior_parameter(terminal)] = None,
        budget: Annotated[str | None, budget_parameter(terminal)] = None,
        department: Annotated[str | None, department_parameter(terminal)] = None,
        year: Annotated[int | None, year_parameter(terminal)] = None,
        output: Annotated[
            str | None,
            output_parameter(
                terminal,
                "Where to write, whole or not at all; by default standard output",
                "写入的文件（要么完整写入，要么不写）；默认为标准输出",
            ),
        ] = None,
        format: Annotated[  # noqa: A002 - the name of the option
            Format | None,
            Parameter(
                metavar="text|markdown|json",
                show_choices=False,
                help=tr(
                    "By default that of FILE's suffix (.txt, .md, .json), else text",
                    "输出格式；默认按文件后缀（.txt、.md、.json），否则为 text",
                ),
            ),
        ] = None,
        language: Annotated[
            Literal["zh", "en"],
            Parameter(
                metavar="zh|en",
                show_choices=False,
                show_default=False,
                help=tr(
                    "Language of the narrative; en is a translation for reading, zh (the default) what the form prescribes",
                    "说明的语言；en 为供阅读的英文译本，默认 zh，即格式规定的文本",
                ),
            ),
        ] = "zh",
    ) -> int:
        output = None if output == STREAM else output
        chosen = format or _format_of(output)
        beside = Beside(prior=prior, budget=budget, department=department, year=year)
        if output is not None:
            refuse_to_overwrite(source, output, beside)
        document, derivation = narrate(source, jurisdiction, terminal, beside, lang=language)
        text = _rendered(document, chosen, terminal.lang)
        if output is None:
            terminal.write(text)
        else:
            write_file(output, text)
        for omission in derivation.omissions:
            terminal.note(omission.message(terminal.lang))
        if output is not None:
            terminal.tell(
                tr(
                    f"wrote {output} ({chosen}, {len(document.sections)} sections)",
                    f"已写入 {output}（{chosen}，共 {len(document.sections)} 个部分）",
                )
            )
        return 0

    app.command(
        report,
        help=tr(
            "Write the narrative of final accounts.\n\n"
            "Every amount, share and change is computed from INPUT. What could not be said because it was not supplied "
            "is told on standard error. Where a figure is missing that a sentence needs, nothing is written.",
            "生成决算情况说明。\n\n"
            "各项金额、占比和增减均由输入文件计算得出。因未提供而未写的内容，在标准错误输出中逐项提示；缺少句子必需的数据时，不生成任何内容。",
        ),
        help_epilogue=examples(
            terminal,
            "report accounts.json",
            "report accounts.json -o report.md",
            "report - --format json < accounts.json",
            "report 2024.xlsx --prior 2023.xlsx -o report.txt",
            "report accounts.json --language en -o report.md",
        ),
        sort_key=1,
    )


def _format_of(output: str | None) -> Format:
    suffix = "" if output is None else Path(output).suffix
    try:
        return _SUFFIXES[suffix.lower()]
    except KeyError:
        raise RefusedError(
            f"{output}: no format is known for {suffix}; choose one with --format text, markdown or json",
            f"{output}：后缀 {suffix} 没有对应的格式，请用 --format 指定 text、markdown 或 json",
        ) from None


def _rendered(document: Document, chosen: Format, lang: Lang) -> str:
    if chosen == "markdown":
        return document.to_markdown()
    return document.to_json(lang) if chosen == "json" else document.to_text()
