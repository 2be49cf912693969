"""Writes the made-up office to a folder: the desk, its letters, and who may enter it."""

import re
from collections.abc import Iterator
from pathlib import Path

from privdesk.demo.office import FOLDER, LOGINS, OFFICE, PASSWORD, Progress, Wish, make
from privdesk.domain.case import RequestQuery
from privdesk.domain.errors import FileNotWritten, NotADemo
from privdesk.domain.letter import LetterQuery, LetterRow
from privdesk.domain.person import PeopleQuery
from privdesk.operations import batches, desks, letters, messages, people, requests
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Terms
from privdesk.operations.reference import Reference

README = "README.txt"
LETTERS = "letters"
SCREENS = "screens"
# tells a made-up office from a folder that is somebody's own, and which of its letters are made up
_MARK = ".privdesk-demo"
_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_ABOUT = """{office} / {office_en}

すべて架空の会社、顧客、請求です。 / The company, its customers and their requests are all made up.

保管庫のフォルダー / Desk folder:  {folder}
利用者 / Users:                    {users}
パスワード / Password:             {password}

privdesk を起動し、このフォルダーを選んで、上の利用者とパスワードで開いてください。
Start privdesk, choose this folder, and unlock it with a user and the password above.
発行した文書は letters に、画面の画像は screens にあります。
The letters that were issued are in letters, pictures of the screens in screens.
"""


def written(
    out: Path, wish: Wish, reference: Reference, terms: Terms, progress: Progress | None = None
) -> tuple[Desk, dict[str, object]]:
    """Make the office in `out`, over an older one; the desk is left open, beside it what was made, in figures.

    `progress` as for `make`. Raises LawMissing for a wished day without law data, NotADemo for a folder with anything
    else in it, DeskInUse, FileNotWritten.
    """
    wish.need_law(reference)
    try:
        _clear(out)
        folder = out / FOLDER
        desk = make(folder, wish, reference, terms, progress)
        made = _letters(desk, out)
        about = _ABOUT.format(
            office=OFFICE.name, office_en=OFFICE.name_en, folder=FOLDER, users=", ".join(LOGINS), password=PASSWORD
        )
        (out / README).write_text(about, "utf-8")
    except OSError as error:
        raise FileNotWritten(file=out.name) from error
    return desk, {
        "people": people.count(desk, PeopleQuery()),
        "requests": sum(requests.counts(desk, RequestQuery()).values()),
        "letters": made,
        "transactions": sum(one.imported for one in batches.everything(desk) if one.kind == "transactions"),
        "messages": len(messages.inbox(desk)),
        "users": list(LOGINS),
        "password": PASSWORD,
        "desk": str(folder),
    }


def _clear(out: Path) -> None:
    """Make a marked folder of `out`; of an older made-up office only what it wrote goes, pictures are written over."""
    out.mkdir(parents=True, exist_ok=True)
    mark = out / _MARK
    if not mark.is_file() and any(out.iterdir()):
        raise NotADemo(folder=out.name)
    if (out / FOLDER).is_dir():
        desks.remove(out / FOLDER)
    for name in mark.read_text("utf-8").splitlines() if mark.is_file() else ():
        (out / LETTERS / Path(name).name).unlink(missing_ok=True)
    mark.write_text("", "utf-8")


def _letters(desk: Desk, out: Path) -> int:
    """Write every issued letter as a file, and into the mark which they are; returns how many there are."""
    (out / LETTERS).mkdir(exist_ok=True)
    rows = list(_issued(desk))
    with (out / _MARK).open("a", encoding="utf-8") as mark:
        for row in rows:
            name = f"{_NOT_IN_NAMES.sub('_', row.number)}_{row.template}.pdf"
            print(name, file=mark, flush=True)
            (out / LETTERS / name).write_bytes(letters.open_letter(desk, row.id))
    return len(rows)


def _issued(desk: Desk) -> Iterator[LetterRow]:
    after = None
    while True:
        found = letters.page(desk, LetterQuery(), after)
        yield from found.rows
        after = found.next
        if after is None:
            return
