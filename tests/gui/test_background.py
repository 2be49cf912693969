"""The road to the vault: answers come home, go astray without harm, and end in order."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject

from privdesk.domain.errors import Cancelled, NameMissing
from privdesk.gui.background import Background, is_held_up
from privdesk.operations.done import Done


class Ledger:
    """A desk of one list, which remembers that it was written."""

    def __init__(self):
        self.lines = []
        self.changed = set()

    def take_changes(self):
        changed, self.changed = frozenset(self.changed), set()
        return changed


def add(ledger, line):
    ledger.lines.append(line)
    ledger.changed.add("people")
    return len(ledger.lines)


def read(ledger):
    return list(ledger.lines)


def refuse(ledger):
    raise NameMissing


def fail(ledger):
    raise ZeroDivisionError("a bug")


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def background(qapp, ledger):
    background = Background(ledger)
    yield background
    background.stop(roll_back=True)
    background.wait()


@pytest.fixture
def owner(qapp):
    return QObject()


def test_operations_run_beside_the_window_and_answers_arrive_in_it(qtbot, background, owner):
    ran, arrived = [], []
    background.write(owner, lambda desk: ran.append(current_thread()), then=lambda _: arrived.append(current_thread()))
    qtbot.waitUntil(lambda: bool(arrived))
    assert ran[0] is not main_thread()
    assert arrived == [main_thread()]


def test_a_write_tells_what_changed_after_its_answer(qtbot, background, owner):
    order = []
    background.changed.connect(order.append)
    background.write(owner, add, "a", then=order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [1, frozenset({"people"})]


def test_writes_keep_their_order_and_reads_do_not_wait_for_them(qtbot, background, owner, ledger):
    gate, seen, numbers = Event(), [], []
    background.write(owner, lambda desk: gate.wait(10))
    background.write(owner, add, "a", then=numbers.append)
    background.write(owner, add, "b", then=numbers.append)
    background.read(owner, read, then=seen.append)
    qtbot.waitUntil(lambda: seen == [[]])
    gate.set()
    qtbot.waitUntil(lambda: numbers == [1, 2])
    assert ledger.lines == ["a", "b"]


def test_a_dead_owner_gets_no_answer_but_the_write_is_done(qtbot, background, owner, ledger):
    gate, answers = Event(), []
    dying = QObject()
    background.write(dying, lambda desk: gate.wait(10), then=answers.append)
    background.write(dying, add, "kept", then=answers.append)
    dying.deleteLater()
    qtbot.wait(10)
    with qtbot.waitSignal(background.changed):
        gate.set()
    assert ledger.lines == ["kept"]
    assert answers == []


def test_a_question_of_a_dead_owner_is_not_asked(qtbot, background, owner):
    gate, asked, answers = Event(), [], []
    dying = QObject()
    background.read(owner, lambda desk: gate.wait(10), then=answers.append)
    background.read(dying, asked.append, then=answers.append)
    dying.deleteLater()
    qtbot.wait(10)
    gate.set()
    background.read(owner, read, then=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert asked == []


def test_a_newer_question_replaces_the_one_that_waits(qtbot, background, owner):
    gate, asked, answers = Event(), [], []

    def search(desk, text):
        asked.append(text)
        return text

    background.read(owner, lambda desk: gate.wait(10), then=answers.append)
    for text in ("や", "やま", "やまだ"):
        background.read(owner, search, text, then=answers.append, key="search")
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert asked == ["やまだ"]
    assert answers[1] == "やまだ"


def test_an_expected_error_goes_to_one_place_or_to_who_asked_for_it(qtbot, background, owner):
    failed, mine = [], []
    background.failed.connect(failed.append)
    background.write(owner, refuse, otherwise=mine.append)
    background.write(owner, refuse)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], NameMissing)
    assert len(mine) == 1


def test_a_failed_write_is_told_although_its_screen_has_gone(qtbot, background):
    dying, gate = QObject(), Event()
    background.write(dying, lambda desk: gate.wait(10))
    background.write(dying, refuse)
    dying.deleteLater()
    qtbot.wait(10)
    with qtbot.waitSignal(background.failed):
        gate.set()


def test_a_bug_is_raised_in_the_window(qtbot, background, owner):
    with qtbot.captureExceptions() as raised:
        background.read(owner, fail, then=print)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_what_was_done_is_told_with_its_undo(qtbot, background, owner, ledger):
    def undo(desk):
        desk.lines.clear()
        return Done(None, "Taken back.")

    def enter(desk):
        desk.lines.append("x")
        return Done(1, "Entered.", undo=undo)

    with qtbot.waitSignal(background.done) as told:
        background.write(owner, enter)
    with qtbot.waitSignal(background.done):
        background.write(owner, told.args[0].undo)
    assert ledger.lines == []


def test_long_work_shows_its_steps_and_can_be_cancelled(qtbot, background, owner):
    steps, failed = [], []
    background.progressed.connect(steps.append)
    background.failed.connect(failed.append)

    def count(desk, progress):
        for number in range(100_000):
            progress(number, 100_000, "rows")
            Event().wait(0.001)

    with qtbot.waitSignal(background.finished):
        background.write(owner, count, long=True)
        qtbot.waitUntil(lambda: len(steps) > 1)
        background.cancel()
    assert isinstance(failed[0], Cancelled)
    assert steps[0].total == 100_000
    assert steps[-1].done < 99_999


def test_busy_from_the_first_question_to_the_last_answer(qtbot, background, owner):
    busy, answers = [], []
    background.busy.connect(busy.append)
    background.read(owner, read, then=answers.append)
    background.read(owner, read, then=answers.append)
    qtbot.waitUntil(lambda: len(busy) == 2)
    assert busy == [True, False]
    assert len(answers) == 2


def test_stopping_keeps_what_waits_to_be_saved(qtbot, background, owner, ledger):
    gate, answers = Event(), []
    background.write(owner, lambda desk: gate.wait(10))
    background.write(owner, add, "saved")
    background.read(owner, lambda desk: gate.wait(10), then=answers.append)
    background.read(owner, read, then=answers.append)
    with qtbot.waitSignal(background.stopped):
        background.stop()
        background.write(owner, add, "too late")
        gate.set()
    assert ledger.lines == ["saved"]
    assert answers == []


def test_stopping_with_roll_back_cancels_long_work(qtbot, background, owner, ledger):
    started = Event()

    def fill(desk, progress):
        started.set()
        while True:
            progress(0, 0)
            Event().wait(0.001)

    background.write(owner, fill, long=True)
    started.wait(10)
    with qtbot.waitSignal(background.stopped):
        background.stop(roll_back=True)
    background.wait()


def test_work_beside_gets_no_desk(qtbot, background, owner):
    answers = []
    background.beside(owner, str.upper, "pdf", then=answers.append)
    qtbot.waitUntil(lambda: answers == ["PDF"])


def test_long_work_beside_holds_up_no_short_work_and_is_cancelled_by_itself(qtbot, background, owner, ledger):
    steps, stopped, answers, gate = [], [], [], Event()
    background.progressed.connect(steps.append)

    def copy(progress):
        while True:
            progress(1, 2)
            Event().wait(0.001)

    def fill(desk, progress):
        progress(0, 0)
        gate.wait(10)
        return add(desk, "filled")

    background.beside(owner, copy, then=answers.append, otherwise=stopped.append, long=True)
    qtbot.waitUntil(lambda: bool(steps))
    background.write(owner, fill, long=True, then=answers.append)
    background.beside(owner, str.upper, "pdf", then=answers.append)
    qtbot.waitUntil(lambda: answers == ["PDF"])
    background.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert isinstance(stopped[0], Cancelled)
    gate.set()
    qtbot.waitUntil(lambda: ledger.lines == ["filled"] and len(answers) == 2)
    assert {step.total for step in steps} == {2}, "one work is told at a time"


def in_parts(ledger, count):
    """Writes a line a part; what stops it takes them back."""
    try:
        for done in range(count):
            ledger.lines.append(done)
            yield done, count
    except Cancelled:
        while ledger.lines and isinstance(ledger.lines[-1], int):
            ledger.lines.pop()
            yield 0, 0
        raise
    return count


def test_work_in_parts_lets_others_write_between(background, ledger, owner, qtbot):
    answers = []
    background.write(owner, in_parts, 10, then=answers.append, long=True)
    background.write(owner, add, "between", then=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1] == 10
    assert ledger.lines.index("between") < 9
    assert not is_held_up()


def test_work_in_parts_is_stopped_and_takes_back(background, ledger, owner, qtbot):
    wrong = []
    background.write(owner, in_parts, 1_000_000, otherwise=wrong.append, long=True)
    qtbot.waitUntil(lambda: len(ledger.lines) > 10)
    background.cancel()
    qtbot.waitUntil(lambda: bool(wrong), timeout=20_000)
    assert isinstance(wrong[0], Cancelled)
    assert ledger.lines == []
    assert not is_held_up()


def test_work_in_parts_is_let_go_of_at_the_end(background, ledger, owner, qtbot):
    background.write(owner, in_parts, 1_000_000, long=True)
    qtbot.waitUntil(lambda: len(ledger.lines) > 10)
    with qtbot.waitSignal(background.stopped):
        background.stop(roll_back=True)
    assert ledger.lines
    assert not is_held_up()
