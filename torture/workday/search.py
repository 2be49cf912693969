"""Looks through files for canaries: in the encodings of the office's files, and unpacked where something is packed."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_ENCODINGS = ("utf-8", "cp932", "utf-16-le", "utf-16-be", "iso2022_jp")
# how zlib and gzip streams begin at the usual window size
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_ANY_HEADER = 47
_BEGINNING = 4
_MOST = 64 * 2**20


class Search:
    """Knows every form that a canary may lie in."""

    def __init__(self, canaries: Iterable[str]) -> None:
        self._forms = frozenset(form for canary in canaries for form in _encoded(canary))
        self._beginnings = frozenset(form[:_BEGINNING] for form in self._forms)

    def found(self, content: bytes) -> bool:
        """Whether a canary lies in the bytes, plain, in a packed stream, or in a zip archive."""
        if not content.strip(b"\0"):
            return False  # a ballast
        return any(map(self._in, (content, *_unpacked(content), *_members(content))))

    def files(self, folder: Path) -> list[Path]:
        """The files below `folder` in whose name or bytes a canary lies."""
        return [path for path in ordinary(folder) if self.found(path.name.encode()) or self.found(path.read_bytes())]

    def _in(self, part: bytes) -> bool:
        """Many forms begin alike, so that the few beginnings are looked for first."""
        return any(map(part.__contains__, self._beginnings)) and any(map(part.__contains__, self._forms))


def ordinary(folder: Path) -> list[Path]:
    """Every ordinary file below `folder`."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def open_to_others(path: Path) -> bool:
    """Whether others than the owner have any right there."""
    return not path.is_symlink() and bool(stat.S_IMODE(path.lstat().st_mode) & 0o077)


def _encoded(canary: str) -> Iterator[bytes]:
    for encoding in _ENCODINGS:
        with suppress(UnicodeEncodeError):
            yield canary.encode(encoding).removeprefix(b"\x1b$B").removesuffix(b"\x1b(B")


def _unpacked(content: bytes) -> Iterator[bytes]:
    whole = memoryview(content)
    for begin in _PACKED.finditer(content):
        with suppress(zlib.error):
            yield zlib.decompressobj(_ANY_HEADER).decompress(whole[begin.start() :], _MOST)


def _members(content: bytes) -> Iterator[bytes]:
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            yield member.filename.encode()
            yield archive.read(member)
