"""What is wrong with the words on the command line, in the language of the caller."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Literal, get_args, get_origin

from cyclopts import App, CycloptsError
from cyclopts.exceptions import (
    CoercionError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)

from govfinance.cli._terminal import Terminal

__all__ = ["describe", "program_and_command"]


def program_and_command(error: CycloptsError) -> str:
    """The command whose help says how it is used."""
    return " ".join(["govfinance", *(error.command_chain or ())])


def describe(error: CycloptsError, app: App, terminal: Terminal) -> str:
    """The error in one line."""
    tr = terminal.tr
    if isinstance(error, UnknownCommandError):
        token = (error.unused_tokens or [""])[0]
        if token.startswith("-"):
            return tr(f"unknown option {token}", f"未知的选项 {token}")
        for name in error.command_chain or ():
            app = app[name]
        names = [name for name in app if not name.startswith("-")]
        known = ", ".join(names), "、".join(names)
        return tr(f"unknown command {token}", f"未知的命令 {token}") + _hint(token, names, known, terminal)
    if isinstance(error, UnknownOptionError):
        token = error.token.keyword or error.token.value
        names = [name for argument in error.argument_collection for name in argument.names if name.startswith("-")]
        return tr(f"unknown option {token}", f"未知的选项 {token}") + _hint(token, names, None, terminal)
    if isinstance(error, MissingArgumentError) and error.argument is not None:
        if error.keyword:
            return tr(f"{error.keyword} needs a value", f"{error.keyword} 之后应有值")
        return tr(f"{error.argument.name} is missing", f"缺少{error.argument.name}")
    if isinstance(error, CoercionError) and error.token is not None and get_origin(error.target_type) is Literal:
        choices = [str(choice) for choice in get_args(error.target_type)]
        value, name = error.token.value, error.token.keyword or ""
        wanted = tr(", ".join(choices[:-1]) + f" or {choices[-1]}", "、".join(choices[:-1]) + f" 或 {choices[-1]}")
        return tr(f"{name}: expected {wanted}, got {value}", f"{name}：应为 {wanted}，实际为 {value}")
    if isinstance(error, CoercionError) and error.token is not None and error.target_type is int:
        value, name = error.token.value, error.token.keyword or ""
        if name == "--examples":
            return tr(f"{name}: expected a number such as 50, got {value}", f"{name}：应为数字，如 50，实际为 {value}")
        return tr(f"{name}: expected a year such as 2024, got {value}", f"{name}：应为年度，如 2024，实际为 {value}")
    if isinstance(error, RepeatArgumentError):
        name = (error.token.keyword if error.token is not None else None) or ""
        return tr(f"{name} is given twice", f"{name} 重复")
    if isinstance(error, UnusedCliTokensError):
        tokens = " ".join(error.unused_tokens or ())
        return tr(f"unexpected argument {tokens}", f"多余的参数 {tokens}")
    return tr(str(error), f"用法有误（{error}）")


def _hint(token: str, names: Iterable[str], known: tuple[str, str] | None, terminal: Terminal) -> str:
    near = difflib.get_close_matches(token, names, 1)
    if near:
        return terminal.tr(f" (did you mean {near[0]}?)", f"（是否指 {near[0]}？）")
    return terminal.tr(f", expected one of {known[0]}", f"，应为 {known[1]} 之一") if known else ""
