"""``schema`` and ``jurisdictions``: what the input looks like, and which forms there are."""

import json
from collections.abc import Iterator
from typing import Annotated

from cyclopts import App, Parameter
from cyclopts.exceptions import UnusedCliTokensError

from govfinance.audit._schema import report_schema
from govfinance.cli._files import plural
from govfinance.cli._terminal import Terminal
from govfinance.io import schema as json_schema
from govfinance.jurisdictions import Jurisdiction
from govfinance.jurisdictions import jurisdictions as all_jurisdictions

__all__ = ["add_to", "known_parts", "sources"]

_SCHEMAS = {"accounts": json_schema, "audit": report_schema}


def add_to(app: App, terminal: Terminal) -> None:
    """Add the commands ``schema`` and ``jurisdictions``."""
    tr = terminal.tr

    def schema(
        of: Annotated[
            str,
            Parameter(
                name=tr("OF", "对象"),
                show_default=False,
                help=tr(
                    "accounts (the default) for INPUT, audit for what audit prints as JSON",
                    "accounts（默认）为输入文件，audit 为 audit 命令输出的 JSON",
                ),
            ),
        ] = "accounts",
        /,
    ) -> int:
        if of not in _SCHEMAS:
            raise UnusedCliTokensError(unused_tokens=[of], command_chain=("schema",))
        terminal.write(json.dumps(_SCHEMAS[of](), ensure_ascii=False, indent=2) + "\n")
        return 0

    def jurisdictions() -> int:
        terminal.write("\n\n".join("\n".join(_lines(one, terminal)) for one in all_jurisdictions()) + "\n")
        return 0

    app.command(
        schema,
        help=tr("Print the JSON schema of INPUT, or of the result of audit.", "输出输入文件或审核结果的 JSON schema。"),
        help_epilogue="",
        sort_key=6,
    )
    app.command(
        jurisdictions,
        help=tr(
            "List the jurisdictions whose form is known, and what each was checked with.",
            "列出已收录格式的地区及其核对依据。",
        ),
        help_epilogue="",
        sort_key=7,
    )


def known_parts(one: Jurisdiction, terminal: Terminal) -> Iterator[str]:
    """What a form has: the narrative, the tables, or both."""
    tr, form = terminal.tr, one.form
    if form.outline is None:
        yield tr("narrative: not known", "说明：未收录")
    else:
        number = len(form.outline.sections)
        yield tr(f"narrative: {plural(number, 'section')}", f"说明：{number} 个部分")
    if form.tables is None:
        yield tr("tables: not known", "决算表：未收录")
    else:
        yield tr(f"tables: {len(form.tables.layouts)}", f"决算表：{len(form.tables.layouts)} 张")


def sources(one: Jurisdiction, terminal: Terminal) -> Iterator[str]:
    """What a form is taken from, what it was checked with, and what is not certain."""
    tr = terminal.tr
    for heading, texts in (
        (tr("references:", "依据："), one.form.references),
        (tr("checked with:", "核对文件："), one.form.checked_with),
        (tr("limitations:", "局限："), tuple(limit.message(terminal.lang) for limit in one.form.limitations)),
    ):
        yield f"  {heading}"
        yield from (terminal.hang(text, 6, "- ") for text in texts)
        if not texts:
            yield f"    {tr('none given', '未注明')}"


def _lines(one: Jurisdiction, terminal: Terminal) -> Iterator[str]:
    tr = terminal.tr
    yield terminal.styled(f"{one.id}  {one.name}", "bold")
    yield tr(f"  edition: {one.year}", f"  版本：{one.year} 年度")
    yield from (f"  {line}" for line in known_parts(one, terminal))
    yield from sources(one, terminal)
