"""Reads a mail in a process of its own: a fault in the reading can neither reach the desk nor hold it up.

That process is this program again. It gets the bytes and an empty environment, has limits of memory and time, writes no
file and calls nobody; what it answers is data, checked against their types.
"""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from privdesk.domain.errors import DeskError, FileTooLarge, MailTooComplex, UnreadableMail
from privdesk.intake import mail
from privdesk.intake.mail import SIZE_LIMIT, Message

if sys.platform != "win32":
    import resource

WORD = "--read-mail"
"""How the program is called for this, by itself only."""

_MEMORY = 512 * 2**20
_CPU_SECONDS = 20
# the clock on the wall also counts what others do on this PC
_PATIENCE_S = 60
_REFUSALS: dict[str, type[DeskError]] = {one.__name__: one for one in (FileTooLarge, MailTooComplex, UnreadableMail)}
# what reading never does; see the table of audit events in the documentation of Python
_NEVER = ("socket.", "subprocess.", "ctypes.", "shutil.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")
_NEVER_CHANGED = ("os.system", "os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """What the mail says, or with which error it is refused."""

    mail: Message | None = None
    refused: str = ""
    values: dict[str, str | int] = {}


def read_mail(raw: bytes, latest: datetime) -> Message:
    """As `mail.read_mail`, apart; what takes more memory or time than any mail needs is MailTooComplex."""
    if len(raw) > SIZE_LIMIT:
        raise FileTooLarge(size=len(raw) >> 20, most=SIZE_LIMIT >> 20)
    asked = latest.isoformat().encode() + b"\n" + raw
    try:
        done = subprocess.run(  # noqa: S603
            _command(),
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the report of a fault in there could quote the mail
            env=_environment(),
            timeout=_PATIENCE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise MailTooComplex from None
    if done.returncode < 0:  # killed at a limit
        raise MailTooComplex
    if done.returncode:
        raise RuntimeError(f"the process that reads mails ended with {done.returncode}")
    answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    if answer.mail is None:
        raise _REFUSALS[answer.refused](**answer.values)
    return answer.mail


def serve() -> int:
    """The other side: read what comes in, answer, end."""
    _confine()
    latest, _, raw = sys.stdin.buffer.read().partition(b"\n")
    try:
        answer = Answer(mail.read_mail(raw, datetime.fromisoformat(latest.decode())))
    except MemoryError:
        answer = Answer(refused=MailTooComplex.__name__)
    except tuple(_REFUSALS.values()) as error:
        answer = Answer(refused=type(error).__name__, values=error.values)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    return 0


def _command() -> list[str]:
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-P", "-m", "privdesk", WORD]
    if sys.platform == "win32":  # only the program with a console has a standard output
        return [str(Path(sys.executable).with_name("privdesk-cli.exe")), WORD]
    return [sys.executable, WORD]


def _environment() -> dict[str, str]:
    """Where the program lies, and what Windows needs to start one; nothing of the user."""
    own = {"PYTHONPATH": str(Path(__file__).parents[2])}
    return own | {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def _confine() -> None:
    """From now on little memory and time, no file written, no other program, no network."""
    if sys.platform != "win32":
        limits = {resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_CPU: _CPU_SECONDS, resource.RLIMIT_FSIZE: 0}
        for limit, most in (limits | {resource.RLIMIT_CORE: 0}).items():
            with suppress(ValueError, OSError):  # not every system has every limit
                resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_NEVER) or event in _NEVER_CHANGED or (event == "open" and args[2] & _WRITING):
        raise PermissionError(event)
