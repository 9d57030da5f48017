"""Reading and writing whole files: what goes wrong is a problem with the path, never a traceback."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from govfinance.errors import InvalidInputError, Problem

__all__ = ["PathLike", "read_whole", "write_whole"]

PathLike: TypeAlias = str | os.PathLike[str]


def read_whole(path: PathLike) -> bytes:
    """The bytes of a file. Raises `InvalidInputError` where there is none that can be read."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InvalidInputError([_problem(error, path, "cannot-read", "read", "读取")]) from None


def write_whole(path: PathLike, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, so that the file is replaced as a whole or, whatever happens, not at all.

    Raises `InvalidInputError` where that cannot be done.
    """
    try:
        _replace(Path(path), content.encode() if isinstance(content, str) else content)
    except (OSError, ValueError) as error:
        raise InvalidInputError([_problem(error, path, "cannot-write", "write", "写入")]) from None


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(target)
    if target.exists() and not target.is_file():  # a pipe or a device, such as /dev/stdout, has nothing to keep
        target.write_bytes(data)
        return
    target = Path(os.path.realpath(target))  # a link stays, what it points to is replaced
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _problem(error: Exception, path: PathLike, code: str, verb: str, verb_zh: str) -> Problem:
    name = os.fspath(path).encode(errors="backslashreplace").decode().replace("\0", "\\0")
    if isinstance(error, FileNotFoundError):
        if verb == "write":
            return Problem("no-such-folder", "expected a folder that exists", "所在文件夹不存在", name)
        return Problem("no-such-file", "expected a file, but there is none of this name", "没有这个文件", name)
    if isinstance(error, IsADirectoryError):
        return Problem("is-a-folder", "expected a file, but this is a folder", "应为文件，实际为文件夹", name)
    if isinstance(error, NotADirectoryError):
        return Problem("not-a-folder", "expected folders before the name of the file", "路径的上级不是文件夹", name)
    if isinstance(error, PermissionError):
        return Problem("no-permission", f"no permission to {verb} it", f"没有{verb_zh}权限", name)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Problem(
        code, f"it cannot be {'read' if verb == 'read' else 'written'}: {reason}", f"无法{verb_zh}：{reason}", name
    )
