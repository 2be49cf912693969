"""Importing customers beside raw executemany.

The baseline of the import writes the very rows that the import makes, into the same tables with the same indexes in an
encrypted file of its own; so what is compared is reading, checking, folding, sealing and logging against nothing of it.
"""

import csv
import io
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.harness import Comparison, timed
from privdesk import app
from privdesk.domain.office import Office
from privdesk.domain.user import Role, User
from privdesk.operations import batches
from privdesk.operations.desk import Desk
from privdesk.storage import keys, opening, purposes, rules, settings, transaction, users
from privdesk.storage.vault import Vault

PEOPLE = 10_000
_HEADERS = (
    *("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール", "口座番号", "カード番号"),
    *("免許証番号", "メール配信", "入会日", "最終利用日", "退会日", "備考"),
)
_SURNAMES = (
    ("佐藤", "サトウ"),
    ("髙橋", "タカハシ"),
    ("渡邉", "ワタナベ"),
    ("山﨑", "ヤマザキ"),
    ("長谷川", "ハセガワ"),
)
_GIVEN = (("太郎", "タロウ"), ("花子", "ハナコ"), ("陽菜", "ヒナ"), ("由美子", "ユミコ"), ("龍之介", "リュウノスケ"))
_PLACES = (
    ("100-0005", "東京都千代田区丸の内"),
    ("530-0001", "大阪府大阪市北区梅田"),
    ("060-0001", "北海道札幌市中央区北一条西"),
)


def table(rows: int, first: int = 1) -> bytes:
    """A table of customers such as a small office hands over; the same every time."""
    chance = random.Random(rows + first)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADERS)
    for n in range(first, first + rows):
        (surname, kana), (given, given_kana) = chance.choice(_SURNAMES), chance.choice(_GIVEN)
        postal, place = chance.choice(_PLACES)
        since = date(2015, 4, 1) + timedelta(days=chance.randrange(3600))
        writer.writerow(
            [
                *(f"B{n:07d}", f"{surname}　{given}", f"{kana} {given_kana}"),
                *(f"{date(1938, 1, 1) + timedelta(days=chance.randrange(26_000))}", postal),
                f"{place}{chance.randrange(1, 9)}丁目{chance.randrange(1, 30)}番{chance.randrange(1, 20)}号",
                *(f"090-{chance.randrange(1000, 9999)}-{chance.randrange(1000, 9999)}", f"user{n}@example.jp"),
                f"0001-{chance.randrange(1, 999):03d}-普通-{chance.randrange(10**7):07d}" if n % 2 else "",
                *("", "", chance.choice(("可", "不可", "")), since, since + timedelta(days=300), "", "電話は午後のみ"),
            ]
        )
    return text.getvalue().encode()


def made_desk(folder: Path) -> Desk:
    """A new desk, hashed at the floor of the cost, which is not the point here."""
    given = app.reference()
    made: list[User] = []

    def first(vault: Vault) -> None:
        with transaction.writing(vault.writer) as conn:
            settings.enter_office(conn, Office(name="見本商事株式会社"))
            purposes.enter(conn, given.purposes)
            rules.enter_rules(conn, given.rules, date(2026, 11, 22))
            made.append(users.add(conn, login="sato", name="佐藤", role=Role.MANAGER, slot=vault.slot, language="ja"))

    terms = opening.Terms(cost=keys.FLOOR, ballast=4096)
    vault, _ = opening.create(folder, "sato", "an unhurried heron waits", terms=terms, first=first)
    return Desk(vault, made[0], Office(name="見本商事株式会社"), given, lambda: datetime.now(UTC), "bench")


def imported(folder: Path, rows: int, repeats: Iterator[int]) -> Callable[[], float]:
    """The seconds of an import into a fresh desk."""
    content = table(rows)

    def run() -> float:
        desk = made_desk(folder / f"import-{next(repeats)}.privdesk")
        with closing(desk.vault):
            return timed(lambda: batches.import_people(desk, content, keep_cards=False))()

    return run


def inserted(folder: Path, rows: int, repeats: Iterator[int]) -> Callable[[], float]:
    """The seconds of sending the rows of such an import, ready made, to the driver of a fresh desk at once."""
    sent: list[tuple[str, list[tuple[Any, ...]]]] = []

    def note(_conn: object, _cursor: object, statement: str, values: Any, _context: object, many: bool) -> None:
        if statement.startswith("INSERT") and "INTO audit" not in statement:
            sent.append((statement, values if many else [values]))

    desk = made_desk(folder / "source.privdesk")
    with closing(desk.vault):
        sa.event.listen(desk.vault.writer, "before_cursor_execute", note)
        batches.import_people(desk, table(rows), keep_cards=False)

    def run() -> float:
        fresh = made_desk(folder / f"insert-{next(repeats)}.privdesk")
        with closing(fresh.vault):
            start = time.perf_counter()
            with fresh.vault.writer.begin() as conn:
                driver = driver_of(conn)
                for statement, values in sent:
                    driver.executemany(statement, values)
            return time.perf_counter() - start

    return run


def driver_of(conn: sa.Connection) -> Any:
    """The bare connection below SQLAlchemy."""
    return conn.connection.driver_connection


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Import of a small and a larger table."""
    repeats = count()
    for rows, rounds in ((300, 5), (PEOPLE, 3)):
        part = folder / str(rows)
        part.mkdir()
        bare = inserted(part, rows, repeats)
        yield Comparison(f"import {rows}", imported(part, rows, repeats), bare, goal=2, rounds=rounds)
