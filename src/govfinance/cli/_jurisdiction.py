"""``jurisdiction check``: whether the form in a file says what it says so that it can be read back."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final

from cyclopts import App, Parameter

from govfinance.cli._about import known_parts, sources
from govfinance.cli._files import STREAM, Beside, plural, read_accounts
from govfinance.cli._forms import loaded
from govfinance.cli._narrative import narrated
from govfinance.cli._options import examples as example_commands
from govfinance.cli._sample import sample_accounts, shortened
from govfinance.cli._terminal import RefusedError, Terminal
from govfinance.document import Document
from govfinance.io import read_whole
from govfinance.jurisdictions import Jurisdiction

if TYPE_CHECKING:
    from govfinance.testing import Breach, Law, LawReport

__all__ = ["add_to"]

_SHOWN: Final = 5
_MOST: Final = 100_000


def add_to(app: App, terminal: Terminal) -> None:
    """Add the command ``jurisdiction`` with its own command ``check``."""
    tr = terminal.tr
    group = App(
        name="jurisdiction",
        help=tr("Make a form of one's own: check the file that describes it.", "自备格式：检查描述格式的文件。"),
        help_epilogue="",
        group_arguments=app.group_arguments,
        group_parameters=app.group_parameters,
        sort_key=8,
    )

    def check(
        file: Annotated[
            str,
            Parameter(
                name=tr("FILE", "文件"),
                help=tr("The form, a .toml file; what it inherits is read too", "格式文件（.toml），所继承的一并读入"),
            ),
        ],
        /,
        *,
        examples: Annotated[
            int,
            Parameter(
                metavar=tr("NUMBER", "个数"),
                show_default=False,
                help=tr(
                    "How many claims are tried for each sentence, and how many accounts; 50 by default",
                    "每个句子试多少种内容、试多少套决算数据，默认 50",
                ),
            ),
        ] = 50,
        accounts: Annotated[
            str | None,
            Parameter(
                metavar=tr("INPUT", "输入文件"),
                help=tr(
                    "Final accounts for the sample; by default invented ones", "用于样例的决算数据，默认为虚构数据"
                ),
            ),
        ] = None,
        full: Annotated[
            bool,
            Parameter(
                negative="",
                help=tr("Show the whole sample and everything that was found", "列出样例全文和发现的全部问题"),
            ),
        ] = False,
    ) -> int:
        _check_arguments(file, examples)
        try:
            form = loaded(file)
        except RefusedError as error:
            terminal.error(tr(error.en, error.zh))
            for problem in error.problems:  # file and line come first, where editors look for them
                terminal.tell(problem.message(terminal.lang))
            return 2
        given = None
        if accounts is not None:
            given, _ = narrated(read_accounts(accounts, terminal, Beside()), form)
        report, drawn = _tried(form, examples, terminal, sample=given is None)
        sample = given if given is not None else drawn
        lines = [*_form_lines(form, file, terminal)]
        if report is not None:
            lines += ["", *_law_lines(report, terminal, full=full)]
        if sample is not None:
            lines += ["", *_sample_lines(sample, terminal, full=full)]
        terminal.write("\n".join(lines) + "\n")
        if report is None and form.has_narrative:
            _tell_extra(terminal, sample=sample is not None)
            return 2
        return 0 if report is None or report.holds else 1

    group.command(
        check,
        help=tr(
            "Check the file of a form.\n\n"
            "Reads it, compiles its sentences, and tries on drawn examples whether all that they say can be read back: the "
            "laws of sentences. Shows what the form is, what was found, and a sample of its narrative. The exit code is 1 "
            "when a law does not hold. Needs the extra testing (Hypothesis).",
            "检查格式文件。\n\n读入并编译各句式，用随机生成的数据检验写出的句子是否都能读回（句式定律），并列出格式概况、所发现的问题"
            "和说明样例。有定律不成立的，退出码为 1。需要附加组件 testing（Hypothesis）。",
        ),
        help_epilogue=example_commands(
            terminal,
            "jurisdiction check duolun-2024.toml",
            "jurisdiction check duolun-2024.toml --accounts accounts.json --full",
        ),
    )
    app.command(group)


def _check_arguments(file: str, examples: int) -> None:
    if file == STREAM:
        raise RefusedError(
            "a form is not read from standard input; name its file", "格式不能从标准输入读取，请给出文件名"
        )
    if not 1 <= examples <= _MOST:
        raise RefusedError(
            f"--examples: expected 1 to {_MOST}, got {examples}", f"--examples：应为 1 至 {_MOST}，实际为 {examples}"
        )


def _tell_extra(terminal: Terminal, *, sample: bool) -> None:
    tr = terminal.tr
    more, more_zh = (
        ("", "") if sample else ("; a sample needs it too, or --accounts", "；样例也需要它，或用 --accounts 给出数据")
    )
    terminal.error(
        tr(
            f"the laws were not tried, they need an extra: pip install 'govfinance[testing]'{more}",
            f"未检验句式定律，需要附加组件：pip install 'govfinance[testing]'{more_zh}",
        )
    )


def _tried(
    form: Jurisdiction, examples: int, terminal: Terminal, *, sample: bool
) -> "tuple[LawReport | None, Document | None]":
    """The laws tried, and a sample narrative where it is wanted; neither without Hypothesis or without a narrative."""
    if not form.has_narrative:
        return None, None
    try:
        import hypothesis  # noqa: F401

        from govfinance.testing import check_laws
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "hypothesis":
            raise
        return None, None
    with _no_traces():
        try:
            report = check_laws(form, examples=examples, on_progress=_teller(terminal))
            accounts = sample_accounts(form) if sample else None
        finally:
            terminal.progress("")
    document = None
    if accounts is not None:
        with suppress(RefusedError):  # the report says why
            document, _ = narrated(accounts, form)
    return report, document


def _teller(terminal: Terminal) -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, name: str) -> None:
        what = name or terminal.tr("accounts", "决算数据")
        terminal.progress(terminal.tr(f"trying {done + 1} of {total}: {what}", f"检验 {done + 1}/{total}：{what}"))

    return tell


@contextmanager
def _no_traces() -> Iterator[None]:
    """Let Hypothesis keep its files elsewhere than in the folder in which the caller works."""
    from hypothesis.configuration import set_hypothesis_home_dir, storage_directory

    before = storage_directory(intent_to_write=False).home_directory
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            set_hypothesis_home_dir(before)


def _form_lines(form: Jurisdiction, file: str, terminal: Terminal) -> Iterator[str]:
    """What the form is."""
    tr = terminal.tr
    yield terminal.styled(f"{form.id}  {form.name}", "bold")
    yield tr(f"  edition: {form.year}", f"  版本：{form.year} 年度")
    parent = _inherits(file)
    if parent:
        yield tr(f"  inherits: {parent}", f"  继承：{parent}")
    yield from (f"  {line}" for line in known_parts(form, terminal))
    if form.has_narrative:
        sentences = [*form.sentences()]
        variants = sum(len(one.variants) for one in sentences)
        yield tr(
            f"  sentences: {len(sentences)}, in {plural(variants, 'variant')}",
            f"  句子：{len(sentences)} 种，共 {variants} 个句式",
        )
    yield from sources(form, terminal)


def _inherits(file: str) -> str:
    """What a file, which was read before, inherits itself."""
    found = tomllib.loads(read_whole(file).decode("utf-8-sig")).get("inherits")
    return found if isinstance(found, str) else ""


def _law_lines(report: "LawReport", terminal: Terminal, *, full: bool) -> Iterator[str]:
    """Each law, on how much it was tried, and what breaks it."""
    from govfinance.testing import COMPLETE, COMPOSED, LAWS

    tr = terminal.tr
    yield terminal.styled(tr("LAWS", "定律"), "bold")
    for law in (*LAWS, COMPLETE, COMPOSED):
        found = [breach for breach in report.breaches if breach.law is law]
        yield from _law(law, report, found, terminal, full=full)
    number = len(report.breaches)
    yield ""
    if report.holds:
        yield terminal.styled(tr("all laws hold", "各定律均成立"), "green")
    else:
        yield terminal.styled(
            tr(f"{number} breach{'es' if number > 1 else ''} of the laws", f"共有 {number} 处不符合定律"), "red"
        )


def _law(law: "Law", report: "LawReport", found: "list[Breach]", terminal: Terminal, *, full: bool) -> Iterator[str]:
    from govfinance.testing import COMPLETE, COMPOSED

    tr = terminal.tr
    tried = report.tried(law)
    what, what_zh = "claim", "种内容"
    if law is COMPLETE:
        what, what_zh = "situation", "种情形"
    if law is COMPOSED:
        said, said_zh = (
            f"{tried} accounts, {report.composed} composed",
            f"{tried} 套决算数据，写成 {report.composed} 份",
        )
    else:
        said, said_zh = plural(tried, what), f"{tried} {what_zh}"
    verdict = tr("holds", "成立") if not found else tr(f"BROKEN ({len(found)})", f"不成立（{len(found)}）")
    mark = terminal.styled(verdict, "red" if found else "green")
    yield f"  {law.number} {law.name(terminal.lang)}{tr(': ', '：')}{mark}{tr(f' ({said})', f'（{said_zh}）')}"
    shown = found if full else found[:_SHOWN]
    yield from (terminal.hang(breach.message(terminal.lang), 8, "- ") for breach in shown)
    if len(found) > len(shown):
        more = len(found) - len(shown)
        yield tr(f"      ... and {more} more (--full shows all)", f"      ……另有 {more} 处（--full 列出全部）")


def _sample_lines(document: Document, terminal: Terminal, *, full: bool) -> Iterator[str]:
    tr = terminal.tr
    if full:
        yield terminal.styled(tr("SAMPLE", "样例"), "bold")
        yield document.to_text().rstrip("\n")
        return
    yield terminal.styled(tr("SAMPLE (shortened; --full shows all)", "样例（节选，--full 列出全文）"), "bold")
    yield from shortened(document, terminal)
