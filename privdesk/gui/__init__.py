"""The screens: the only room that knows Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 hands out None, True and False without counting, which is right from Python 3.12 on, where they never
    # die. Python 3.11 counts down and ends the program after a few thousand calls, so they get a count that lasts.
    for lasting in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(lasting)).value += 1 << 40
