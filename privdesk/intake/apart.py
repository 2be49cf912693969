"""Reads a mail in a process of its own: a fault in the reading can neither reach the desk nor hold it up.

That process is this program again. It gets the bytes and an empty environment, has limits of memory and time, opens no
file and calls nobody; what it answers is data, checked against their types.
"""

import codecs
import ctypes
import email.generator  # noqa: F401  # a mail within a mail is written with it, which `email` imports only then
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
from privdesk.intake.charset import CHARSETS
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
# of the table of audit events in the documentation of Python, what an error that ends the process comes by, and what
# the packed program causes, where PySide stands in for `__import__`; reading a mail causes none else
_ALLOWED = frozenset({"sys.excepthook", "sys.unraisablehook", "sys._getframe"})
# numbers of Linux, the same on every processor; the rights of the first version of Landlock are all that opens, makes,
# removes or runs something
_NO_NEW_PRIVILEGES, _CREATE_RULESET, _RESTRICT_SELF, _EVERY_RIGHT = 38, 444, 446, 2**13 - 1


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
    """From now on little memory and time, no file, no other program, no network, nothing imported."""
    for name in (*CHARSETS, "raw-unicode-escape"):
        codecs.lookup(name)
    if sys.platform == "linux":
        _shut_files()
    if sys.platform != "win32":
        limits = {resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_CPU: _CPU_SECONDS}
        none = resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC
        for limit, most in (limits | dict.fromkeys(none, 0)).items():
            with suppress(ValueError, OSError):  # not every system has every limit
                resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _shut_files() -> None:
    """No right is gained any more, and whatever runs in here reaches no file, where the kernel has Landlock."""
    kernel = ctypes.CDLL(None)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    rights = ctypes.c_uint64(_EVERY_RIGHT)
    rules = kernel.syscall(_CREATE_RULESET, ctypes.byref(rights), ctypes.c_size_t(ctypes.sizeof(rights)), 0)
    if rules >= 0:
        kernel.syscall(_RESTRICT_SELF, rules, 0)
        os.close(rules)


def _refuse(event: str, _args: tuple[Any, ...]) -> None:
    if event not in _ALLOWED:  # a charset that cannot be imported is one that nobody knows
        raise (ImportError if event == "import" else PermissionError)(event)
