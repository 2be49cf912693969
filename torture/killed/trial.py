"""Kills one kind of work again and again on one desk, and looks the desk over after each kill."""

import random
import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from privdesk.domain.errors import DeskError
from privdesk.operations import desks
from privdesk.operations.desk import Desk
from privdesk.storage import header, log_verify
from privdesk.storage.vault import BALLAST, DATA
from torture.figure import Figure
from torture.killed.process import killed
from torture.killed.work import Work
from torture.office.made import LOGIN, NOW, PASSWORD, made

# then a fresh one, so that all stay small
_KILLS_PER_DESK = 10
_NAMES = {DATA, *header.COPIES, "lock", BALLAST}
_SLOWEST_S = 2.0


class Trial:
    """The desk that is killed, beside a copy of it as it was furnished, and what was found so far."""

    def __init__(self, work: Work, folder: Path) -> None:
        """Found and furnish the desk below `folder`."""
        self._work, self._ground, self._fresh = work, folder / "ground", folder / "fresh"
        self._ground.mkdir(parents=True)
        self._made = made(self._ground)
        desk = self._made.open()
        work.furnish(desk, self._made)
        desk.vault.close()
        shutil.copytree(self._ground, self._fresh)
        self._acknowledged = self._lost = self._broken = 0
        self._waited, self._openings = 0.1, list[float]()
        self._first = ""

    def figure(self) -> Figure:
        """All kills, each at a random moment of the time that the acts within reach have taken until now.

        Of work that changes files itself, every second one just before a random file is opened, renamed or removed.
        """
        rng, done = random.Random(), 0
        for number in range(self._work.kills):
            if number % _KILLS_PER_DESK == 0:
                shutil.rmtree(self._ground)
                shutil.copytree(self._fresh, self._ground)
                done = 0
            longest = self._work.reach * self._waited / (1 + self._acknowledged)
            run = partial(self._work.run, self._made, done)
            if number % 2 and self._work.touches:
                ended = killed(run, 2 * longest, rng.randrange(self._work.touches))
            else:
                ended = killed(run, rng.uniform(0, longest))
            self._waited += ended.took
            self._acknowledged += ended.acknowledged
            faults = ["it ended by itself"] if ended.failed else []
            try:
                done, found = self._looked_over(done + ended.acknowledged)
                if (number + 1) % _KILLS_PER_DESK == 0:
                    found += self._by_password(done)
            except DeskError as error:
                found = [f"{type(error).__name__}: {error}"]
            self._note([*faults, *found, *self._left()])
        return Figure(self._work.name, self._work.kills, self._broken, self._seen())

    def _looked_over(self, acknowledged: int) -> tuple[int, list[str]]:
        """Open the desk by its sheet; how many acts it knows of since its founding, and what is wrong."""
        start = time.perf_counter()
        desk = self._work.opened(self._made, acknowledged)
        self._openings.append(time.perf_counter() - start)
        with closing(desk.vault):
            done = self._work.done(desk)
            self._lost += max(acknowledged - done, 0)
            return done, list(self._faults(desk, done, acknowledged))

    def _faults(self, desk: Desk, done: int, acknowledged: int) -> Iterator[str]:
        if done not in (acknowledged, acknowledged + 1):
            yield f"{done} acts, acknowledged {acknowledged}"
        if self._openings[-1] > _SLOWEST_S:
            yield f"opened in {self._openings[-1]:.1f} s"
        yield from self._work.faults(desk, self._made, done)
        yield from desk.vault.integrity()
        if fault := log_verify.verify(desk.vault.reading, desk.vault).fault:
            yield f"log: {fault.name}"

    def _by_password(self, done: int) -> list[str]:
        """The road of the user, who finds nothing wrong either."""
        known = self._made
        terms = self._work.terms(known, done)
        desk = desks.unlock(known.folder, LOGIN, PASSWORD, known.reference, lambda: NOW, terms)
        found = desks.faults(desk)
        desks.lock(desk)
        return found

    def _left(self) -> Iterator[str]:
        """What lies in the closed desk's folder and does not belong there."""
        yield from sorted({path.name for path in self._made.folder.iterdir()} ^ _NAMES)

    def _note(self, faults: list[str]) -> None:
        self._broken += bool(faults)
        self._first = self._first or (faults or [""])[0]

    def _seen(self) -> str:
        median, most = (1000 * how(self._openings) for how in (statistics.median, max))
        said = f"acknowledged {self._acknowledged:,}, lost {self._lost:,}"
        said += f"; opened in {median:.0f} ms at the median, {most:.0f} ms at most"
        return f"{said}; first: {self._first}" if self._first else said
