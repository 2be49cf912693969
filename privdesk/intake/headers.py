"""The header lines of a mail -> plain facts: words, addresses, parameters, dates.

The standard library reads structured headers by recursion and ISO-2022-JP without NEC's signs, so this is done here;
every pattern is linear or meets a short text.
"""

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from urllib.parse import unquote_to_bytes

from privdesk.domain.text import visible
from privdesk.intake.charset import decode

LENGTH = 10_000
"""A header longer than this is cut: 25 screens of text."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""The Internet came to Japan's offices in the nineties; a mail with an older date has none."""

LATEST = datetime(2100, 1, 1, tzinfo=UTC)
"""Where nobody says what the day is: every zone of the world can still tell the time then."""

_SHORT = 2_000
_FOLDS = re.compile(r"[ \t\r\n]+")
_ENCODED = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?]{0,2000})\?=")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
_PARAMETER = re.compile(r';\s{0,99}([^=;\s"]{1,60})\s{0,9}=\s{0,9}("(?:[^"\\]|\\.)*"|[^;]*)', re.DOTALL)
_CONTINUED = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?", re.ASCII)
_ADDRESS_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>]*>|\([^()]*\)|[,;]|[^",;<(]+|.', re.DOTALL)
_IDS = re.compile(r"<[^<>\s]{1,250}>")


@dataclass(frozen=True)
class Address:
    """A name as the sender wrote it, and a mail address that nobody has proved."""

    name: str
    address: str


def text_of(value: str) -> str:
    """One visible line: encoded words (RFC 2047) and raw bytes of any charset become characters."""
    return visible(_FOLDS.sub(" ", _words(_characters(value[:LENGTH]))).strip())


def addresses(value: str) -> tuple[Address, ...]:
    """The addresses of a From or To line, however badly they are written; docomo's `a..b.@` is one too."""
    found: list[Address] = []
    group: list[str] = []
    for token in [*_ADDRESS_TOKENS.findall(_FOLDS.sub(" ", value[:_SHORT])), ","]:
        if token not in (",", ";"):
            group.append(token)
        elif address := _address(group):
            found.append(address)
            group = []
    return tuple(found)


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids named in a Message-ID, In-Reply-To or References line, with their angle brackets."""
    return tuple(visible(found) for found in _IDS.findall(_characters(value[:LENGTH])))


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """The main value of a Content-Type or Content-Disposition line in lower case, and its parameters, decoded.

    Continued parameters (RFC 2231) are joined as bytes first: a character may be split between two of them.
    """
    value = value[:_SHORT]
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for key, written in _PARAMETER.findall(value):
        name = _CONTINUED.fullmatch(key)
        if not name:
            continue
        if name[2] or name[3]:
            pieces.setdefault(name[1].lower(), {})[int(name[2] or 0)] = (_unquoted(written), bool(name[3]))
        else:
            plain.setdefault(name[1].lower(), text_of(_unquoted(written)))
    joined = {name: _joined([found[index] for index in sorted(found)]) for name, found in pieces.items()}
    return value.split(";", 1)[0].strip().lower(), plain | joined


def sent_at(value: str, latest: datetime = LATEST) -> datetime | None:
    """The instant a Date line names; one without a zone is taken as UTC.

    None where it cannot be read, and where no mail of today can have been sent then: before `EARLIEST` or after
    `latest`, as clocks that were never set write it.
    """
    try:
        parts = parsedate_tz(_characters(value[:100]))
        if not parts:
            return None
        zone = UTC if not parts[9] else timezone(timedelta(seconds=parts[9]))
        at = datetime(*parts[:6], tzinfo=zone)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
        return None
    return at if EARLIEST <= at <= latest else None


def from_base64(raw: bytes) -> tuple[bytes, bool]:
    """The bytes that base64 stands for, signs that do not belong there left out, and whether all of it was sound."""
    kept = raw.translate(None, _NOT_BASE64)
    odd = len(kept) % 4 == 1
    kept = kept[:-1] if odd else kept
    sound = not odd and len(kept) == len(raw.translate(None, b"= \t\r\n"))
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4)), sound


def _characters(value: str) -> str:
    """Bytes that stand in a header as they are (raw Shift_JIS, a bare escape sequence) as characters."""
    raw = value.encode("ascii", "surrogateescape")
    return value if raw.isascii() and b"\x1b" not in raw else decode(raw).text


def _words(value: str) -> str:
    """Encoded words decoded; neighbours in one charset are joined as bytes, since some senders split characters."""
    text: list[str] = []
    charset, pending, at = "", b"", 0
    for word in _ENCODED.finditer(value):
        between = value[at : word.start()]
        if word[1].lower() != charset or between.strip():
            text += [decode(pending, charset).text, between if between.strip() or not pending else ""]
            charset, pending = word[1].lower(), b""
        pending += _word_bytes(word[2], word[3])
        at = word.end()
    return "".join([*text, decode(pending, charset).text, value[at:]])


def _word_bytes(coding: str, written: str) -> bytes:
    raw = written.encode("utf-8", "surrogateescape")
    return from_base64(raw)[0] if coding in "bB" else binascii.a2b_qp(raw, header=True)


def _unquoted(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written.strip().strip('"'), flags=re.DOTALL)


def _joined(pieces: list[tuple[str, bool]]) -> str:
    charset = ""
    if pieces[0][1] and pieces[0][0].count("'") >= 2:
        charset, _, first = pieces[0][0].split("'", 2)
        pieces = [(first, True), *pieces[1:]]
    raw = b"".join(
        unquote_to_bytes(text.encode("ascii", "surrogateescape")) if coded else text.encode("ascii", "surrogateescape")
        for text, coded in pieces
    )
    return visible(_FOLDS.sub(" ", decode(raw, charset).text).strip())


def _address(group: list[str]) -> Address | None:
    angles = [token for token in group if token.startswith("<") and token.endswith(">")]
    comments = [token for token in group if token.startswith("(")]
    rest = [token for token in group if token not in angles and token not in comments]
    words = text_of("".join(_unquoted(token) if token.startswith('"') else token for token in rest))
    if angles:
        return Address(words, text_of(angles[-1][1:-1]))
    if words or comments:
        return Address(text_of(comments[0].strip("()")) if comments else "", words)
    return None
