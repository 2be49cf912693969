"""Finds a bundled file, in the source tree or in the built program."""

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).parent.parent)) / "resources"


def resource(relative: str) -> Path:
    """The path of a bundled file or folder, named relative to `resources/`."""
    return _ROOT / relative
