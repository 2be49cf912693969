"""A real desk behind Today, reached by the real road."""

from collections.abc import Callable

import pytest


@pytest.fixture
def settled(qtbot, background) -> Callable[[], None]:
    """Waits until everything that was asked for has come home."""
    return lambda: qtbot.waitUntil(lambda: not background._open, timeout=20_000)
