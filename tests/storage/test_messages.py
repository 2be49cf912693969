"""How mails are kept: bytes for bytes, once, and sorted under their version."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from privdesk.domain.errors import MessageTaken, NoSuchMessage, StaleSave
from privdesk.domain.message import Attachment, MessageState
from privdesk.storage import messages
from privdesk.storage.messages import NewMessage
from privdesk.storage.tables import message, request, request_party
from tests.storage.kept_desk import founded, row

AT = datetime(2026, 11, 22, 1, tzinfo=UTC)
MAIL = NewMessage(
    message_id="<1@example.jp>",
    digest="d1",
    file_name="1.eml",
    sender_name="由美子",
    sender="user001@example.jp",
    subject="開示",
    text="お願いします。",
    raw=b"From: \xff\x00raw",
    sent_at=None,
    proposal={"reasons": [{"kind": "DISCLOSE", "words": ["開示"]}]},
    problems=({"code": "SentDateMissing"},),
)
FILE = Attachment(0, "../..\\免許証.pdf", "application/pdf", 3, "abc", b"\x00\x01\xff")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """The writer of a real vault with two requests, 1 and 2."""
    with founded(tmp_path_factory.mktemp("kept") / "office.privdesk") as writer:
        with writer.begin() as conn:
            assert [row(conn, request, number=number) for number in ("R8-0001", "R8-0002")] == [1, 2]
        yield writer


@pytest.fixture
def conn(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that leaves nothing behind."""
    with engine.connect() as found:
        yield found
        found.rollback()


def test_a_mail_comes_back_as_it_came(conn: sa.Connection):
    id_ = messages.add(conn, MAIL, [FILE], AT, None)
    found = messages.get(conn, id_)
    assert (found.text, found.problems, found.proposal) == (MAIL.text, MAIL.problems, MAIL.proposal)
    assert (found.message_id, found.file_name, found.digest) == ("<1@example.jp>", "1.eml", "d1")
    assert found.row.kinds == ("DISCLOSE",)
    assert (found.row.state, found.row.taken_at, found.row.attachments) == (MessageState.NEW, AT, 1)
    assert messages.raw(conn, id_) == MAIL.raw
    (line,) = messages.attachments(conn, id_)
    kept = messages.attachment_of(conn, id_, line.id)
    assert (kept.name, kept.data, kept.digest) == (FILE.name, FILE.data, "abc")


def test_a_mail_is_kept_once(conn: sa.Connection):
    id_ = messages.add(conn, MAIL, [], AT, None)
    assert messages.known(conn, "d1") == id_
    assert messages.known(conn, "d2") is None
    with pytest.raises(sa.exc.IntegrityError):
        messages.add(conn, MAIL, [], AT, None)


def test_an_attachment_belongs_to_its_mail(conn: sa.Connection):
    id_ = messages.add(conn, MAIL, [FILE], AT, None)
    for mail, file in ((id_ + 1, 1), (id_, 2)):
        with pytest.raises(NoSuchMessage):
            messages.attachment_of(conn, mail, file)
    for missing in (messages.get, messages.raw):
        with pytest.raises(NoSuchMessage):
            missing(conn, 99)


def test_an_answer_is_confirmed_for_its_own_request_only(conn: sa.Connection):
    id_ = messages.add(conn, MAIL, [], AT, 1)
    assert messages.get(conn, id_).row.state is MessageState.ANSWER
    with pytest.raises(MessageTaken):
        messages.join(conn, id_, 2)
    messages.join(conn, id_, 1)
    assert [one.id for one in messages.of_request(conn, 1)] == [id_]
    assert messages.inbox(conn) == ()
    assert messages.requests_of(conn, ["<1@example.jp>", "<2@example.jp>"]) == {1}
    messages.put_back(conn, id_, 2)
    assert messages.requests_of(conn, ["<1@example.jp>"]) == frozenset()


def test_sorting_is_under_the_version(conn: sa.Connection):
    id_ = messages.add(conn, MAIL, [], AT, None)
    for sort in (lambda: messages.set_aside(conn, id_, 2, "広告"), lambda: messages.put_back(conn, id_, 0)):
        with pytest.raises(StaleSave):
            sort()
    messages.set_aside(conn, id_, 1, "広告")
    with pytest.raises(MessageTaken):
        messages.join(conn, id_, 1)
    assert conn.execute(sa.select(message.c.version)).scalar_one() == 2


@pytest.mark.parametrize(("sender", "known"), [("A@example.jp", True), ("b@example.jp", False), ("", False)])
def test_a_request_knows_the_addresses_of_its_parties(conn: sa.Connection, sender: str, known: bool):
    blank = dict.fromkeys(("name", "postal", "address", "phone", "relation"), "")
    conn.execute(request_party.insert().values(request_id=1, role="requester", mail="a@example.jp", **blank))
    conn.execute(request_party.insert().values(request_id=2, role="requester", mail="", **blank))
    assert messages.has_sender(conn, 1, sender) is known
    assert not messages.has_sender(conn, 2, sender)
