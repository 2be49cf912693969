"""What can be typed on the command line."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from privdesk import __version__
from privdesk.domain.dates import read_date
from privdesk.domain.errors import BadDate
from privdesk.domain.procedure import State


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    top = argparse.ArgumentParser(prog="privdesk", description="The privacy desk of a small office.")
    top.add_argument("--version", action="version", version=f"privdesk {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _demo(commands)
    _new(commands)
    _import(commands)
    _lists(commands)
    _rest(commands)
    return top


def read(given: Sequence[str]) -> argparse.Namespace:
    """What was typed; wrong usage, and bytes that are no text and could be neither kept nor shown, end the program."""
    reader = parser()
    for place, word in enumerate(given, start=1):
        if not word.isascii() and any("\ud800" <= sign <= "\udfff" for sign in word):
            reader.error(f"argument {place} is not text in this system's encoding; give the name or file another one")
    return reader.parse_args(given)


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  # it has no public name
_LEAST_PEOPLE = 10


def _demo(commands: _Commands) -> None:
    demo = commands.add_parser("demo", help="open a made-up office, or write it to a folder")
    demo.add_argument("--out", type=Path, metavar="DIR", help="write the desk, its letters and its screens to DIR")
    demo.add_argument("--people", type=_office_size, default=300, metavar="N", help="how many customers (300)")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="the same seed gives the same office")
    demo.add_argument("--on", type=_day, metavar="DATE", help="the demo's today, as 2026-11-22")
    demo.add_argument("--lang", choices=["ja", "en"], default="", help="language of the window")


def _office_size(text: str) -> int:
    """How many customers a made-up office has; with fewer its story could not be told."""
    if not text.isdecimal() or int(text) < _LEAST_PEOPLE:
        raise argparse.ArgumentTypeError(f"a number from {_LEAST_PEOPLE} on")
    return int(text)


def _day(text: str) -> date:
    """A day in any notation that the program reads."""
    try:
        return read_date(text)
    except BadDate as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _new(commands: _Commands) -> None:
    new = commands.add_parser("new", help="found a desk")
    new.add_argument("desk", type=Path, metavar="DESK")
    new.add_argument("--office", required=True, metavar="NAME")
    new.add_argument("--manager", required=True, metavar="LOGIN")
    new.add_argument("--recovery-out", required=True, type=Path, metavar="FILE", help="where the recovery sheet goes")
    new.add_argument("--lang", choices=["ja", "en"], default="ja", help="of the manager and the sheet")


def _import(commands: _Commands) -> None:
    taken = _on_desk(commands, "import", "take in a table of people or transactions")
    taken.add_argument("kind", choices=["people", "transactions"])
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument("--map", type=Path, metavar="FILE", help="which column is which field")
    taken.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    taken.add_argument("--strict", action="store_true", help="refuse all if any row has a problem")
    taken.add_argument("--cards", choices=["drop", "keep"], help="what becomes of whole card numbers")
    taken.add_argument("--json", action="store_true", help="one line for each problem")
    intake = _on_desk(commands, "intake", "take mails into the inbox")
    intake.add_argument("files", type=Path, nargs="+", metavar="FILE")


def _lists(commands: _Commands) -> None:
    people = _on_desk(commands, "people", "list customers")
    people.add_argument("--find", default="", metavar="TEXT", help="a part of a name, number, address, phone or mail")
    requests = _on_desk(commands, "requests", "list requests")
    requests.add_argument("--state", choices=[state.value for state in State], metavar="STATE", help=", ".join(State))
    retention = _on_desk(commands, "retention", "list until when what is kept")
    retention.add_argument("--on", type=_day, metavar="DATE", help="only what is over on DATE")
    for command in (people, requests, retention):
        command.add_argument("--json", action="store_true", help="one JSON object a line")


def _rest(commands: _Commands) -> None:
    letter = _on_desk(commands, "letter", "write a request's letter to a file")
    letter.add_argument("request", metavar="REQUEST-NO")
    letter.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    _on_desk(commands, "backup", "make a backup").add_argument("--to", required=True, type=Path, metavar="DIR")
    check = _on_desk(
        commands, "check", "check file, keys and log, or a backup by restoring it for a moment", "DESK|BACKUP"
    )
    restore = commands.add_parser("restore", help="restore a backup into a new folder")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("--to", required=True, type=Path, metavar="DESK")
    restore.add_argument("--newer", type=Path, metavar="DESK", help="take suspensions and corrections over from it")
    restore.add_argument("--keys", action="store_true", help="put only the damaged key files of DESK back")
    restore.add_argument("--user", default="", metavar="LOGIN", help="a manager of that day")
    for command in (check, restore):
        command.add_argument("--sheet", action="store_true", help="a backup's recovery sheet in the password's place")


def _on_desk(commands: _Commands, name: str, help_text: str, metavar: str = "DESK") -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_text)
    command.add_argument("desk", type=Path, metavar=metavar)
    command.add_argument("--user", default="", metavar="LOGIN", help="not needed where there is one user")
    return command
