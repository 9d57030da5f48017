"""The pages that ``--help`` shows: plain, in the language of the caller, wide characters counted as two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from govfinance.cli._terminal import Terminal

if TYPE_CHECKING:
    from cyclopts.help import HelpEntry, HelpPanel
    from rich.console import Console, ConsoleOptions

__all__ = ["HelpFormatter"]


@frozen
class HelpFormatter:
    """What cyclopts calls for each part of a page."""

    terminal: Terminal

    def render_usage(self, console: Console, options: ConsoleOptions, usage: object) -> None:
        """The line with the usage; cyclopts makes it, in English."""
        tr = self.terminal.tr
        shown = str(usage).strip()
        for word, here in (("COMMAND", "命令"), ("[OPTIONS]", "[选项]"), ("[ARGS]", "[参数]")):
            shown = shown.replace(word, tr(word, here))
        console.print(Text.assemble((tr("Usage: ", "用法："), "bold"), shown), end="\n\n")

    def render_description(self, console: Console, options: ConsoleOptions, description: object) -> None:
        """What the command is for."""
        console.print(description)

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """A list of commands, arguments or options."""
        if not panel.entries:
            return
        table = Table.grid(padding=(0, 2), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for entry in sorted(panel.entries, key=lambda entry: "--lang" in entry.names):  # what is common to all is last
            table.add_row(_labels(entry), entry.description)
        console.print(Text(str(panel.title), style="bold"))
        console.print(Padding(table, (0, 0, 1, 2)))


def _labels(entry: HelpEntry) -> Text:
    names = [*entry.shorts, *entry.names]
    label = entry.positional_label or ", ".join(names)
    return Text(f"{label} {entry.metavar}" if entry.metavar and names else label)
