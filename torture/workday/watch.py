"""Watches what a program writes: every file it opens for writing, and the bytes of those that it removes again."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_CALLS = "openat,openat2,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,connect"
_WRITES = re.compile(
    r"\b(?:openat2?|open)\(.*\b(?:O_WRONLY|O_RDWR|O_CREAT)\b|\b(?:creat|rename\w*|link\w*|symlink\w*)\("
)
# a path with the folder that it is told from: openat(5</folder>, "name")
_PATH = re.compile(r'(?:(?:\d+|AT_FDCWD)<((?:[^>\\]|\\.)*)>, )?"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\([0-7]{1,3}|.)")
# but not on this machine, where the system's printing is asked for its printers
_CONNECTS = re.compile(r'\bconnect\(.*\bsa_family=AF_INET(?!.*("::1"|"127\.))')
_FAILED = re.compile(r"= -1 E\w+ ")
_EVERY_S = 0.002


def traced(command: list[str], log: Path) -> list[str]:
    """The command under strace, which writes each file that it or its children open to `log`; itself without strace."""
    strace = shutil.which("strace")
    if not strace:
        return command
    return [strace, "-f", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(log), *command]


def written(log: Path, place: Path) -> set[Path]:
    """The files that were opened for writing, made or renamed; `place` is where the program began."""
    found = set()
    for line in log.read_text("utf-8", "replace").splitlines() if log.exists() else ():
        if _WRITES.search(line) and not _FAILED.search(line):
            found |= {Path(os.path.normpath(place / _plain(at) / _plain(path))) for at, path in _PATH.findall(line)}
    return found


def connections(log: Path) -> int:
    """How often another machine was to be reached."""
    return sum(bool(_CONNECTS.search(line)) for line in log.read_text("utf-8", "replace").splitlines())


@contextmanager
def keeping(folder: Path, kept: Path) -> Iterator[None]:
    """Give every file that appears below `folder` a second name in `kept`, which stays when the first is removed."""
    kept.mkdir()
    ended = threading.Event()
    known: set[int] = set()

    def look() -> None:
        while not ended.wait(_EVERY_S):
            for path in _files(folder):
                with suppress(OSError):
                    if (node := path.stat().st_ino) not in known:
                        known.add(node)
                        os.link(path, kept / f"{node}")

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):  # what is looked at may go meanwhile
        return [path for path in folder.rglob("*") if path.is_file()]
    return []


def _plain(quoted: str) -> str:
    """A path as strace writes it: bytes beyond ASCII as octal numbers."""
    raw = _ESCAPED.sub(lambda sign: chr(int(sign[1], 8)) if sign[1].isdigit() else sign[1], quoted)
    return raw.encode("latin-1").decode("utf-8", "surrogateescape")
