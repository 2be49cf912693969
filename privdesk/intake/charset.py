"""Bytes of unknown origin -> text: never fails, says which charset it took and whether anything could not be read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

UNREADABLE = "\ufffd"

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CANDIDATES = ("utf-8", "cp932", "euc_jp", "euc_jis_2004")
# Bytes that Python's cp932 lets through as private characters, though no Windows writes them.
NOT_CP932 = re.compile("[\x80\uf8f0-\uf8f3]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")

_JIS = "iso-2022-jp"
# The charsets a mail may name. Whatever else Python's registry holds (base64, zlib, idna …) is no charset.
_DECLARED = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("cp932", "ms932", "x-ms-cp932", "cswindows31j", "shift_jisx0213"), "cp932"),
    **dict.fromkeys(("iso-2022-jp", "iso2022-jp", "iso_2022-jp", "csiso2022jp", "iso-2022-jp-ms"), _JIS),
    **dict.fromkeys(("cp50220", "cp50221", "cp50222", "x-windows-iso2022jp", "jis"), _JIS),
    **dict.fromkeys(("euc-jp", "eucjp", "x-euc-jp", "euc-jp-ms", "eucjp-ms", "eucjp-win", "cp51932"), "euc_jp"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949"), "cp949"),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)},
    **{name: name for name in ("utf-16", "utf-16le", "utf-16be", "utf-32", "big5", "koi8-r", "koi8-u")},
}
CHARSETS = frozenset({*_DECLARED.values(), *_CANDIDATES, *(charset for _, charset in _BOMS), "ascii"})
"""All that `decode` ever reads with."""


@dataclass(frozen=True)
class Decoded:
    """A text, the charset it was read with, and whether some of it could not be read (shown as U+FFFD)."""

    text: str
    charset: str
    replaced: bool


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Read `raw` in the charset it declares; guess where it declares none, one that is not known, or plain ASCII.

    Shift_JIS is read as cp932 and ISO-2022-JP as cp50220, as every sender in Japan writes them.
    """
    charset = _DECLARED.get((declared or "").strip(" \t'\"").lower()) or guess(raw)
    text = _read(raw, charset)
    return Decoded(text, charset, UNREADABLE in text)


def knows(declared: str) -> bool:
    """Whether a declared charset is one that `decode` reads as declared."""
    name = declared.strip(" \t'\"").lower()
    return name in _DECLARED or name in {"us-ascii", "ascii", ""}


def guess(raw: bytes) -> str:
    """The likely charset: byte order mark, escape sequences, strict UTF-8, strict cp932, EUC-JP.

    Where none fits throughout, the one with the fewest unreadable characters.
    """
    for mark, charset in _BOMS:
        if raw.startswith(mark):
            return charset
    if b"\x1b$" in raw and raw.isascii():
        return _JIS
    fitting = [charset for charset in _CANDIDATES if _fits(raw, charset)]
    return likeliest(fitting, raw) or min(
        _CANDIDATES, key=lambda charset: raw.decode(charset, "replace").count(UNREADABLE)
    )


def likeliest(fitting: Sequence[str], raw: bytes) -> str | None:
    """The first of the charsets that fit, but EUC-JP before cp932 where `raw` would then hold kana.

    Prose in EUC-JP can be valid cp932, all half-width kana; half-width kana read as EUC-JP are kanji only.
    """
    first = next(iter(fitting), None)
    if first == "cp932" and "euc_jp" in fitting and _KANA.search(raw.decode("euc_jp", "ignore")):
        return "euc_jp"
    return first


def _fits(raw: bytes, charset: str) -> bool:
    try:
        text = raw.decode(charset)
    except UnicodeDecodeError:
        return False
    return charset != "cp932" or not NOT_CP932.search(text)


def _read(raw: bytes, charset: str) -> str:
    if charset == _JIS:
        return _read_jis(raw)
    if charset == "euc_jp" and not _fits(raw, charset):
        charset = "euc_jis_2004"  # holds ① and ㈱, which senders write into EUC-JP too
    return _cp932(raw) if charset == "cp932" else raw.decode(charset, "replace")


def _cp932(raw: bytes) -> str:
    return NOT_CP932.sub(UNREADABLE, raw.decode("cp932", "replace"))


def _ascii(raw: bytes) -> str:
    # Half-width kana that a sender left in 8 bits (cp50221 senders do so).
    return raw.decode("ascii") if raw.isascii() else _cp932(raw)


def _half_kana(raw: bytes) -> str:
    return _cp932(bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in raw))


_PAIRS = re.compile(rb"[\x21-\x7e]{2}|.", re.DOTALL)


def _kanji(raw: bytes) -> str:
    return _cp932(b"".join(_shifted(pair) for pair in _PAIRS.findall(raw)))


def _shifted(pair: bytes) -> bytes:
    """One character of JIS X 0208 as cp932 writes it, NEC's row 13 and IBM's rows 89 to 92 included."""
    if len(pair) == 1:
        return pair if pair in b" \t" else b"\xff"
    row, cell = pair
    lead = (row - 0x21) // 2 + 0x81
    trail = cell + (0x7E if row % 2 == 0 else 0x1F)
    return bytes((lead if lead <= 0x9F else lead + 0x40, trail + (row % 2 == 1 and trail >= 0x7F)))


def _supplement(raw: bytes) -> str:
    """JIS X 0212, which cp932 lacks."""
    pairs = (b"\x8f" + bytes(byte | 0x80 for byte in pair) for pair in _PAIRS.findall(raw) if len(pair) == 2)
    return b"".join(pairs).decode("euc_jp", "replace")


_SETS: dict[bytes, Callable[[bytes], str]] = {
    b"\x1b(B": _ascii,
    b"\x1b(J": _ascii,
    b"\x1b(I": _half_kana,
    b"\x1b$@": _kanji,
    b"\x1b$B": _kanji,
    b"\x1b&@\x1b$B": _kanji,
    b"\x1b$(D": _supplement,
}
_SWITCHES = re.compile(rb"(\x1b\([BJI]|\x1b&@\x1b\$B|\x1b\$[@B]|\x1b\$\(D|[\r\n]+)")


def _read_jis(raw: bytes) -> str:
    """ISO-2022-JP as Windows senders mean it (cp50220); every line begins in ASCII (RFC 1468)."""
    read: Callable[[bytes], str] = _ascii
    text = []
    for piece in _SWITCHES.split(raw):
        if piece in _SETS:
            read = _SETS[piece]
        elif piece[:1] in (b"\r", b"\n"):
            read = _ascii
            text.append(piece.decode("ascii"))
        else:
            text.append(read(piece))
    return "".join(text)
