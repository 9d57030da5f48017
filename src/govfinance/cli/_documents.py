"""Which documents a command is to read: files, all those in a folder, or standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from govfinance.cli._files import STREAM
from govfinance.cli._terminal import RefusedError

__all__ = ["DOCUMENT_SUFFIXES", "documents_in", "is_same_file"]

DOCUMENT_SUFFIXES: Final = frozenset(
    [
        ".pdf",
        ".docx",
        ".docm",
        ".doc",
        ".wps",
        ".rtf",
        ".ofd",
        ".html",
        ".htm",
        ".mht",
        ".mhtml",
        ".txt",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".et",
        ".ods",
    ]
)
"""What is taken for a document in a folder; those that cannot be read are told, not passed over."""


def documents_in(sources: Sequence[str], output: str | None) -> Sequence[str]:
    """The documents, in the order of ``sources``; those in a folder and below it sorted by their paths.

    The file that is written is none of those in a folder. Raises `RefusedError` where a folder has no document, and where
    standard input is named twice.
    """
    found: list[str] = []
    for source in sources:
        if source == STREAM and source in found:
            raise RefusedError("standard input (-) is named twice", "标准输入（-）重复")
        if source == STREAM or not os.path.isdir(source):
            found.append(source)
            continue
        inside = [path for path in sorted(_below(source)) if output is None or not is_same_file(path, output)]
        if not inside:
            raise RefusedError(f"{source}: there is no document in this folder", f"{source}：文件夹中没有可审核的文件")
        found += inside
    return found


def _below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if Path(name).suffix.lower() in DOCUMENT_SUFFIXES and not name.startswith((".", "~$")):
                yield os.path.join(parent, name)


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths are of one file that exists."""
    try:
        return one != STREAM and os.path.samefile(one, other)
    except (OSError, ValueError):
        return False
