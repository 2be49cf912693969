"""What each command does: one function each, from the arguments to an exit status."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from privdesk import app
from privdesk.app import demo as made_up
from privdesk.app import program
from privdesk.cli import backups
from privdesk.cli.sitting import opened
from privdesk.cli.streams import flush, new_file, password, progress_told, say, tell, write
from privdesk.domain.batch import Batch, BatchKind
from privdesk.domain.case import RequestQuery
from privdesk.domain.errors import (
    DeskError,
    FileTooLarge,
    FileUnreadable,
    MailTooComplex,
    MapUnreadable,
    OutlookMail,
    RowsRefused,
    UnreadableMail,
)
from privdesk.domain.office import Office
from privdesk.domain.person import PeopleQuery
from privdesk.domain.procedure import State
from privdesk.domain.text import visible
from privdesk.operations import (
    batches,
    desks,
    foreign,
    letters,
    messages,
    people,
    purposes,
    recovery_sheet,
    requests,
    retention,
)
from privdesk.operations.batches import Report
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.operations.preview import look, read_file

PAGE = 500


def demo(chosen: Namespace) -> int:
    """Make the office up; with --out write it to a folder and say what was made, else open it in the window."""
    if chosen.out is None:
        app.need_display()
        say(made_up.demo_logins())
        flush()
        made = partial(made_up.made_demo, chosen.people, chosen.seed, chosen.on, progress_told())
        return program.window(chosen.lang, made)
    say(made_up.demo_folder(chosen.out, chosen.people, chosen.seed, chosen.on, progress_told()))
    return 0


def new(chosen: Namespace) -> int:
    """Found a desk; its recovery sheet is written first, because there is no desk without a sheet."""
    sheet = desks.new_sheet()
    founder = Founder(chosen.manager, chosen.manager, password(), chosen.lang)
    desks.need_good_password(founder, chosen.office, app.reference())
    office = Office(name=chosen.office)
    drawn = recovery_sheet.drawn(sheet, office.name, chosen.lang, app.now().date())
    with new_file(chosen.recovery_out, drawn) as keep:  # without its desk it would open nothing
        desk = desks.create(chosen.desk, office, founder, sheet, app.reference(), app.now, app.terms(), keep)
    desks.lock(desk)
    say({"desk": str(chosen.desk), "recovery": str(chosen.recovery_out)})
    return 0


def import_(chosen: Namespace) -> int:
    """Take in a table; with --dry-run only say what would happen."""
    kind, file = BatchKind(chosen.kind), read_file(chosen.file)
    keep = {"drop": False, "keep": True}.get(chosen.cards)
    with opened(chosen) as desk:
        mapping = batches.mapping_of(desk, file, kind, _map(chosen.map)) if chosen.map else None
        _say_columns((mapping or look(file, kind, desk.reference.fields).mapping).left_out(), chosen)
        if chosen.json or chosen.dry_run:
            report = batches.dry_run(desk, file, kind, mapping, keep_cards=bool(keep))
            if chosen.json:
                _say_problems(report)
            if chosen.dry_run:
                return _tried(report, chosen)
        if kind is BatchKind.PEOPLE:
            batch = batches.import_people(
                desk, file, mapping, keep_cards=keep, strict=chosen.strict, progress=progress_told()
            ).value
        else:
            batch = batches.import_transactions(
                desk, file, mapping, strict=chosen.strict, progress=progress_told()
            ).value
        say({"batch": batch.id, **_counts(batch)})
    return 0


def intake(chosen: Namespace) -> int:
    """Take mails into the inbox; one that cannot be read is said, does not stop the others, and makes it a failure."""
    status = 0
    with opened(chosen) as desk:
        for path in chosen.files:
            for line in _taken(desk, path):
                say({"file": path.name, **line})
                if line["message"] is None:
                    print(visible(f"{path.name}: {line['problem']}"), file=sys.stderr)
                    status = 1
    return status


def list_people(chosen: Namespace) -> int:
    """Customers, all or those found."""
    query = PeopleQuery(text=chosen.find)
    with opened(chosen) as desk:
        people.settled_search(desk, query, people.count(desk, query))
        blocked = purposes.blocked_today(desk) if chosen.json else {}
        for row in _pages(people.page, desk, query):
            line = {
                "id": row.id,
                "number": row.number,
                "name": row.name,
                "kana": row.kana,
                "status": row.status,
                "suspended": list(blocked.get(row.id, ())),
                "keep_until": row.keep_until,
            }
            say(line) if chosen.json else tell(row.number, row.name, row.kana, row.status)
    return 0


def list_requests(chosen: Namespace) -> int:
    """Requests, all or those in one state."""
    with opened(chosen) as desk:
        for row in _pages(requests.page, desk, RequestQuery()):
            if chosen.state and row.state is not State(chosen.state):
                continue
            line = {
                "number": row.number,
                "state": row.state,
                "kinds": list(row.kinds),
                "person": row.name,
                "arrived": row.arrived,
                "due": row.due,
                "day14": row.day14,
                "next": row.next_step,
            }
            say(line) if chosen.json else tell(row.number, row.state, row.due, row.name)
    return 0


def list_retention(chosen: Namespace) -> int:
    """Until when what is kept, and why; with --on only what is over by that day."""
    with opened(chosen) as desk:
        for line in retention.as_json(desk, desk.actor.language):
            until = line["keep_until"]
            if chosen.on and not (until and str(until) < chosen.on.isoformat()):
                continue
            if chosen.json:
                say(line)
            else:
                tell(line["person"], line["category"], until or "-", line["reason"])
    return 0


def letter(chosen: Namespace) -> int:
    """The last issued letter of a request, else a draft with a watermark and no number."""
    with opened(chosen) as desk:
        write(chosen.out, letters.latest_pdf(desk, chosen.request))
    return 0


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "demo": demo,
    "new": new,
    "import": import_,
    "intake": intake,
    "people": list_people,
    "requests": list_requests,
    "retention": list_retention,
    "letter": letter,
    "check": backups.check,
    "backup": backups.backup,
    "restore": backups.restore,
}


def _pages(page: Callable[..., Any], desk: Desk, query: object) -> Iterator[Any]:
    """All rows of a list, some at a time."""
    key = None
    while True:
        found = page(desk, query, key, PAGE)
        yield from found.rows
        key = found.next
        if key is None:
            return


def _map(path: Path) -> str:
    try:
        return foreign.read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MapUnreadable from error


def _say_columns(left_out: Iterable[DeskError], chosen: Namespace) -> None:
    """Which columns are left out: on standard error, with --json as lines; what --strict refuses says it itself."""
    for error in left_out:
        if chosen.json:
            say({**error.values, "problem": str(error)})
        elif chosen.map or not chosen.strict:
            print(error, file=sys.stderr)


def _tried(report: Report, chosen: Namespace) -> int:
    """What a dry run says; only what --strict refuses is refused here too."""
    say({"batch": None, **_counts(report), "cards": report.cards})
    if chosen.strict and not chosen.map:
        report.mapping.check_all_taken()
    refused = report.warned + report.waiting
    if chosen.strict and refused:
        raise RowsRefused(rows=refused)
    return 0


def _counts(said: Batch | Report) -> dict[str, object]:
    return {"rows": said.rows, "imported": said.imported, "warned": said.warned, "waiting": said.waiting}


def _say_problems(report: Report) -> None:
    for one in report.problems:
        say({"row": one.row, "field": one.field, "value": one.text, "problem": str(one.fault)})


def _taken(desk: Desk, path: Path) -> Iterator[dict[str, object]]:
    try:
        mails = list(messages.mails_in(foreign.read(path)))
    except (FileTooLarge, FileUnreadable, OutlookMail) as error:
        yield _unread(error)
        return
    for mail in mails:
        yield _one_taken(desk, mail, path.name)


def _one_taken(desk: Desk, mail: bytes, file_name: str) -> dict[str, object]:
    try:
        taken = messages.take_mail(desk, mail, file_name).value
    except (FileTooLarge, MailTooComplex, UnreadableMail) as error:
        return _unread(error)
    best = next(iter(messages.open_message(desk, taken.id).suggestions), None)
    return {
        "message": taken.id,
        "kinds": list(taken.proposal.kinds),
        "person": best.person.number if best else None,
        "ground": list(best.grounds) if best else None,
        "problem": " ".join(map(str, taken.problems)) or None,
    }


def _unread(error: DeskError) -> dict[str, object]:
    return {"message": None, "kinds": [], "person": None, "ground": None, "problem": str(error)}
