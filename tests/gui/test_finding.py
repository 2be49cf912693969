"""What is typed into the palette finds customers, requests and letters, and a search that came to rest is logged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from privdesk.domain.person import NewPerson, Profile
from privdesk.gui import finding
from privdesk.gui.background import Background
from privdesk.gui.finding import Finding, hits
from privdesk.gui.palette import Hit
from privdesk.gui.rail import Place
from privdesk.gui.shell import Shell
from privdesk.gui.widgets.page import Page
from privdesk.operations import letters, people, search
from privdesk.operations.desk import Desk
from privdesk.operations.letters import Wanted
from tests.office import Founded
from tests.operations.looking import log, log_text
from tests.operations.requesting import case, taken, yumiko


class Blank(Page):
    """A place without anything in it."""

    def retranslate(self) -> None:
        self.set_title("Blank")


@pytest.fixture
def desk(founded: Founded, tmp_path) -> Iterator[Desk]:
    """One customer with a request and a letter, and many others."""
    opened = founded.copied(tmp_path / "office.privdesk")
    request = taken(opened, person=yumiko(opened))
    letters.issue(opened, request, case(opened, request).version, Wanted("acknowledgement"))
    for number in range(12):
        people.add(opened, NewPerson(Profile(name="鈴木 一郎", number=f"S{number:03}")))
    yield opened
    opened.vault.close()


@pytest.fixture
def shell(qtbot, theme, desk) -> Iterator[Shell]:
    made = Shell("見本商事", "佐藤 恵")
    made.add_place(Place("blank", "sun", "Blank"), lambda: Blank("blank"))
    background = Background(desk)
    made.finding = Finding(background, desk, made.finder)
    holder = QWidget()
    made.setParent(holder)
    qtbot.addWidget(holder)
    holder.resize(1280, 800)
    made.resize(1280, 800)
    holder.show()
    yield made
    background.stop()
    background.wait()


def offered(shell: Shell) -> list[Hit]:
    return [hit for hit in shell.finder._model.hits if hit.kind != "action"]


def test_a_name_finds_each_kind(qtbot, shell):
    with qtbot.waitSignal(shell.hit_wanted) as chosen:
        shell.do("palette")
        shell.bar.search.setText("渡辺")
        qtbot.waitUntil(lambda: len(offered(shell)) > 1)
        assert [hit.kind for hit in offered(shell)] == ["person", "request"]
        QTest.keyClick(shell.bar.search, Qt.Key.Key_Down)
        QTest.keyClick(shell.bar.search, Qt.Key.Key_Return)
    (hit,) = chosen.args
    assert (hit.kind, hit.title) == ("request", "R8-0001 渡邉 由美子")


def test_a_letter_is_found_by_its_number(qtbot, shell):
    shell.do("palette")
    shell.bar.search.setText("個情発第26-0001")
    qtbot.waitUntil(lambda: [hit.kind for hit in offered(shell)] == ["letter"])


def test_no_kind_crowds_out_the_others(desk):
    found_all = search.everywhere(desk, "鈴木")
    both = search.Found(
        found_all.people, search.everywhere(desk, "渡辺").requests, search.everywhere(desk, "個情").letters
    )
    kinds = [hit.kind for hit in hits(both, desk.law_on(desk.today))]
    assert kinds == ["person"] * 8 + ["request", "letter"]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch):
    """Whoever sits there reads each hit before he types the next text."""
    monkeypatch.setattr(finding, "_TYPED_ON", 0)


@pytest.mark.parametrize("leave", ["next", "close", "lock"])
def test_hits_that_were_shown_are_logged_however_soon_they_go(qtbot, desk, shell, unhurried, leave):
    before = len(log(desk))
    shell.do("palette")
    shell.bar.search.setText("鈴木")
    qtbot.waitUntil(lambda: bool(offered(shell)))
    if leave == "next":
        shell.bar.search.setText("鈴木 一")
    elif leave == "close":
        shell.finder.close_up()
    else:
        shell.finding._background.stop()
    qtbot.waitUntil(lambda: len(log(desk)) == before + 1, timeout=1200)
    assert log(desk)[-1] == ("people.search", "desk")


def test_who_types_on_at_once_is_still_at_one_search(qtbot, desk, shell, monkeypatch):
    monkeypatch.setattr(finding, "_TYPED_ON", 60)
    before = len(log(desk))
    shell.do("palette")
    shell.bar.search.setText("鈴")
    qtbot.waitUntil(lambda: bool(offered(shell)))
    with qtbot.waitSignal(shell.finder.search_wanted):
        shell.bar.search.setText("鈴木")
    shell.finder.close_up()
    qtbot.waitUntil(lambda: len(log(desk)) == before + 1)


def test_a_settled_search_is_logged_without_its_text(qtbot, desk, shell):
    before = len(log(desk))
    shell.do("palette")
    shell.bar.search.setText("鈴木")
    qtbot.waitUntil(lambda: bool(offered(shell)))
    assert len(log(desk)) == before
    qtbot.waitUntil(lambda: len(log(desk)) == before + 1)
    assert log(desk)[-1] == ("people.search", "desk")
    assert "鈴木" not in log_text(desk).split("people.search")[-1]


def test_what_can_be_gone_to_is_found_by_its_title_and_leaves_the_actions_first(qtbot, shell):
    shell.finder.offer(lambda: [Hit("section", "fees", "Fees", "Office"), Hit("section", "users", "Users", "Office")])
    shell.finder.open_up()
    assert not [hit for hit in shell.finder._model.hits if hit.kind == "section"], "not before something is typed"
    QTest.keyClicks(shell.bar.search, "fees")
    qtbot.waitUntil(lambda: [hit.id for hit in shell.finder._model.hits] == ["fees"])
    with qtbot.waitSignal(shell.hit_wanted) as told:
        shell.finder.choose()
    assert told.args == [Hit("section", "fees", "Fees", "Office")]
