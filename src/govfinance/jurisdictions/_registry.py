"""The jurisdictions that there are: files of the library and of packages, loaded when they are asked for."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn

from govfinance.errors import InvalidInputError, Problem
from govfinance.jurisdictions._form import Form, Jurisdiction
from govfinance.jurisdictions._source import Source, load_checked, load_quickly

__all__ = ["GROUP", "jurisdiction", "jurisdictions", "load_jurisdiction"]

GROUP: Final = "govfinance.jurisdictions"
"""The entry points under which packages register forms: the name is the id, the object a package of files or `Form`."""

_FILE: Final = re.compile(r"([\w-]+)-([0-9]{4})\.toml")

_Editions = Mapping[int, Source | Form]


def _in_folder(folder: Traversable) -> Iterator[tuple[str, int, Source]]:
    """The editions of which files lie in a folder: by their names, nothing is read."""
    for file in folder.iterdir():
        match = _FILE.fullmatch(file.name)
        if match is not None:
            yield match[1], int(match[2]), Source(file=file, folder=folder, name=file.name)


@lru_cache(maxsize=1)
def _own() -> Mapping[str, dict[int, Source]]:
    """The editions of the library."""
    result: dict[str, dict[int, Source]] = {}
    for name, year, source in _in_folder(files("govfinance.jurisdictions") / "data"):
        result.setdefault(name, {})[year] = source
    return result


@lru_cache(maxsize=1)
def _registered() -> Mapping[str, tuple[EntryPoint, ...]]:
    """The entry points of packages, by id."""
    result: dict[str, tuple[EntryPoint, ...]] = {}
    for one in entry_points(group=GROUP):
        result[one.name] = (*result.get(one.name, ()), one)
    return result


@lru_cache(maxsize=64)
def _editions(name: str) -> _Editions:
    """The editions of a jurisdiction; those of the library stand, whatever packages say."""
    result: dict[int, Source | Form] = {}
    for one in _registered().get(name, ()):
        result |= _of_package(one)
    return result | _own().get(name, {})


def _of_package(one: EntryPoint) -> dict[int, Source | Form]:
    """The editions of an entry point. Raises `InvalidInputError` where it cannot be loaded, or holds none."""
    try:
        found = one.load()
        if isinstance(found, ModuleType):
            folder = files(found) if hasattr(found, "__path__") else Path(str(found.__file__)).parent
            return {year: source for name, year, source in _in_folder(folder) if name == one.name}
        forms = [found] if isinstance(found, Form) else list(found)
    except Exception as error:  # noqa: BLE001 - whatever a package of somebody else raises
        reason = f"{type(error).__name__}: {error}"[:200]
        _refuse(
            "broken-package",
            f"the jurisdiction {one.name} of {one.value} cannot be loaded: {reason}",
            f"无法加载 {one.value} 提供的地区 {one.name}：{reason}",
        )
    if not forms or not all(isinstance(form, Form) and form.id == one.name for form in forms):
        _refuse(
            "broken-package",
            f"expected {one.value} to be a package of files {one.name}-YEAR.toml, or Forms of that id",
            f"{one.value} 应为含有 {one.name}-年度.toml 文件的包，或该 id 的 Form",
        )
    return {form.year: form for form in forms}


def _refuse(code: str, en: str, zh: str, path: str = "jurisdiction") -> NoReturn:
    raise InvalidInputError([Problem(code, en, zh, path)])


def _find(name: str, year: int) -> Source:
    """The file of an edition, for one that inherits it."""
    editions = _known(name)
    source = editions.get(year)
    if source is None:
        known = ", ".join(f"{name}/{edition}" for edition in sorted(editions)) or "none"
        _refuse("no-edition", f"expected one of {known}, got {name}/{year}", f"应为 {known} 之一，实际为 {name}/{year}")
    if isinstance(source, Form):
        _refuse("not-a-file", f"{name}/{year} is no file of TOML", f"{name}/{year} 不是 TOML 文件")
    return source


@lru_cache(maxsize=64)
def _load(name: str, year: int) -> Jurisdiction:
    source = _own().get(name, {}).get(year) or _editions(name)[year]
    if isinstance(source, Form):
        return Jurisdiction(source)
    return load_quickly(source, _find, (name, year))


def _known(name: str) -> _Editions:
    """The editions of a jurisdiction. Raises `InvalidInputError` that says which jurisdictions there are."""
    names = sorted({*_own(), *_registered()})
    if name in names:
        return _editions(name)
    known = ", ".join(names)
    near = difflib.get_close_matches(str(name), names, 1)
    hint, hint_zh = (f" (did you mean {near[0]}?)", f"（是否指 {near[0]}？）") if near else ("", "")
    _refuse(
        "unknown-jurisdiction",
        f"expected one of {known}, got {name!r}{hint}",
        f"应为 {known} 之一，实际为“{name}”{hint_zh}",
    )


def jurisdiction(name: str, year: int) -> Jurisdiction:
    """The form of a jurisdiction for a budget year: its newest edition that is not younger.

    Raises `InvalidInputError` that says which jurisdictions or editions exist.

    >>> jurisdiction("inner-mongolia", 2023)
    <jurisdiction inner-mongolia 2023>
    """
    editions = _known(name)
    fitting = [edition for edition in editions if edition <= year]
    if not fitting:
        known = ", ".join(str(edition) for edition in sorted(editions))
        _refuse(
            "no-edition",
            f"{name} has no form for {year}; its editions begin with {known}",
            f"{name} 没有 {year} 年度的格式；现有版本始于 {known} 年度",
            "year",
        )
    return _load(name, max(fitting))


def jurisdictions() -> tuple[Jurisdiction, ...]:
    """All jurisdictions in all their editions, without those of packages that cannot be loaded.

    >>> [(one.id, one.year) for one in jurisdictions() if one.id in ("inner-mongolia", "ministry")]
    [('inner-mongolia', 2022), ('inner-mongolia', 2023), ('ministry', 2023)]
    """
    return tuple(_all())


def _all() -> Iterable[Jurisdiction]:
    for name in sorted({*_own(), *_registered()}):
        own = sorted(_own().get(name, ()))
        yield from (_load(name, year) for year in own)
        try:
            others = [_load(name, year) for year in sorted(_editions(name)) if year not in own]
        except InvalidInputError:
            continue  # told to whoever asks for it
        yield from others


def load_jurisdiction(path: str | os.PathLike[str]) -> Jurisdiction:
    """The form that a TOML file describes, with what it inherits; everything in it is compiled and checked.

    Raises `InvalidInputError` with all problems of the file, each with the line on which it stands.
    """
    return load_checked(Source.of_path(path), _find)
