"""Twenty made-up customers, each value of whom is a canary: found anywhere in clear, it tells what leaked."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

PASSWORD = "kanaria sings behind the locked door"  # noqa: S105  # of a made-up manager
SEARCHED = "鵺沢椋鵺"
NOTED = "窓で書いた備考は椋鵺の声"
DRAFTED = "書きかけの椋鵺の名"
REASON = "kanaria reason 1234 for looking"
_ENOUGH = 20
_DIGITS = "〇一二三四五六七八九"
_KANA = "アイウエオカキクケコ"
_HEADERS = ("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール", "口座番号", "備考")


@dataclass(frozen=True)
class Customer:
    """One of them; the numbers of two customers differ in the last two digits."""

    place: int

    @property
    def number(self) -> str:
        """The customer number, which is no secret of its own."""
        return f"K{self.place:06}"

    @property
    def given(self) -> str:
        """The given name."""
        return "椋鵺" + self._digits(_DIGITS)

    @property
    def kana(self) -> str:
        """Its reading."""
        return "ムクヌエドリ" + self._digits(_KANA)

    @property
    def building(self) -> str:
        """The end of the address."""
        return "鵺椋荘壱号" + self._digits(_DIGITS)

    @property
    def mail(self) -> str:
        """The mail address."""
        return f"kanaria-{self.place:02}@example.jp"

    @property
    def phone(self) -> str:
        """The telephone number as it is stored."""
        return f"090-7391-46{self.place:02}"

    @property
    def account(self) -> str:
        """The number of the bank account."""
        return f"73914{self.place:02}"

    @property
    def notes(self) -> str:
        """What the office noted."""
        return "備考は椋鵺の声" + self._digits(_DIGITS)

    @property
    def canaries(self) -> tuple[str, ...]:
        """Whatever must be found nowhere."""
        own = (self.given, self.kana, self.building, self.mail, self.phone, self.account, self.notes)
        return (*own, self.phone.replace("-", ""), self.wish, self.file, self.paper)

    @property
    def wish(self) -> str:
        """What the customer's mail says besides."""
        return "椋鵺よりのお願い" + self._digits(_DIGITS)

    @property
    def file(self) -> str:
        """The name of the mail's attachment."""
        return f"kanaria-file-{self.place:02}"

    @property
    def paper(self) -> str:
        """What stands in the attachment."""
        return f"kanaria attachment {self.place:02}"

    def row(self) -> tuple[str, ...]:
        """The line of the table that is imported."""
        place = f"東京都千代田区丸の内9丁目8番7号　{self.building}"
        name, born = f"鵺沢　{self.given}", "1984/07/22"
        account = f"0001-110-普通-{self.account}"
        return self.number, name, self.kana, born, "100-0005", place, self.phone, self.mail, account, self.notes

    def letter(self, sent: datetime) -> bytes:
        """A mail that asks for disclosure, with an attachment."""
        mail = EmailMessage()
        mail["From"], mail["To"] = self.mail, "privacy@example.jp"
        mail["Subject"] = "個人情報の開示をお願いします"
        mail["Date"] = sent
        mail["Message-ID"] = f"<{self.place}-day@example.jp>"
        said = "私に関する保有個人データの開示をお願いします。郵送を希望します。"
        signed = f"鵺沢　{self.given}\n会員番号 {self.number}"
        mail.set_content(f"個人情報窓口 御中\n\n{said}\n{self.wish}\n\n{signed}\n")
        mail.add_attachment(self.paper.encode(), maintype="text", subtype="plain", filename=f"{self.file}.txt")
        return mail.as_bytes()

    def _digits(self, signs: str) -> str:
        return signs[self.place // 10] + signs[self.place % 10]


CUSTOMERS = tuple(Customer(place) for place in range(_ENOUGH))
BY_WINDOW, BY_COMMAND = CUSTOMERS[:15], CUSTOMERS[15:]
CANARIES = (PASSWORD, SEARCHED, NOTED, DRAFTED, REASON, *(one for each in CUSTOMERS for one in each.canaries))


def deliver(folder: Path, now: datetime) -> None:
    """Put down what comes into the office: two tables, and a mail of each customer, sent on the day before."""
    folder.mkdir()
    for name, customers in (("window.csv", BY_WINDOW), ("command.csv", BY_COMMAND)):
        (folder / name).write_bytes(_table(customers))
    for one in CUSTOMERS:
        (folder / f"{one.place:02}.eml").write_bytes(one.letter(now - timedelta(days=1)))


def _table(customers: Iterable[Customer]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_HEADERS, *(one.row() for one in customers)])
    return text.getvalue().encode("cp932")
