"""Mailbox files."""

import mailbox

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import OutlookMail
from privdesk.intake.mbox import mails

MAIL = b"From: a@example.jp\nSubject: one\n\nText\n"


def test_one_mail_is_as_it_is():
    assert list(mails(MAIL)) == [MAIL]
    assert list(mails(b"")) == [b""]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_mailbox_is_taken_apart(ending):
    box = b"From a@example.jp Sun Nov 22\nSubject: one\n\nText\nFrom where?\n>From me\n\nFrom b\nSubject: two\n\nText\n"
    first, second = mails(box.replace(b"\n", ending))
    assert first.replace(b"\r\n", b"\n") == b"Subject: one\n\nText\nFrom where?\nFrom me\n\n"
    assert second.replace(b"\r\n", b"\n") == b"Subject: two\n\nText\n"


def test_outlook_is_refused():
    with pytest.raises(OutlookMail):
        list(mails(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)))


@given(texts=st.lists(st.text("ab \n>Fromx:", max_size=60), min_size=1, max_size=5))
def test_what_a_mailbox_program_writes_is_read(texts, tmp_path_factory):
    path = tmp_path_factory.mktemp("box") / "mbox"
    box = mailbox.mbox(path)
    for text in texts:
        box.add(f"Subject: x\n\n{text}")
    box.close()
    assert len(list(mails(path.read_bytes()))) == len(texts)


@given(content=st.binary(max_size=300))
def test_no_byte_disappears(content):
    box = b"From x\n" + content
    assert sum(map(len, mails(box))) <= len(box)
