"""``explain``: where each number of the narrative comes from."""

from collections.abc import Iterator
from typing import Annotated

from cyclopts import App, Parameter

from govfinance.cli._files import Beside
from govfinance.cli._forms import DEFAULT_JURISDICTION
from govfinance.cli._narrative import narrate
from govfinance.cli._options import (
    budget_parameter,
    department_parameter,
    examples,
    input_parameter,
    jurisdiction_parameter,
    prior_parameter,
    year_parameter,
)
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.document import Document, Paragraph, Section

__all__ = ["add_to"]


def add_to(app: App, terminal: Terminal) -> None:
    """Add the command ``explain``."""
    tr = terminal.tr

    def explain(
        source: Annotated[str, input_parameter(terminal)],
        /,
        *,
        section: Annotated[
            str | None,
            Parameter(
                metavar=tr("NUMBER", "序号"),
                help=tr("Only this section, such as 一 or 1, 十四 or 14", "只列出该部分，如 一 或 1，十四 或 14"),
            ),
        ] = None,
        jurisdiction: Annotated[str, jurisdiction_parameter(terminal)] = DEFAULT_JURISDICTION,
        prior: Annotated[str | None, prior_parameter(terminal)] = None,
        budget: Annotated[str | None, budget_parameter(terminal)] = None,
        department: Annotated[str | None, department_parameter(terminal)] = None,
        year: Annotated[int | None, year_parameter(terminal)] = None,
    ) -> int:
        beside = Beside(prior=prior, budget=budget, department=department, year=year)
        document, _ = narrate(source, jurisdiction, terminal, beside)
        sections = document.sections if section is None else (_find(document, section),)
        terminal.write("\n\n".join("\n".join(_lines(one, terminal)) for one in sections) + "\n")
        return 0

    app.command(
        explain,
        help=tr(
            "Show where each number of the narrative comes from.\n\n"
            "Lists each number of each paragraph with the amounts that it was computed from, in 元, and how it was "
            "rounded.",
            "列出说明中每个数字的由来。\n\n逐段列出每个数字，及其据以计算的金额（元）和舍入方法。",
        ),
        help_epilogue=examples(terminal, "explain accounts.json --section 1"),
        sort_key=3,
    )


def _find(document: Document, wanted: str) -> Section:
    """A section by its Chinese or its Arabic number."""
    plain = wanted.strip().removesuffix("、")
    for number, section in enumerate(document.sections, 1):
        if plain in (section.number, str(number)):
            return section
    known = "、".join(section.number for section in document.sections)
    raise RefusedError(
        f"--section: there is no section {wanted}, only {known} (or 1 to {len(document.sections)})",
        f"--section：没有第 {wanted} 部分，只有 {known}（或 1 至 {len(document.sections)}）",
    )


def _lines(section: Section, terminal: Terminal) -> Iterator[str]:
    """The headings, and each paragraph that has numbers with a line for each of them."""
    yield terminal.styled(section.heading, "bold")
    for block in section.blocks:
        if not isinstance(block, Paragraph) or not (block.numbers or block.style == "heading"):
            continue
        yield ""
        yield terminal.hang(block.text, 0)
        for span in block.numbers:
            derivation = None if span.derivation is None else span.derivation(terminal.lang)
            yield terminal.hang(_line(block.text[span.start : span.end], derivation), 4)


def _line(number: str, derivation: str | None) -> str:
    if derivation is None:
        return number
    # "26.73% = ..." says itself which number it is about.
    return derivation if " = " in derivation else f"{number} — {derivation}"
