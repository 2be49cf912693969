"""How long the keyboard waits after wrong passwords; alone in its module, because the unlock page needs it at once."""

LONGEST_WAIT = 60


def wait(failures: int) -> int:
    """For how many seconds no password is taken after so many wrong ones in a row: 1, 2, 4 … 60.

    It slows who types at this keyboard, not who has copied the file.
    """
    return min(LONGEST_WAIT, 2 ** (failures - 1)) if failures else 0
