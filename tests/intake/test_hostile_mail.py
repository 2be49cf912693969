"""Mail that is built to stop its reader: it ends in a sentence or in a message, and quickly."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import DeskError, FileTooLarge, MailTooComplex, UnreadableMail
from privdesk.intake.mail import SIZE_LIMIT, Message, read_mail
from privdesk.intake.proposal import propose

pytestmark = pytest.mark.timeout(60)

MAILS = sorted((Path(__file__).parent / "data" / "mail").glob("*.eml"))
HEAD = b"From: a@example.jp\r\nDate: Mon, 16 Nov 2026 10:05:00 +0900\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000)),
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
        HEAD + b"X: y\r\n" * 300_000 + b"\r\nhi",
        HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 300_000,
        HEAD + b"\r\n" + b"\n" * 2_000_000,
    ],
    ids=["nested parts", "nested mails", "headers", "parts", "lines"],
)
def test_more_than_anybody_writes_is_refused(raw):
    with pytest.raises(MailTooComplex):
        read_mail(raw)


def test_a_mail_over_the_limit_is_refused():
    with pytest.raises(FileTooLarge):
        read_mail(HEAD + b"\r\n" + b"x" * SIZE_LIMIT)


@pytest.mark.parametrize(
    "raw", [b"", bytes(1_000), b"\x89PNG\r\n\x1a\n", b"hello"], ids=["empty", "nul", "picture", "words"]
)
def test_what_is_no_mail_is_said(raw):
    with pytest.raises(UnreadableMail):
        read_mail(raw)


HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Content-Type",
    "Content-Disposition",
    "References",
    "Content-Transfer-Encoding",
]
UNITS = [
    b"(",
    b"<",
    b'"',
    b";",
    b";a=",
    b";a*0*=",
    b"\\",
    b",",
    b"=?",
    b"=?utf-8?b?",
    b"[",
    b"@",
    b":",
    b"\xff",
    b"\x1b$B",
    b'";"',
]


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_of_20_000_signs_is_cut(header):
    for unit in UNITS:
        message = read_mail(HEAD + header.encode() + b": " + unit * 20_000 + b"\r\n\r\nhi")
        assert len(message.subject) <= 100_000


def test_a_line_of_20_megabytes_is_cut_and_said():
    message = read_mail(HEAD + b"\r\n" + b"x" * 20_000_000)
    assert len(message.text) == 1_000_000
    assert [problem.code for problem in message.problems] == ["TextCut"]


def test_html_of_unfinished_tags_is_read_at_once():
    message = read_mail(HEAD + b"Content-Type: text/html\r\n\r\n" + b"<a " * 5_000_000)
    assert message.text == ""


def test_nul_in_a_header_and_a_text_is_shown_as_code():
    message = read_mail(HEAD + b"Subject: a\0b\r\n\r\nc\0d")
    assert (message.subject, message.text) == ("a⟨U+0000⟩b", "c⟨U+0000⟩d")


@given(raw=st.binary(max_size=300))
def test_random_bytes_are_a_message_or_a_sentence(rules, raw):
    _read(raw, rules)
    _read(HEAD + raw, rules)


FRAGMENTS = [
    *(
        b"multipart/mixed",
        b"boundary=",
        b"=?utf-8?B?",
        b"?=",
        b"\r\n\r\n",
        b"\n",
        b"--",
        b"Content-Type: ",
        b"message/rfc822",
    ),
    *(
        b"Content-Transfer-Encoding: base64\n",
        b"charset=utf-7",
        b"\x1b$B",
        b"\0",
        b"\xff",
        b"*0*=",
        b"''",
        b'"',
        b"<a ",
    ),
    *(b"message/delivery-status", b"message/external-body", b"x-uuencode", b"From ", b"\r", b"multipart/digest", b"%"),
]


@given(seed=st.integers(0, 2**32))
def test_damaged_samples_are_a_message_or_a_sentence(rules, seed):
    chance = random.Random(seed)
    raw = bytearray(chance.choice(MAILS).read_bytes())
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw) + 1)
        raw[at : at + chance.choice((0, 0, 1, 20))] = chance.choice(FRAGMENTS)
    _read(bytes(raw), rules)


def _read(raw, rules):
    try:
        message = read_mail(raw)
    except DeskError:
        return
    assert isinstance(message, Message)
    propose(message, rules)


def test_nothing_is_opened_and_nobody_is_called():
    """Read once to load what Python itself needs, then again under an audit hook that knows every opening and call."""
    program = """
import sys
from io import BytesIO
from pathlib import Path
from privdesk.intake.mail import read_mail
from privdesk.intake.tables import read_table
mails = [Path(name).read_bytes() for name in sys.argv[1:-1]]
table = Path(sys.argv[-1]).read_bytes()
seen = []
def work():
    for raw in mails:
        read_mail(raw)
    assert sum(1 for _ in read_table(BytesIO(table)).rows()) == 300
work()
watched = ("open", "socket", "subprocess", "os.")
sys.addaudithook(lambda event, args: seen.append(event) if event.startswith(watched) else None)
work()
assert not seen, seen
open(sys.argv[-1]).close()
assert seen == ["open"]
"""
    table = MAILS[0].parent.parent / "customers_cp932.csv"
    done = subprocess.run([sys.executable, "-c", program, *map(str, MAILS), str(table)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
