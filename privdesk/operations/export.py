"""What leaves the desk as a file: the list as shown, a mailing list, everything.

Everything is three steps, because they belong on different threads: `begin` writes the log, `gather` takes minutes
beside the work, `hand_over` gives the file its name and notes the end. Nothing lies in clear before its entry.
"""

import csv
import io
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from privdesk.domain.acts import permit
from privdesk.domain.errors import Cancelled, FileNotWritten
from privdesk.domain.person import PeopleQuery
from privdesk.operations import mailings, people
from privdesk.operations.batches import Progress
from privdesk.operations.desk import Desk
from privdesk.operations.people_sheet import sheet
from privdesk.operations.sheets import SheetFormat, csv_cell, written
from privdesk.storage import everything, files, people_list, people_profiles
from privdesk.storage.transaction import Connection

_TOLD_EVERY = 500
_README = {
    "ja": {
        "head": "{office}　保管庫の全データ　{day}　書出し：{who}",
        "warning": "このファイルは暗号化されていません。不要になったら直ちに消去してください。",
        "numbers": "口座番号・カード番号・免許証番号等の全桁を含みます。",
        "no_numbers": "口座番号・カード番号・免許証番号等は、表では下4桁だけを含みます"
        "（文書・メール・添付書類はそのままです）。",
        "forms": "tables：表計算ソフト用の表（CSV。数式として実行され得る文字列は先頭に ' を付けています）\n"
        "json：同じ内容の JSON Lines（他のシステムへの移行用）\n"
        "letters：発送文書（PDF）　mails：受信メール　attachments：添付書類",
    },
    "en": {
        "head": "{office}: everything in the desk, {day}, exported by {who}",
        "warning": "This file is not encrypted. Delete it as soon as it is no longer needed.",
        "numbers": "It contains bank account, card and licence numbers in full.",
        "no_numbers": "Of bank account, card and licence numbers the tables have the last four digits only "
        "(letters, mails and attachments are as they are).",
        "forms": "tables: for a spreadsheet program (CSV; what it could run as a formula has a ' in front)\n"
        "json: the same as JSON Lines, to move to another system\n"
        "letters: as PDF; mails: as received; attachments",
    },
}


@dataclass(frozen=True)
class Begun:
    """An export of everything whose entry is in the log: whether sealed numbers are opened in it."""

    numbers: bool


@dataclass(frozen=True)
class Gathered:
    """Everything, written to `part` and not handed over yet, and how many rows that is."""

    path: Path
    part: Path
    rows: int


def export_people(desk: Desk, query: PeopleQuery, format_: SheetFormat, *, purpose: str) -> bytes:
    """The customers whom the query finds, in its order, without their sealed numbers; the file can be imported again.

    Whose data may not be used for the `purpose` of the export is left out. Raises NoSuchPurpose, TooManyRows.
    """
    with desk.change("people.export", about="people", format=format_, purpose=purpose) as change:
        wanted = people_list.ids(change.conn, query, with_suspended=True, today=desk.today)
        found = mailings.let_in(desk, change, purpose, list(wanted))
        all_ = list(people_profiles.profiles(change.conn, found))
        change.detail["people"] = len(all_)
    return written(format_, *sheet(all_, desk.actor.language))


def export_everything(
    desk: Desk, path: Path, reason: str = "", progress: Progress | None = None, *, numbers: bool = False
) -> Path:
    """Everything the desk holds as one ZIP: each table as CSV and as JSON Lines, papers as files, a README.

    All steps one after the other; raises what they raise.
    """
    return hand_over(desk, gather(desk, begin(desk, reason, numbers=numbers), path, progress))


def begin(desk: Desk, reason: str = "", *, numbers: bool = False) -> Begun:
    """Write into the log that everything is exported; an export that is stopped keeps this entry and has no other.

    With `numbers` sealed numbers are opened, which needs a reason; else they are left out.
    Raises NotAllowed or ReasonMissing.
    """
    with desk.change("desk.export", about="desk", numbers=numbers) as change:
        change.detail["reason"] = people.needed_reason(reason) if numbers else reason.strip()
    return Begun(numbers)


def gather(desk: Desk, begun: Begun, path: Path, progress: Progress | None = None) -> Gathered:
    """Write everything beside the work, which touches none of the desk's connections, under a name that is not shown.

    `progress(done, rows)` stops it by answering False or raising Cancelled, and nothing is left then.
    Raises NotAllowed, KeyNotHeld, ReadOnlyFolder, DiskFull, DiskTrouble, Cancelled.
    """
    permit(desk.actor, "desk.export")
    part = path.with_name(f".{path.name}.part")
    try:
        with files.told():
            part.unlink(missing_ok=True)
            with (
                desk.vault.reading_apart() as conn,
                os.fdopen(files.make_file(part), "wb") as file,
                zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
            ):
                rows = _write(desk, conn, archive, _Steps(conn, progress), begun.numbers)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Gathered(path, part, rows)


def hand_over(desk: Desk, gathered: Gathered) -> Path:
    """Give what was gathered its name; the file lies in clear where the user put it, once its end is in the log.

    Raises ReadOnlyFolder, DiskFull, DiskTrouble or FileNotWritten.
    """
    try:
        with desk.change("desk.exported", about="desk", rows=gathered.rows):
            pass
        with files.told():
            gathered.part.replace(gathered.path)
    except FileNotFoundError as error:
        raise FileNotWritten(file=gathered.path.name) from error
    finally:
        gathered.part.unlink(missing_ok=True)
    return gathered.path


class _Steps:
    """Counts rows as they are written, twice each, and papers; tells now and then how far it is."""

    def __init__(self, conn: Connection, progress: Progress | None) -> None:
        self._total = 2 * everything.count(conn)
        self._progress = progress
        self._done = 0

    def step(self) -> None:
        """One more."""
        is_time = self._done % _TOLD_EVERY == 0
        if is_time and self._progress and self._progress(min(self._done, self._total), self._total) is False:
            raise Cancelled
        self._done += 1


def _write(desk: Desk, conn: Connection, archive: zipfile.ZipFile, steps: _Steps, numbers: bool) -> int:
    seal, counts = desk.seal, {}
    for table in everything.TABLES:
        with archive.open(f"json/{table.name}.jsonl", "w", force_zip64=True) as file:
            counts[table.name] = 0
            for row in everything.rows(conn, seal if numbers else None, table):
                steps.step()
                counts[table.name] += 1
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        with (
            archive.open(f"tables/{table.name}.csv", "w", force_zip64=True) as file,
            io.TextIOWrapper(file, "utf-8-sig", newline="") as text,
        ):
            writer = csv.writer(text, quoting=csv.QUOTE_ALL)
            writer.writerow(everything.columns(table))
            for row in everything.rows(conn, seal if numbers else None, table):
                steps.step()
                writer.writerow([_cell(value) for value in row.values()])
        for name, content in everything.papers(conn, seal, table):
            steps.step()
            archive.writestr(name, content)
    archive.writestr("README.txt", _readme(desk, counts, numbers))
    return sum(counts.values())


def _cell(value: object) -> str:
    """A value for a spreadsheet; lists stay JSON."""
    if value is None:
        return ""
    return csv_cell(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _readme(desk: Desk, counts: Mapping[str, int], numbers: bool) -> str:
    said = _README[desk.actor.language]
    lines = [said["head"].format(office=desk.office.name, day=desk.today, who=desk.actor.name), said["warning"], ""]
    lines += [said["numbers" if numbers else "no_numbers"], said["forms"], ""]
    return "\n".join([*lines, *(f"{name}: {count}" for name, count in counts.items()), ""])
