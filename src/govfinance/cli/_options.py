"""What the pages of several commands have in common."""

from __future__ import annotations

from cyclopts import Parameter

from govfinance.cli._terminal import Terminal

__all__ = ["examples", "input_parameter", "jurisdiction_parameter"]


def input_parameter(terminal: Terminal) -> Parameter:
    """INPUT, the accounts that a command reads."""
    return Parameter(
        name=terminal.tr("INPUT", "输入文件"),
        help=terminal.tr(
            "The final accounts, a JSON file (see the command schema); - reads standard input",
            "决算数据，JSON 文件（格式见 schema 命令）；- 表示标准输入",
        ),
    )


def jurisdiction_parameter(terminal: Terminal) -> Parameter:
    """The form that the narrative has to follow."""
    return Parameter(
        metavar=terminal.tr("NAME", "名称"),
        show_default=False,
        help=terminal.tr(
            "Whose form the narrative follows, inner-mongolia by default (see the command jurisdictions)",
            "采用哪个地区的格式，默认 inner-mongolia（见 jurisdictions 命令）",
        ),
    )


def examples(terminal: Terminal, *commands: str) -> str:
    """Commands to copy, for the end of a page."""
    return "\n".join([terminal.tr("Examples", "示例"), *(f"  govfinance {command}" for command in commands)])
