"""What leaves the desk as a file: the list as shown, a mailing list, everything."""

import json
import os
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from privdesk.domain.errors import Cancelled
from privdesk.domain.person import PeopleQuery, Profile
from privdesk.operations import purposes
from privdesk.operations.batches import Progress
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import Cell, SheetFormat, written
from privdesk.storage import everything, files, people_list, people_profiles
from privdesk.storage.transaction import Connection

# the headers by which an import recognises the columns again; phones and mail addresses take as many as needed
_HEADERS = {
    "ja": (
        "会員番号",
        "氏名",
        "フリガナ",
        "生年月日",
        "郵便番号",
        "住所",
        "言語",
        "入会日",
        "最終利用日",
        "退会日",
        "備考",
    ),
    "en": (
        *("Customer number", "Name", "Kana", "Date of birth", "Postal code", "Address", "Language", "Since"),
        *("Last activity", "Left on", "Notes"),
    ),
}
_PHONE = {"ja": "電話番号{n}", "en": "Phone {n}"}
_MAIL = {"ja": "メール{n}", "en": "Mail {n}"}
_MAILING = {
    "ja": ("会員番号", "氏名", "フリガナ", "郵便番号", "住所", "メール", "言語"),
    "en": ("Customer number", "Name", "Kana", "Postal code", "Address", "Mail", "Language"),
}


def export_people(desk: Desk, query: PeopleQuery, format_: SheetFormat, *, with_suspended: bool = False) -> bytes:
    """The customers whom the query finds, in its order, without their sealed numbers; the file can be imported again.

    Who suspended or opted out of a purpose is in it only `with_suspended`. Raises TooManyRows.
    """
    with desk.change("people.export", about="people", format=format_, with_suspended=with_suspended) as change:
        found = people_list.ids(change.conn, query, with_suspended=with_suspended)
        all_ = list(people_profiles.profiles(change.conn, list(found)))
        change.detail["people"] = len(all_)
    return written(format_, *sheet(all_, desk.actor.language))


def sheet(found: Sequence[Profile], language: str) -> tuple[list[str], Iterable[list[Cell]]]:
    """Headers and rows of customers as an import in the same language recognises them."""
    phones = max((len(one.phones) for one in found), default=0)
    mails = max((len(one.mails) for one in found), default=0)
    headers = [
        *_HEADERS[language],
        *(_PHONE[language].format(n=n + 1) for n in range(phones)),
        *(_MAIL[language].format(n=n + 1) for n in range(mails)),
    ]
    return headers, (_cells(one, phones, mails) for one in found)


def export_mailing_list(desk: Desk, code: str, format_: SheetFormat) -> bytes:
    """The recipients of a mailing as a file. Raises NoSuchPurpose, TooManyRows."""
    found = purposes.recipients(desk, code).recipients
    rows = ((one.number, one.name, one.kana, one.postal, one.address, one.mail, one.language) for one in found)
    return written(format_, _MAILING[desk.actor.language], rows)


def export_everything(desk: Desk, path: Path, progress: Progress | None = None) -> Path:
    """Everything the desk holds as one ZIP, numbers unsealed: a JSON Lines file for each table, papers as files.

    It lies in clear where the user put it, appears only after its entry is in the log, and whole or not at all.
    `progress(done, tables)` stops it by answering False or raising Cancelled.
    Raises KeyNotHeld, ReadOnlyFolder, DiskFull, DiskTrouble, Cancelled.
    """
    part = path.with_name(f".{path.name}.part")
    with files.told():
        part.unlink(missing_ok=True)
        try:
            with (
                desk.change("desk.export", about="desk") as change,
                os.fdopen(files.make_file(part), "wb") as file,
                zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
            ):
                change.detail["rows"] = _write(desk, change.conn, archive, progress)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return path


def _write(desk: Desk, conn: Connection, archive: zipfile.ZipFile, progress: Progress | None) -> int:
    rows = 0
    for done, table in enumerate(everything.TABLES, start=1):
        with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
            for row in everything.rows(conn, desk.seal, table):
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                rows += 1
        for name, content in everything.papers(conn, desk.seal, table):
            archive.writestr(name, content)
        if progress and progress(done, len(everything.TABLES)) is False:
            raise Cancelled
    return rows


def _cells(one: Profile, phones: int, mails: int) -> list[Cell]:
    return [
        *(one.number, one.name, one.kana, one.birth, one.postal, one.address, one.language),
        *(one.since, one.last_activity, one.left_on, one.notes),
        *(one.phones + ("",) * (phones - len(one.phones))),
        *(one.mails + ("",) * (mails - len(one.mails))),
    ]
