"""Python imports a module of this name in every process that finds it on its path: so it comes into the real program,
and again into the process that replaces it at the lock. It does what the test writes to standard input."""

import ctypes
import json
import os
import sys
import traceback


def join_in() -> None:
    """Wait for wishes as soon as the program's event loop begins; that it begins is told first."""
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtWidgets import QApplication

    from privdesk.storage import keys

    keys.DEFAULT = keys.FLOOR  # what hashing costs is not the point
    run = QApplication.exec

    def attended(*_: object) -> int:
        from tests.e2e import person as at_the_pc

        at_the_pc._LONGEST = 120.0  # beside other work on a busy machine
        app = QApplication.instance()
        person, ears = at_the_pc.Person(app), QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
        ears.activated.connect(lambda *_: QTimer.singleShot(0, lambda: obey(person, ears)))
        QTimer.singleShot(0, lambda: say({"begun": os.getpid()}))
        return run()

    QApplication.exec = attended


def obey(person: object, ears: object) -> None:
    """Do one wish, `[act, arguments]`, and tell its end; its answer is told only where it is plain."""
    ears.setEnabled(False)
    line = os.read(sys.stdin.fileno(), 1 << 16)
    if not line:
        os._exit(3)  # the test is gone
    act, arguments = json.loads(line)
    try:
        answer = getattr(sys.modules[__name__] if act in globals() else person, act)(*arguments)
    except AssertionError:
        say({"failed": traceback.format_exc()})
    else:
        say({"done": answer if isinstance(answer, str | bool | list | int | None) else None})
    ears.setEnabled(True)


def press_keys(keys: str) -> None:
    """Press keys such as `Ctrl+L` where the focus is, and wait for nothing: the lock ends this process."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    pressed = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget(), pressed.key(), pressed.keyboardModifiers())


def sit_idle() -> None:
    """Let the idle lock think that the last key was pressed an hour ago."""
    from PySide6.QtWidgets import QApplication

    from privdesk.gui.idle import IdleWatch

    watch = QApplication.instance().findChild(IdleWatch)
    watch._last = tuple(last - 3600 for last in watch._last)


def be_readable() -> None:
    """Let a user who is not root look into the memory of his own process, which the program forbids."""
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE


def is_shielded() -> bool:
    """Whether neither a core dump nor another program of the same user gets at the memory."""
    import resource

    core_size = resource.getrlimit(resource.RLIMIT_CORE)
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0 and core_size == (0, 0)  # PR_GET_DUMPABLE


def has_own_file_dialogs() -> bool:
    """Whether no file dialog of the system shows, over which no key of ours would lock."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    return QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def say(answer: dict[str, object]) -> None:
    """One line to the test."""
    os.write(sys.stdout.fileno(), json.dumps(answer).encode() + b"\n")


if "PRIVDESK_ATTENDED" in os.environ:
    join_in()
