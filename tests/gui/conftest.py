"""What the tests of the screens share: a desk, the road to it, a theme, a language, settings of their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.state import WindowState
from privdesk.gui.theme import Look, Theme
from privdesk.gui.translation import Translation
from privdesk.operations.desk import Desk
from tests.gui.filled import filled
from tests.office import Founded, found


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """A desk without a customer."""
    return found(tmp_path_factory.mktemp("empty") / "office.privdesk")


@pytest.fixture(scope="session")
def filled_office(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """A desk with something in each place."""
    return filled(tmp_path_factory.mktemp("filled"))


@pytest.fixture(scope="session")
def founded(empty_office: Founded) -> Founded:
    """The desk that the tests copy; who needs another one says so in his own room."""
    return empty_office


@pytest.fixture
def desk(founded: Founded, tmp_path) -> Iterator[Desk]:
    """An open desk of the test's own with the manager "sato" at it, on 2026-11-22."""
    opened = founded.copied(tmp_path / "office.privdesk")
    yield opened
    opened.vault.close()


@pytest.fixture
def background(qapp: QApplication, desk: Desk) -> Iterator[Background]:
    """The road to the vault; what goes wrong on it and is not told to somebody fails the test."""
    desk.take_changes()
    background = Background(desk)
    failures: list[DeskError] = []
    background.failed.connect(failures.append)
    yield background
    background.stop()
    background.wait()
    assert not failures


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light look at its usual size, again after the test."""
    theme = qapp.findChild(Theme) or Theme(qapp, Look.LIGHT)
    theme.choose(Look.LIGHT, 1.0)
    yield theme
    theme.choose(Look.LIGHT, 1.0)


@pytest.fixture(autouse=True)
def translation(qapp: QApplication) -> Iterator[Translation]:
    """English, so that a test can name the words; again after the test."""
    translation = Translation(qapp, "en")
    yield translation
    translation.choose("en")


@pytest.fixture(autouse=True)
def state(tmp_path) -> WindowState:
    """The window's settings, in a folder of the test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    return WindowState()


@pytest.fixture(autouse=True)
def _clipboard_is_cleared(qapp: QApplication) -> Iterator[None]:
    yield
    brief_clipboard().clear()
    QApplication.clipboard().clear()


@pytest.fixture
def assert_named() -> Callable[[QWidget], None]:
    """Call it with a shown widget: everything in it that takes the keyboard has an object name and says what it is."""

    def check(widget: QWidget) -> None:
        usable = [
            part
            for part in widget.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy()
        ]
        assert usable
        for part in usable:
            assert part.objectName(), f"no object name: {part}"
            said = part.accessibleName() or getattr(part, "text", str)()
            assert said, f"nothing for a screen reader: {part.objectName()}"

    return check
