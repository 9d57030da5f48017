"""What the pages of several commands have in common."""

from __future__ import annotations

from cyclopts import Parameter

from govfinance.cli._terminal import Terminal

__all__ = [
    "budget_parameter",
    "department_parameter",
    "examples",
    "input_parameter",
    "jurisdiction_parameter",
    "output_parameter",
    "prior_parameter",
    "year_parameter",
]


def input_parameter(terminal: Terminal) -> Parameter:
    """INPUT, the accounts that a command reads."""
    return Parameter(
        name=terminal.tr("INPUT", "输入文件"),
        help=terminal.tr(
            "The final accounts, a JSON file (see the command schema) or a workbook of the public tables (.xlsx, .xls, "
            ".ods; see the command template); - reads standard input",
            "决算数据，JSON 文件（格式见 schema 命令）或决算公开表的工作簿（.xlsx、.xls、.ods，见 template 命令）；- 表示标准输入",
        ),
    )


def jurisdiction_parameter(terminal: Terminal, what: str = "narrative", what_zh: str = "说明") -> Parameter:
    """The form that the narrative, or something else, has to follow."""
    return Parameter(
        metavar=terminal.tr("NAME", "名称"),
        show_default=False,
        help=terminal.tr(
            f"Whose form the {what} {'follow' if what.endswith('s') else 'follows'}, inner-mongolia by default (see the command "
            "jurisdictions); or a file of your own (.toml)",
            f"{what_zh}采用哪个地区的格式，默认 inner-mongolia（见 jurisdictions 命令）；也可以是自备的格式文件（.toml）",
        ),
    )


def output_parameter(terminal: Terminal, en: str, zh: str) -> Parameter:
    """Where the result goes."""
    return Parameter(name=["--output", "-o"], metavar=terminal.tr("FILE", "文件"), help=terminal.tr(en, zh))


def prior_parameter(terminal: Terminal) -> Parameter:
    """Last year's accounts."""
    return Parameter(
        metavar=terminal.tr("FILE", "文件"),
        help=terminal.tr(
            "Last year's accounts or workbook, for the figures of the year before",
            "上年决算数据或工作簿，用于填上年决算数",
        ),
    )


def budget_parameter(terminal: Terminal) -> Parameter:
    """The initial budget."""
    return Parameter(
        metavar=terminal.tr("FILE", "文件"),
        help=terminal.tr(
            "The initial budget, as accounts or as a workbook of the same tables, for the initial budgets",
            "年初预算，数据文件或同样表式的工作簿，用于填年初预算数",
        ),
    )


def department_parameter(terminal: Terminal) -> Parameter:
    """Whose accounts a workbook has."""
    return Parameter(
        metavar=terminal.tr("NAME", "名称"),
        help=terminal.tr(
            "Whose accounts a workbook has, where it does not say it or says it wrong",
            "工作簿未注明部门或注明有误时，给出部门名称",
        ),
    )


def year_parameter(terminal: Terminal) -> Parameter:
    """The year of a workbook."""
    return Parameter(
        metavar=terminal.tr("YEAR", "年度"),
        help=terminal.tr(
            "The year of a workbook, where it does not say it or says it wrong",
            "工作簿未注明年度或注明有误时，给出年度",
        ),
    )


def examples(terminal: Terminal, *commands: str) -> str:
    """Commands to copy, for the end of a page."""
    return "\n".join([terminal.tr("Examples", "示例"), *(f"  govfinance {command}" for command in commands)])
