"""After a whole day's work nothing of a customer lies in clear but where the user chose to put it.

The day is worked at the real window and with the command line, as a user of this PC whose home, settings and
temporary files lie in the proof's own folder.
"""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from privdesk import app
from torture.figure import Figure
from torture.workday import customers, watch
from torture.workday.customers import BY_COMMAND, CANARIES, PASSWORD, SEARCHED
from torture.workday.search import Search, open_to_others, ordinary
from torture.workday.window import OFFICE, sheet_groups

_ROOT = Path(__file__).parent.parent
_PASSING = re.compile(r"privdesk-drill-|[a-z0-9_]{8}$")
_SYSTEM = tuple(map(Path, ("/dev/null", "/dev/tty", "/proc")))
_PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")


def figures(folder: Path) -> Iterator[Figure]:
    """Work the day, then search: all files, what was written meanwhile, rights; a planted leak must be found."""
    day = _Day(folder)
    day.work()
    groups = sheet_groups(day.chosen / "sheet.pdf")
    search = Search([*CANARIES, "".join(groups), " ".join(groups), "-".join(groups)])
    exports = ordinary(day.chosen)
    yield Figure("a leak that is planted is found", *_planted(search, folder / "planted"))
    yield Figure("chosen exports, which hold canaries", len(exports), not search.files(day.chosen), _sizes(exports))
    encrypted = [path for place in day.encrypted() for path in ordinary(place)]
    yield _searched("files of desks and backups, all encrypted", encrypted, search)
    others = [path for place in (day.user, day.logs) for path in ordinary(place) if path not in encrypted]
    yield _searched("other files that the day left", others, search)
    yield _searched("files that were there for a moment", ordinary(day.kept), search)
    yield day.places_written()
    yield day.connections()
    own = [path for place in (*day.encrypted(), day.profile) for path in (place, *place.rglob("*"))] + exports
    loose = [path for path in own if open_to_others(path)]
    yield Figure("files and folders that only the owner can read", len(own), len(loose), _names(loose))


class _Day:
    """The folders of one user's PC, and what he does there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.user = folder / "user"
        self.chosen = folder / "chosen"
        self.kept = folder / "kept"
        self.logs = folder / "output"
        self._shown = folder / "shown"  # lists on the standard output, as a user wants them
        self._medium = folder / "medium"
        self._desk = self.user / "HOME" / "Documents" / f"{OFFICE}.privdesk"
        self.profile = self.user / "XDG_DATA_HOME" / "privdesk"
        self._restored = folder / "restored.privdesk"
        self._steps = 0

    def work(self) -> None:
        """At the window, then with the command line; raises CalledProcessError if anything is refused."""
        own = (self._desk.parent, self.chosen, self._medium, self.logs, self._shown)
        for place in (*own, *map(self.user.joinpath, _PLACES)):
            place.mkdir(parents=True, exist_ok=True)
        self._medium.chmod(0o700)
        customers.deliver(self._folder / "incoming", app.now())
        with watch.keeping(self.user, self.kept):
            self._run("-m", "torture.workday.window", str(self._folder))
            incoming = self._folder / "incoming"
            self._type("import", self._desk, "people", incoming / "command.csv", "--cards", "drop", "--json")
            self._type("intake", self._desk, *(incoming / f"{one.place:02}.eml" for one in BY_COMMAND))
            self._type("people", self._desk, "--find", SEARCHED, "--json", said="people")
            self._type("requests", self._desk, "--json", said="requests")
            self._type("retention", self._desk, "--json")
            self._type("letter", self._desk, "R8-0001", "--out", self.chosen / "letter.pdf")
            self._type("check", self._desk)
            self._type("backup", self._desk, "--to", self._medium)
            newest = max(self._medium.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            self._type("check", newest)
            self._type("restore", newest, "--to", self._restored, "--newer", self._desk)

    def encrypted(self) -> tuple[Path, ...]:
        """Where only encrypted files may lie."""
        return self._desk, self._restored, self._medium

    def places_written(self) -> Figure:
        """Every file that was opened for writing lies in a desk, on the medium, where chosen, or among the settings."""
        if not self._traces():
            return Figure("files written at work, each in its place", 0, 0, "not watched: strace is missing")
        paths = {path for log in self._traces() for path in watch.written(log, _ROOT)}
        own = (*self.encrypted(), *(desk.with_name(f".{desk.name}.new") for desk in self.encrypted()), self.chosen)
        settings = (self.user / name for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"))
        known = (*own, *settings, *_SYSTEM)
        strange = [path for path in sorted(paths) if not (any(map(path.is_relative_to, known)) or self._passes(path))]
        return Figure("files written at work, each in its place", len(paths), len(strange), _names(strange))

    def connections(self) -> Figure:
        """Nothing of the day tried to reach another machine."""
        tries = sum(map(watch.connections, self._traces()))
        return Figure("programs of the day that reach no other machine", len(self._traces()), tries)

    def _passes(self, path: Path) -> bool:
        """Whether it is a file of a drill, encrypted, or the one by which Python finds out where it may write."""
        temporary = self.user / "TMPDIR"
        return path.is_relative_to(temporary) and bool(_PASSING.match(str(path.relative_to(temporary))))

    def _type(self, *words: object, said: str = "") -> None:
        self._run("-m", "privdesk", *map(str, words), said=said)

    def _run(self, *arguments: str, said: str = "") -> None:
        self._steps += 1
        output = self._shown / said if said else self.logs / f"{self._steps:02}.txt"
        log = self._folder / f"trace-{self._steps:02}"
        command, typed = watch.traced([sys.executable, *arguments], log), f"{PASSWORD}\n".encode()
        with output.open("wb") as out:
            subprocess.run(command, cwd=_ROOT, env=self._environment(), input=typed, stdout=out, stderr=out, check=True)

    def _traces(self) -> list[Path]:
        return sorted(self._folder.glob("trace-*"))

    def _environment(self) -> dict[str, str]:
        own = {name: str(self.user / name) for name in _PLACES}
        return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def _planted(search: Search, folder: Path) -> tuple[int, int]:
    """How many leaks were planted, and how many of them were missed."""
    folder.mkdir()
    one = CANARIES[-1].join(("before ", " after"))
    name = customers.CUSTOMERS[7].given
    leaks = {
        "log.txt": one.encode(),
        "recent.ini": name.encode("utf-16-le"),
        "old.csv": name.encode("cp932"),
        "page.pdf": b"%PDF-1.4 stream\n" + zlib.compress(name.encode("utf-16-be")),
        "data.db": os.urandom(5000) + name.encode() + os.urandom(5000),
        f"{customers.CUSTOMERS[3].mail}.tmp": b"",
    }
    for file, content in leaks.items():
        (folder / file).write_bytes(content)
    return len(leaks), len(leaks) - len(search.files(folder))


def _searched(what: str, paths: list[Path], search: Search) -> Figure:
    found = [path for path in paths if search.found(path.name.encode()) or search.found(path.read_bytes())]
    return Figure(what, len(paths), len(found), _names(found) or _sizes(paths))


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths[:5])


def _sizes(paths: list[Path]) -> str:
    return f"{sum(path.stat().st_size for path in paths) / 2**20:.1f} MiB"
