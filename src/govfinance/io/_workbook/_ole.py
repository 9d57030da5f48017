"""Compound files (OLE2), the containers of .xls: one stream is taken out, and put into a new container of its own.

The format is [MS-CFB]: sectors in chains, a directory of streams, and small streams in sectors within a stream.
"""

from __future__ import annotations

from struct import Struct, error, pack, unpack_from

from attrs import frozen

from govfinance.io._workbook._problems import damaged

__all__ = ["MAGIC", "CompoundFile", "container", "open_compound"]

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NO_STREAM = 0xFFFFFFFF
_ENTRY = Struct("<64sHBB3L16sL8s8sLQ")
_SMALL = 64
_SMALLEST_LARGE = 4096
_HEADER_LINKS = 109  # links of the header to sectors of the table of chains


@frozen
class CompoundFile:
    """The streams of a compound file by name: the first sector and the length of each."""

    data: bytes
    sector: int
    chains: tuple[int, ...]
    small_chains: tuple[int, ...]
    small: bytes
    streams: dict[str, tuple[int, int]]

    def read(self, name: str) -> bytes:
        """A stream as a whole."""
        start, size = self.streams[name]
        if size < _SMALLEST_LARGE:
            found = _follow(self.small, 0, _SMALL, start, self.small_chains)
        else:
            found = _follow(self.data, self.sector, self.sector, start, self.chains)
        if len(found) < size:
            raise _cut_off()
        return found[:size]


def open_compound(data: bytes) -> CompoundFile:
    """Read the directory of a compound file. Raises `InvalidInputError` for one that is cut off or contradicts itself."""
    try:
        return _open(data)
    except (error, IndexError, ValueError):
        raise _cut_off() from None


def _cut_off() -> Exception:
    return damaged("it is cut off", "文件不完整")


def _open(data: bytes) -> CompoundFile:
    (shift,) = unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise _cut_off()
    sector = 1 << shift
    directory_start, small_start, small_count, link_start = (unpack_from("<L", data, at)[0] for at in (48, 60, 64, 68))
    links = [*unpack_from(f"<{_HEADER_LINKS}L", data, 76)]
    per_sector = sector // 4
    seen: set[int] = set()
    while link_start < _FAT - 1:
        if link_start in seen:
            raise _cut_off()
        seen.add(link_start)
        *more, link_start = unpack_from(f"<{per_sector}L", data, sector * (link_start + 1))
        links += more
    used = [link for link in links if link < _FAT - 1]
    if len(used) > len(data) // sector:
        raise _cut_off()
    chains = tuple(n for link in used for n in unpack_from(f"<{per_sector}L", data, sector * (link + 1)))
    directory = _follow(data, sector, sector, directory_start, chains)
    streams: dict[str, tuple[int, int]] = {}
    root = (_END, 0)
    for offset in range(0, len(directory) - _ENTRY.size + 1, _ENTRY.size):
        name, length, kind, *_, start, size = _ENTRY.unpack_from(directory, offset)
        if sector == 512:
            size &= 0xFFFFFFFF  # the upper half is not always zero in old files
        if kind == 2:
            streams.setdefault(name[: max(0, length - 2)].decode("utf-16-le", "replace"), (start, size))
        elif kind == 5:
            root = (start, size)
    small = _follow(data, sector, sector, root[0], chains)
    table = _follow(data, sector, sector, small_start, chains) if small_count else b""
    small_chains = unpack_from(f"<{len(table) // 4}L", table)
    return CompoundFile(data, sector, chains, small_chains, small, streams)


def _follow(data: bytes, origin: int, size: int, start: int, chains: tuple[int, ...]) -> bytes:
    pieces: list[bytes] = []
    number = start
    while number < _FAT - 1:
        if number >= len(chains) or len(pieces) > len(chains):
            raise _cut_off()
        pieces.append(data[origin + number * size : origin + (number + 1) * size])
        number = chains[number]
    return b"".join(pieces)


def container(name: str, stream: bytes) -> bytes:
    """A compound file of version 4 (sectors of 4096 bytes) that holds one stream, and nothing that can be confused."""
    sector = 4096
    content = stream.ljust(max(_SMALLEST_LARGE, -(-len(stream) // sector) * sector), b"\0")
    count = len(content) // sector
    tables = -(-(count + 2 + _HEADER_LINKS) // (sector // 4))
    links = [
        *([_FAT] * tables),
        _END,  # the directory
        _END,  # the small streams: there are none, but the parser wants their place
        *range(tables + 3, tables + 2 + count),
        _END,
    ]
    links += [_FREE] * (tables * sector // 4 - len(links))
    header = b"".join(
        (
            MAGIC,
            bytes(16),
            pack("<5H6x", 0x3E, 4, 0xFFFE, 12, 6),
            pack("<9L", 1, tables, tables, 0, _SMALLEST_LARGE, _END, 0, _END, 0),
            pack(f"<{_HEADER_LINKS}L", *range(tables), *([_FREE] * (_HEADER_LINKS - tables))),
        )
    ).ljust(sector, b"\0")
    entries = (
        _entry("Root Entry", 5, child=1, start=tables + 1, size=sector)
        + _entry(name, 2, child=_NO_STREAM, start=tables + 2, size=len(content))
        + _entry("", 0, child=_NO_STREAM, start=0, size=0) * (sector // _ENTRY.size - 2)
    )
    return b"".join((header, pack(f"<{len(links)}L", *links), entries, bytes(sector), content))


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le") if name else b""
    none = _NO_STREAM
    return _ENTRY.pack(raw, len(raw), kind, 1, none, none, child, bytes(16), 0, bytes(8), bytes(8), start, size)
