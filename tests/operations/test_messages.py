"""Mails at a real desk: kept as they came, proposed by rules, sorted by a human only."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from privdesk.domain import errors
from privdesk.domain.case import Hints, Match
from privdesk.domain.event import Proposed
from privdesk.domain.law import Channel, Requester
from privdesk.domain.message import MessageState
from privdesk.domain.party import PartyRole
from privdesk.domain.person import NewPerson, Profile
from privdesk.operations import messages, people, requests
from privdesk.operations.desk import Desk
from privdesk.operations.messages import TakenMail
from tests.operations.looking import log, log_text, stored
from tests.operations.requesting import case, taken, yumiko

MAILS = Path(__file__).parents[1] / "intake" / "data" / "mail"
EVERY = sorted(MAILS.glob("*.eml"))


def raw(number: str) -> bytes:
    (path,) = MAILS.glob(f"{number}-*.eml")
    return path.read_bytes()


def arrived(desk: Desk, number: str) -> TakenMail:
    return messages.take_mail(desk, raw(number), f"{number}.eml").value


def mail(text: str, *, subject: str = "Re", sender: str = "user001@example.jp", more: str = "") -> bytes:
    head = f"From: {sender}\r\nSubject: {subject}\r\nMessage-ID: <x{len(text)}@example.jp>\r\n"
    return f"{head}{more}\r\n{text}\r\n".encode()


def states(desk: Desk) -> list[MessageState]:
    return [row.state for row in messages.inbox(desk, frozenset(MessageState))]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_sample_is_kept_as_it_came_and_no_request_is_made(desk: Desk, path: Path):
    done = messages.take_mail(desk, path.read_bytes(), path.name)
    assert not done.value.again
    assert log(desk)[-1] == ("message.take", f"message:{done.value.id}")
    assert messages.original(desk, done.value.id) == path.read_bytes()
    opened = messages.open_message(desk, done.value.id)
    assert (opened.proposal, opened.problems) == (done.value.proposal, done.value.problems)
    assert opened.file_name == path.name
    assert opened.row.kinds == done.value.proposal.kinds
    for row in opened.attachments:
        found = messages.open_attachment(desk, done.value.id, row.id)
        assert hashlib.sha256(found.data).hexdigest() == row.digest == found.digest
        assert len(found.data) == row.size
    assert [row.state for row in messages.inbox(desk)] == [MessageState.NEW]
    assert stored(desk)["request"] == []


def test_the_samples_are_there():
    assert len(EVERY) == 12


def test_the_same_mail_twice_is_told_and_not_doubled(desk: Desk):
    first = arrived(desk, "01")
    before = stored(desk)
    done = messages.take_mail(desk, raw("01"), "again.eml")
    assert (done.value.id, done.value.again) == (first.id, True)
    assert "already" in done.said
    assert stored(desk) == before


def test_what_is_no_mail_leaves_nothing(desk: Desk):
    before = log(desk)
    with pytest.raises(errors.UnreadableMail):
        messages.take_mail(desk, b"\x00\x01")
    assert log(desk) == before
    assert states(desk) == []


def test_the_log_of_a_mail_holds_no_word_of_it(desk: Desk):
    id_ = arrived(desk, "01").id
    messages.open_message(desk, id_)
    said = log_text(desk)
    assert not any(word in said for word in ("user001", "渡邉", "個人情報", "A000001"))
    assert log(desk)[-1] == ("message.open", f"message:{id_}")


def test_a_request_is_started_from_a_mail_and_confirmed_by_a_human(desk: Desk):
    person = yumiko(desk)
    id_ = arrived(desk, "01").id
    opened = messages.open_message(desk, id_)
    (found,) = opened.suggestions
    assert (found.person.id, found.grounds) == (person, (Match.NUMBER, Match.MAIL, Match.NAME))
    form = messages.start_request(desk, opened, found.person.id)
    assert (form.channel, form.arrived, form.letter_on) == (Channel.MAIL, date(2026, 11, 16), date(2026, 11, 16))
    assert [item.kind for item in form.items] == ["DISCLOSE"]
    assert (form.language, form.requester, form.message) == ("ja", Requester.PRINCIPAL, id_)
    assert stored(desk)["request"] == []
    request = requests.take_in(desk, form).value
    now = case(desk, request.id)
    assert now.person
    assert now.person.id == person
    assert [(row.id, row.state, row.request) for row in now.messages] == [(id_, MessageState.JOINED, request.id)]
    assert messages.inbox(desk) == ()
    with pytest.raises(errors.MessageTaken):
        messages.start_request(desk, messages.open_message(desk, id_))
    with pytest.raises(errors.MessageTaken):
        requests.take_in(desk, form)


def test_a_correction_by_mail_proposes_the_new_address(desk: Desk):
    taken_mail = arrived(desk, "02")
    assert taken_mail.proposal.new_address
    form = messages.start_request(desk, messages.open_message(desk, taken_mail.id))
    assert form.items[0].kind == "CORRECT"
    assert form.items[0].proposed == (
        Proposed(field="postal", value="150-0041"),
        Proposed(field="address", value="東京都渋谷区神南1丁目2番3号"),
    )


@pytest.mark.parametrize(
    ("said", "postal", "address"),
    [
        ("〒９００－００２１　那覇市泉崎1-2-3", "900-0021", "那覇市泉崎1-2-3"),
        ("9000021 那覇市泉崎1-2-3", "900-0021", "那覇市泉崎1-2-3"),
        ("那覇市泉崎1-2-3", "", "那覇市泉崎1-2-3"),
        ("123-45678 Long Street", "", "123-45678 Long Street"),
    ],
)
def test_a_postal_code_before_a_new_address_is_a_field_of_its_own(desk: Desk, said, postal, address):
    text = f"住所変更の届出です。個人情報の訂正をお願いします。\r\n新住所：{said}"
    opened = messages.open_message(desk, messages.take_mail(desk, mail(text)).value.id)
    (item,) = messages.start_request(desk, opened).items
    assert {one.field: one.value for one in item.proposed} == {
        **({"postal": postal} if postal else {}),
        "address": address,
    }


def test_an_agents_mail_names_agent_and_person(desk: Desk):
    father = people.add(desk, NewPerson(Profile(name="渡邉 健一", kana="ワタナベ ケンイチ", number="A000009"))).value
    people.add(desk, NewPerson(Profile(name="渡邉 結衣", mails=("agent@example.jp",))))
    id_ = arrived(desk, "07").id
    opened = messages.open_message(desk, id_)
    assert [(one.person.id, one.grounds) for one in opened.suggestions] == [(father, (Match.NAME,))]
    form = messages.start_request(desk, opened, father)
    assert form.requester is Requester.AGENT
    assert [(party.role, party.name) for party in form.parties] == [
        (PartyRole.REQUESTER, "渡邉 結衣"),
        (PartyRole.PERSON, "渡邉 健一"),
    ]
    assert case(desk, requests.take_in(desk, form).value.id).request.requester is Requester.AGENT


def test_a_reply_joins_its_request_by_itself_and_waits_to_be_read(desk: Desk):
    first = arrived(desk, "01")
    id_ = requests.take_in(desk, messages.start_request(desk, messages.open_message(desk, first.id))).value.id
    reply = arrived(desk, "06")
    assert reply.request == id_
    assert [(row.id, row.state) for row in messages.inbox(desk)] == [(reply.id, MessageState.ANSWER)]
    opened = messages.open_message(desk, reply.id)
    assert opened.requests == ((id_, "R8-0001"),)
    assert len(case(desk, id_).messages) == 2
    assert len(case(desk, id_).attachments) == len(opened.attachments)
    messages.join(desk, reply.id, id_)
    assert messages.inbox(desk) == ()


def test_a_reply_to_an_unsorted_mail_waits_beside_it(desk: Desk):
    arrived(desk, "01")
    assert arrived(desk, "06").request is None
    assert states(desk) == [MessageState.NEW, MessageState.NEW]


@pytest.mark.parametrize(
    ("sender", "joins"), [("user001@example.jp", True), ("USER001@example.jp", True), ("stranger@example.jp", False)]
)
def test_a_number_joins_only_from_an_address_that_the_request_knows(desk: Desk, sender: str, joins: bool):
    id_ = taken(desk)
    done = messages.take_mail(desk, mail("受付番号 Ｒ８－０００１ の件です。", sender=sender)).value
    assert (done.request == id_) is joins
    # a human still sees where it may belong
    assert messages.open_message(desk, done.id).requests == ((id_, "R8-0001"),)


def test_two_numbers_leave_the_choice_to_a_human(desk: Desk):
    one, two = taken(desk), taken(desk)
    done = messages.take_mail(desk, mail("R8-0001 と R8-0002 と R8-0099 の件")).value
    assert done.request is None
    assert messages.open_message(desk, done.id).requests == ((one, "R8-0001"), (two, "R8-0002"))


def test_joining_can_be_undone_and_must_fit(desk: Desk):
    one, two = taken(desk), taken(desk)
    id_ = arrived(desk, "08").id
    with pytest.raises(errors.NoSuchRequest):
        messages.join(desk, id_, 99)
    done = messages.join(desk, id_, one)
    assert log(desk)[-1] == ("message.sort", f"message:{id_}")
    with pytest.raises(errors.MessageTaken):
        messages.join(desk, id_, two)
    done.undo(desk)
    assert states(desk) == [MessageState.NEW]
    assert case(desk, one).messages == ()
    with pytest.raises(errors.StaleSave):
        done.undo(desk)
    messages.join(desk, id_, two)
    assert [row.id for row in case(desk, two).messages] == [id_]


def test_no_request_needs_a_reason_and_can_be_taken_back(desk: Desk):
    spam = arrived(desk, "09").id
    with pytest.raises(errors.ReasonNeeded):
        messages.not_request(desk, spam, 1, "  ")
    with pytest.raises(errors.StaleSave):
        messages.not_request(desk, spam, 7, "広告")
    done = messages.not_request(desk, spam, 1, "広告")
    assert messages.inbox(desk) == ()
    (row,) = messages.inbox(desk, {MessageState.NOT_REQUEST})
    assert (row.id, row.reason) == (spam, "広告")
    with pytest.raises(errors.MessageTaken):
        messages.not_request(desk, spam, 2, "広告")
    done.undo(desk)
    assert [row.reason for row in messages.inbox(desk)] == [""]


def test_an_auditor_reads_no_mail(desk: Desk, auditor: Desk):
    id_ = arrived(desk, "01").id
    for forbidden in (
        lambda: messages.open_message(auditor, id_),
        lambda: messages.original(auditor, id_),
        lambda: messages.take_mail(auditor, raw("02")),
        lambda: messages.not_request(auditor, id_, 1, "x"),
    ):
        with pytest.raises(errors.NotAllowed):
            forbidden()


@pytest.mark.parametrize(
    ("hints", "grounds"),
    [
        (Hints(numbers=("A000001",)), (Match.NUMBER,)),
        (Hints(mails=("USER001@example.jp",)), (Match.MAIL,)),
        (Hints(phones=("0355500100",)), (Match.PHONE,)),
        (Hints(names=("渡辺由美子",)), (Match.NAME,)),
        (Hints(names=("わたなべ ゆみこ",), birth=date(1975, 3, 14)), (Match.NAME_AND_BIRTH,)),
        (Hints(names=("渡辺由美子",), birth=date(1975, 3, 15)), (Match.NAME,)),
        (Hints(numbers=("A000001",), phones=("090-5550-0100",)), (Match.NUMBER, Match.PHONE)),
        (Hints(names=("渡辺",), mails=("", "user1@example.jp"), numbers=("A00000",)), None),
        (Hints(names=("", "…")), None),
    ],
)
def test_a_suggestion_says_its_grounds(desk: Desk, hints: Hints, grounds: tuple[Match, ...] | None):
    person = yumiko(desk)
    people.add(desk, NewPerson(Profile(name="渡辺 健", number="A000002")))
    found = [(one.person.id, one.grounds) for one in messages.suggest(desk, hints)]
    assert found == ([(person, grounds)] if grounds else [])


def test_the_strongest_ground_comes_first(desk: Desk):
    person = yumiko(desk)
    namesake = people.add(desk, NewPerson(Profile(name="渡辺 由美子", birth=date(1990, 1, 1)))).value
    hints = Hints(names=("渡邊由美子",), birth=date(1990, 1, 1), mails=("user001@example.jp",))
    found = [(one.person.id, one.grounds) for one in messages.suggest(desk, hints)]
    assert found == [(namesake, (Match.NAME_AND_BIRTH,)), (person, (Match.MAIL, Match.NAME))]


def test_a_mail_from_the_future_arrives_today(desk: Desk):
    later = mail("個人情報の開示をお願いします。", more="Date: Tue, 24 Nov 2026 09:00:00 +0900\r\n")
    id_ = messages.take_mail(desk, later).value.id
    form = messages.start_request(desk, messages.open_message(desk, id_))
    assert (form.arrived, form.letter_on) == (date(2026, 11, 22), date(2026, 11, 22))
    (row,) = messages.inbox(desk)
    assert row.sent_at == datetime(2026, 11, 24, tzinfo=UTC)
    assert row.taken_at == desk.now


@pytest.mark.parametrize("day", ["Fri, 31 Dec 9999 23:59:59 +0000", "Fri, 31 Dec 9999 23:59:59 -1200", "1 Dec 2026"])
def test_a_mail_with_an_impossible_date_does_not_say_when_it_was_sent(desk: Desk, day: str):
    taken = messages.take_mail(desk, mail("個人情報の開示をお願いします。", more=f"Date: {day}\r\n")).value
    assert "SentDateMissing" in {one.code for one in taken.problems}
    assert messages.inbox(desk)[0].sent_at is None
    form = messages.start_request(desk, messages.open_message(desk, taken.id))
    assert (form.arrived, form.letter_on) == (desk.today, None)
