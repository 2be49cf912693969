"""Acts of a working day, each with what its log entry is called, for a disk that is full just then."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from privdesk.domain.case import NewRequest
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked
from privdesk.domain.law import Channel
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import profile
from privdesk.operations import answers, backups, batches, letters, messages, people, requests, rotation, users
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.operations.sifting import TableFile
from privdesk.storage import keys
from torture.office.made import PASSWORD, customer

_ANOTHER = "three paper lanterns at dusk"
_REASON = "The bank asks by telephone."
_ROWS = 200
_MAIL = """From: user001@example.jp
To: privacy@example.jp
Subject: =?utf-8?B?6ZaL56S66KuL5rGC?=
Message-ID: <full@example.jp>
Date: Fri, 20 Nov 2026 10:00:00 +0900
Content-Type: text/plain; charset=utf-8

"""


@dataclass(frozen=True)
class Act:
    """What a user does, and the name of the entry that stands in the log when it was done, and not when it was not."""

    what: str
    entry: str
    do: Callable[[Desk], object]


def prepared(desk: Desk) -> None:
    """Enter what the acts work on: customers, and a complaint whose letter and decision are due."""
    for number in range(20):
        people.add(desk, customer(number))
    party = Party(PartyRole.REQUESTER, "見本 1", mail="user001@example.jp")
    asked = (Asked(number=1, kind="COMPLAINT", what="宛名の誤り"),)
    requests.take_in(desk, NewRequest(Channel.POST, date(2026, 11, 16), asked, parties=(party,), person=1))


def acts(medium: Path) -> tuple[Act, ...]:
    """All but the making and the opening of a desk; backups go to `medium`."""
    return (
        Act("a customer is entered", "person.add", lambda desk: people.add(desk, customer(900))),
        Act("a customer is changed", "person.edit", _change),
        Act(f"{_ROWS} customers are imported", "batch.import", lambda desk: batches.import_people(desk, _table())),
        Act("a mail is taken in", "message.take", lambda desk: messages.take_mail(desk, _mail())),
        Act("a letter is issued", "letter.issue", _issue),
        Act("an item is decided", "request.decide", _decide),
        Act("a number is shown", "person.reveal", lambda desk: people.reveal(desk, 1, _REASON)),
        Act("the keys are changed", "keys.rotate", lambda desk: rotation.rotate(desk, PASSWORD)),
        Act("a backup is made", "copy.enter", lambda desk: backups.run(desk, medium)),
        Act("a password is changed", "user.password", _change_password),
    )


def _change(desk: Desk) -> object:
    found = people.open_person(desk, 1).person
    return people.edit(desk, 1, found.version, replace(profile(found), notes="備考" * 500))


def _table() -> TableFile:
    rows = (f"B{number:06},輸入 {number},ユニュウ,東京都港区芝{number}" for number in range(_ROWS))
    return TableFile("顧客.csv", "\r\n".join(("会員番号,氏名,フリガナ,住所", *rows)).encode())


def _mail() -> bytes:
    return (_MAIL + "保有個人データの開示を請求します。\n" * 400).encode()


def _issue(desk: Desk) -> object:
    return letters.issue(desk, 1, requests.open_request(desk, 1).version, Wanted("acknowledgement"))


def _decide(desk: Desk) -> object:
    version = requests.open_request(desk, 1).version
    return answers.decide(desk, 1, version, 1, Decision.ANSWERED, facts="発送前の二重確認を始めました。")


def _change_password(desk: Desk) -> object:
    return users.change_password(desk, PASSWORD, _ANOTHER, keys.FLOOR)
