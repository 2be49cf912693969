"""Desks and backups that are damaged again and again: put back before each case, opened as a user would, looked at."""

import multiprocessing
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from privdesk.domain.errors import DeskError
from privdesk.operations import desks, people, restores
from privdesk.operations.desk import Desk
from torture.figure import Figure
from torture.office.made import NOW, Made, State, state

Damaged = dict[str, bytes]
Ends = Counter[str]
Case = TypeVar("Case")
# how a case may end; any other end, in capitals, is a failure
_REFUSED, _READ, _CHECKED, _WHOLE = "refused", "told by a look", "told by the check", "whole"
_SILENT = "SILENT"
_SHARES = 2


class Broken(Exception):
    """What the program promises and did not keep, in a few words."""


@dataclass(frozen=True)
class Specimen:
    """A desk whose files, and this PC's notes of it, lie in `kept`; `whole` is what it shows when all is well."""

    office: Made
    kept: Path
    whole: State

    def content(self, name: str) -> bytes:
        """The undamaged bytes of one of its files."""
        return (self.kept / "desk" / name).read_bytes()

    def end(self, damaged: Damaged, *, check: bool = True) -> str:
        """How it ends that these files have other contents; without `check` nobody looks the whole desk over."""
        for place in (self.office.folder, self.office.profile):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.kept / "desk", self.office.folder)
        shutil.copytree(self.kept / "profile", self.office.profile)
        for name, content in damaged.items():
            (self.office.folder / name).write_bytes(content)
        try:
            desk = self.office.open()
        except DeskError as error:
            return _said(error, _REFUSED)
        try:
            return _looked(desk, self.whole, check=check)
        finally:
            desk.vault.close()


@dataclass
class Seen:
    """How cases ended, and the first that should not have ended so."""

    ends: Ends = field(default_factory=Counter)
    first: str = ""

    def take(self, work: Callable[[], str], case: str) -> None:
        """Count one case; Broken, and an exception that nobody planned, is a failure of the case."""
        try:
            end = work()
        except Broken as broken:
            end = str(broken).upper()
        except Exception as error:  # noqa: BLE001 - what is counted here is what must not fly
            end = type(error).__name__.upper()
        self.ends[end] += 1
        if end.isupper():
            self.first = self.first or case

    def figure(self, what: str) -> Figure:
        """The row."""
        failed = sum(count for end, count in self.ends.items() if end.isupper())
        seen = ", ".join(f"{end} {count:,}" for end, count in self.ends.most_common())
        return Figure(what, self.ends.total(), failed, f"{seen}; first {self.first}" if failed else seen)


def kept(office: Made, place: Path, desk: Desk) -> Specimen:
    """The files as they are at this moment, as a program that is killed now would leave them."""
    whole = state(desk)
    shutil.copytree(office.folder, place / "desk")
    shutil.copytree(office.profile, place / "profile")
    return Specimen(office, place, whole)


def tried(what: str, specimen: Specimen, cases: Iterable[Damaged], *, check: bool = True) -> Figure:
    """One row: each case at this desk."""

    def one(office: Made, case: Damaged) -> str:
        return replace(specimen, office=office).end(case, check=check)

    return _shared(specimen.office, cases, one).figure(what)


def restored(what: str, office: Made, whole: State, cases: Iterable[bytes]) -> Figure:
    """One row: each case is a backup that somebody wants to restore."""
    way = restores.by_sheet("".join(office.sheet.groups))

    def one(there: Made, case: bytes) -> str:
        shutil.rmtree(there.folder, ignore_errors=True)
        path = there.folder.with_name("damaged.privdesk-backup")
        path.write_bytes(case)
        try:
            restores.restore(path, there.folder, way, lambda: NOW, there.terms)
        except DeskError as error:
            return _said(error, _REFUSED)
        desk = there.open()
        try:
            return _looked(desk, whole, check=True)
        finally:
            desk.vault.close()

    return _shared(office, cases, one).figure(what)


def _shared(office: Made, cases: Iterable[Case], one: Callable[[Made, Case], str]) -> Seen:
    """All cases, shared among processes that each work in a place of their own."""
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()

    def run(share: int) -> None:
        there, seen = office.moved(office.folder.parent / f"share {share}"), Seen()
        for number, case in enumerate(cases):
            if number % _SHARES == share:
                seen.take(partial(one, there, case), f"case {number}")
        answers.put(seen)

    workers = [fork.Process(target=run, args=(share,)) for share in range(_SHARES)]
    for worker in workers:
        worker.start()
    parts: list[Seen] = [answers.get() for _ in workers]
    for worker in workers:
        worker.join()
    return Seen(sum((part.ends for part in parts), Counter()), next((part.first for part in parts if part.first), ""))


def _looked(desk: Desk, whole: State, *, check: bool) -> str:
    """Look at the list, at one record, and with `check` at everything."""
    try:
        is_whole = whole.is_in(desk)
        people.open_person(desk, 1)
    except DeskError as error:
        return _said(error, _READ)
    try:
        found = desks.faults(desk) if check else []
    except DeskError as error:
        return _said(error, _CHECKED)
    if found:
        return _CHECKED
    return _WHOLE if is_whole else _SILENT


def _said(error: DeskError, when: str) -> str:
    """A sentence with nothing left to fill in."""
    return when if str(error) and "{" not in str(error) else type(error).__name__.upper()
