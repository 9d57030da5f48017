"""Archives: parts are unpacked one by one within a budget, and checked parts are packed again.

The parser gets an archive that was built here from checked parts and holds nothing else, so that no second opinion on
what a strange archive contains can do harm.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from struct import Struct

from attrs import define

from govfinance.io._workbook._limits import MAX_MEMBERS, MAX_UNPACKED
from govfinance.io._workbook._problems import damaged, encrypted, too_large

__all__ = ["Archive", "open_archive", "pack"]

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_ENCRYPTED = 0x1
_NEW_YEAR_1980 = 0x21  # the first date that the format knows


@define
class Archive:
    """The directory of an archive. Names are looked up without regard to case, with ``/`` between folders."""

    data: bytes
    members: dict[str, zipfile.ZipInfo]
    unpacked: int = 0

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.members

    def get(self, name: str) -> bytes | None:
        """A part, or None where there is none."""
        return self.read(name) if name in self else None

    def read(self, name: str) -> bytes:
        """A part. No more than its declared size is ever unpacked, and that is taken from the common budget first."""
        info = self.members.get(name.lower())
        if info is None:
            raise damaged(f"its part {name} is missing", f"缺少部件 {name}")
        if info.flag_bits & _ENCRYPTED:
            raise encrypted()
        self.unpacked += info.file_size
        if self.unpacked > MAX_UNPACKED:
            raise too_large("bytes of unpacked contents", "解压后的字节数", MAX_UNPACKED)
        part = self._unpacked(info)
        if part is None or len(part) != info.file_size or zlib.crc32(part) != info.CRC:
            raise damaged(f"its part {name} cannot be unpacked", f"部件 {name} 无法解压")
        return part

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes | None:
        header = self.data[info.header_offset : info.header_offset + _LOCAL.size]
        if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
            return None
        *_, name_length, extra_length = _LOCAL.unpack(header)
        start = info.header_offset + _LOCAL.size + name_length + extra_length
        packed = memoryview(self.data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            return bytes(packed)
        if info.compress_type != zipfile.ZIP_DEFLATED:
            return None
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = inflate.decompress(packed, info.file_size + 1)
        except zlib.error:
            return None
        return part if inflate.eof else None


def open_archive(data: bytes) -> Archive:
    """Read the directory of an archive."""
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise too_large("files in the archive", "压缩包内的文件数", MAX_MEMBERS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OverflowError):
        raise damaged("it is cut off or not a complete archive", "文件不完整") from None
    return Archive(data, members)


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of the parts, not compressed."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for name, part in parts:
        raw = name.encode()
        about = (20, 0, 0, 0, _NEW_YEAR_1980, zlib.crc32(part), len(part), len(part), len(raw), 0)
        pieces += (_LOCAL.pack(b"PK\x03\x04", *about), raw, part)
        directory += (_CENTRAL.pack(b"PK\x01\x02", 20, *about, 0, 0, 0, 0, offset), raw)
        offset += _LOCAL.size + len(raw) + len(part)
        count += 1
    size = sum(map(len, directory))
    return b"".join((*pieces, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)))
