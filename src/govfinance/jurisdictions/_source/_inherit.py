"""Inheritance: a file takes over what its parent has, table by table and key by key."""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final, TypeAlias

from attrs import evolve, frozen

from govfinance.errors import InvalidInputError, Problem
from govfinance.jurisdictions._source._node import Node, printable
from govfinance.jurisdictions._source._read import read_toml

__all__ = ["Find", "Source", "read_inherited"]


@frozen(kw_only=True)
class Source:
    """A file that can be read: ``name`` is how problems call it, ``folder`` where the files beside it are."""

    file: Traversable
    folder: Traversable
    name: str

    @classmethod
    def of_path(cls, path: str | os.PathLike[str]) -> Source:
        """A file of the user, called as the user does."""
        file = Path(path)
        return cls(file=file, folder=file.parent, name=os.fspath(path))

    @property
    def key(self) -> str:
        """The same for the same file."""
        return os.path.realpath(self.file) if isinstance(self.file, Path) else str(self.file)

    def beside(self, relative: str) -> Source:
        """Another file, by its path as seen from this one; ``..`` leads out of a folder, though not out of an archive."""
        plain = posixpath.normpath(relative)
        folder = self.folder
        if isinstance(folder, Path):
            file: Traversable = folder / relative
            folder = folder.joinpath(relative).parent
        else:  # archives know names, not paths
            file = folder.joinpath(plain)
            folder = folder.joinpath(posixpath.dirname(plain)) if posixpath.dirname(plain) else folder
        name = os.path.normpath(os.path.join(os.path.dirname(self.name), relative))
        return Source(file=file, folder=folder, name=name)

    def read(self) -> Node:
        """The top table. Raises `InvalidInputError` where there is no file that can be read, or a very large one."""
        try:
            data = _contents(self.file)
        except (OSError, ValueError) as error:
            raise _unreadable(error, self.name) from None
        if data is None:
            raise _refused("not-regular", "expected a file, but this is a device or a pipe", "应为普通文件", self.name)
        if len(data) > _MOST:
            raise _refused("too-large", "expected a file of at most 1 MB", "文件不应超过 1 MB", self.name)
        return read_toml(data, self.name)


_MOST: Final = 1_000_000


def _contents(file: Traversable) -> bytes | None:
    """What is in a file, up to a little more than it may have; None where it is no file, and nothing is opened."""
    kind = os.stat(file).st_mode if isinstance(file, Path) else None
    if kind is not None and not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        return None
    with file.open("rb") as stream:
        return stream.read(_MOST + 1)


Find: TypeAlias = Callable[[str, int], Source]
"""Finds an edition by its id and year; raises `InvalidInputError` where there is none."""


def _refused(code: str, en: str, zh: str, name: str) -> InvalidInputError:
    shown = printable(os.fsdecode(name).encode(errors="backslashreplace").decode())
    return InvalidInputError([Problem(code, en, zh, shown)])


def _unreadable(error: Exception, name: str) -> InvalidInputError:
    if isinstance(error, FileNotFoundError):
        return _refused("no-such-file", "expected a file, but there is none of this name", "没有这个文件", name)
    if isinstance(error, IsADirectoryError) or os.path.isdir(name):
        return _refused("is-a-folder", "expected a file, but this is a folder", "应为文件，实际为文件夹", name)
    reason = printable((error.strerror if isinstance(error, OSError) else None) or str(error))
    return _refused("cannot-read", f"it cannot be read: {reason}", f"无法读取：{reason}", name)


_EDITION: Final = re.compile(r"([\w-]+)/([0-9]{4})")


def read_inherited(source: Source, find: Find) -> Node:
    """The top table of a file, with all that it inherits; each value knows the file that it stands in."""
    chain = [source.read()]
    seen = [source.key]
    while (inherits := _inherits(chain[-1])) is not None:
        source = _parent(source, inherits, find)
        if source.key in seen:
            raise inherits.error(
                "inherits-itself",
                f"{inherits.value} inherits from this file already: it is inherited in a circle",
                f"{inherits.value} 已继承本文件：循环继承",
            )
        seen.append(source.key)
        try:
            chain.append(source.read())
        except InvalidInputError as error:
            if any(problem.code in _NO_FILE for problem in error.problems):
                raise _no_parent(inherits, error) from None
            raise
    merged = chain.pop()
    while chain:
        merged = _merged(merged, chain.pop(), ())
    return merged


_NO_FILE: Final = ("no-such-file", "is-a-folder", "cannot-read", "not-regular", "too-large")


def _inherits(top: Node) -> Node | None:
    inherits: Node | None = top.value.get("inherits")
    return inherits


def _parent(source: Source, inherits: Node, find: Find) -> Source:
    wanted = inherits.value
    if isinstance(wanted, str) and wanted.endswith(".toml"):
        if PurePosixPath(wanted).anchor or PureWindowsPath(wanted).anchor or not wanted.isprintable():
            raise inherits.error(
                "bad-inherits",
                "expected the path of a file as seen from this one, such as './other.toml'",
                "应为相对于本文件的路径，如“./other.toml”",
            )
        return source.beside(wanted)
    edition = _EDITION.fullmatch(wanted) if isinstance(wanted, str) else None
    if edition is None:
        raise inherits.error(
            "bad-inherits",
            "expected an edition such as 'inner-mongolia/2023' or a file such as './other.toml'",
            "应为“inner-mongolia/2023”这样的版本，或“./other.toml”这样的文件",
        )
    try:
        return find(edition[1], int(edition[2]))
    except InvalidInputError as error:
        raise _no_parent(inherits, error) from None


def _no_parent(inherits: Node, error: InvalidInputError) -> InvalidInputError:
    return inherits.error(
        "no-parent",
        f"cannot inherit from {inherits.value}: {'; '.join(problem.en for problem in error.problems)}",
        f"无法继承 {inherits.value}：{'；'.join(problem.zh for problem in error.problems)}",
    )


def _merged(parent: Node, child: Node, keys: tuple[str, ...]) -> Node:
    """The child's value, with what only the parent has where both are tables; limitations add up."""
    if keys == ("limitations",) and isinstance(parent.value, list) and isinstance(child.value, list):
        return evolve(child, value=[*child.value, *parent.value])
    if not isinstance(parent.value, dict) or not isinstance(child.value, dict) or _whole(parent, child, keys):
        return child
    result = {key: value for key, value in parent.value.items() if key not in _ousted(child, keys)}
    for key, value in child.value.items():
        result[key] = _merged(result[key], value, (*keys, key)) if key in result else value
    return evolve(child, value=result)


def _whole(parent: Node, child: Node, keys: tuple[str, ...]) -> bool:
    """Whether a table is one value: a sentence, a number format, and what is now of another kind."""
    if (len(keys), keys[:-1]) in ((2, ("sentences",)), (3, ("conventions", "formats"))):
        return True
    if len(keys) == 3 and keys[0] in ("families", "phrases") and keys[2] == "variants":
        return True
    kind = {"tables": "layout", "words": "of"}.get(keys[0]) if len(keys) == 2 else None
    return kind is not None and kind in child.value and _value(child, kind) != _value(parent, kind)


def _value(table: Node, key: str) -> object:
    return table.value[key].value if key in table.value else None


def _ousted(child: Node, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the parent that what the child says takes the place of.

    What the parent was checked with says nothing of the child.
    """
    if not keys:
        return ("checked_with",)
    if len(keys) == 2 and keys[0] == "phrases" and ("variants" in child.value or "like" in child.value):
        return ("variants", "like", "fill")
    return ()
