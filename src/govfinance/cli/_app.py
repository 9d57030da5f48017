"""The commands put together, in the language of the caller."""

# No `from __future__ import annotations` here and in the modules of the commands: the help texts stand in the
# annotations, and are evaluated anew for each language.

from importlib.metadata import version
from io import StringIO
from shutil import get_terminal_size
from typing import Annotated, Any, Literal

from cyclopts import App, CycloptsError, Group, Parameter
from rich.console import Console

from govfinance.cli import _about, _audit, _check, _explain, _jurisdiction, _report, _tables
from govfinance.cli._files import STREAM
from govfinance.cli._help import HelpFormatter
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.cli._usage import describe, program_and_command

__all__ = ["build", "run"]

_COMMANDS = (_report, _check, _audit, _explain, _tables, _about, _jurisdiction)
_GROUPS = ("jurisdiction",)


def run(argv: list[str], terminal: Terminal) -> int:
    """Run the command that the arguments ask for; whatever is wrong with them or the input is told, not raised."""
    page = StringIO()  # --help and --version print here, so that only Terminal writes to the streams
    console = Console(file=page, force_terminal=bool(argv) and terminal.coloured, width=_width(), highlight=False)
    app = build(terminal)
    # To cyclopts, the "-" that stands for a standard stream is an option without a name.
    tokens = [STREAM if token == "-" else token for token in argv]
    try:
        code = app.meta(tokens or ["--help"], console=console)
        if page.getvalue():
            if not tokens or code == 2:  # no command was given
                terminal.tell(_trimmed(page))
                return 2
            terminal.write(_trimmed(page) + "\n")
        return code if isinstance(code, int) else 0
    except CycloptsError as error:
        terminal.error(describe(error, app, terminal).replace(STREAM, "-"))
        terminal.tell(terminal.tr("see", "用法见") + f" {program_and_command(error)} --help")
    except RefusedError as error:
        terminal.refuse(error)
    return 2


def _trimmed(page: StringIO) -> str:
    lines = [line.rstrip() for line in page.getvalue().splitlines()]
    return "\n".join(lines).replace("\n\n\n", "\n\n").strip()


def _width() -> int:
    return min(get_terminal_size().columns, 110)


def build(terminal: Terminal) -> App:
    """All commands, with their help in the language of the terminal."""
    tr = terminal.tr
    options = Group(tr("Options", "选项"), sort_key=3)
    app = App(
        name="govfinance",
        help=tr(
            "Final accounts of Chinese government departments: check them, and write their narrative.",
            "政府部门决算：核对勾稽关系，生成决算情况说明。",
        ),
        help_epilogue=tr(
            "Exit codes: 0 fine, 1 a check found something, 2 unreadable input or wrong usage.",
            "退出码：0 正常，1 核对有不成立的，2 输入无法读取或用法有误。",
        ),
        help_format="plaintext",
        help_formatter=HelpFormatter(terminal),
        version=version("govfinance"),
        group_commands=Group(tr("Commands", "命令"), sort_key=1),
        group_arguments=Group(tr("Arguments", "参数"), sort_key=2),
        group_parameters=options,
        result_action="return_value",
        print_error=False,
        exit_on_error=False,
        suppress_keyboard_interrupt=False,
    )
    for flag, text in (
        ("--help", tr("Show this page", "显示本页")),
        ("--version", tr("Show the version", "显示版本号")),
    ):
        app[flag].group = options
        app[flag].help = text

    def launch(
        *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
        lang: Annotated[
            Literal["zh", "en"] | None,
            Parameter(
                metavar="zh|en",
                show_choices=False,
                help=tr(
                    "Language of messages and help; by default that of the locale",
                    "提示和帮助的语言，默认随系统区域设置",
                ),
            ),
        ] = None,
    ) -> Any:
        if len(tokens) == 1 and tokens[0] in _GROUPS:
            app([*tokens, "--help"])
            return 2
        return app(tokens)

    app.meta.default(launch)
    app.meta.suppress_keyboard_interrupt = False
    for module in _COMMANDS:
        module.add_to(app, terminal)
    return app
