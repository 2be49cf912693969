"""Whose sitting an entry of the log is in: from the signed unlocking on, a sitting is one person's, without a break."""

_BY_ITSELF = frozenset({"log.segment", "clock.back"})
# outside of a sitting: a backup restored, the recovery sheet used, an older copy accepted before the unlocking
_BEFORE = _BY_ITSELF | {"desk.restore", "keys.rotate", "desk.recover", "desk.rollback", "desk.refused"}
# what names nobody; the recovery sheet, which restores, is nobody either
_UNNAMED_BEFORE = _BY_ITSELF | {"desk.broken_off", "desk.restore", "keys.rotate"}
_UNNAMED_INSIDE = _BY_ITSELF | {"desk.failed_login"}


class Sittings:
    """The sittings of a log as its entries are read in their order.

    The first one is of who founded the desk and needs no unlocking; each later one belongs to who unlocked the desk,
    and ends with the lock or with the first entry of another, as after a power cut.
    """

    def __init__(self) -> None:
        self._session: str | None = None
        self._ended: set[str] = set()
        self._is_unlocked = False
        self._whose: int | None = None

    def has(self, *, user: int | None, session: str, act: str) -> bool:
        """Whether the next entry belongs to a sitting of the user whom it names, and goes on with that sitting."""
        if session != self._session:
            self._begin(user, session)
        if session in self._ended:
            return False
        if act == "desk.lock":
            self._ended.add(session)
        if user is None:
            return act in (_UNNAMED_INSIDE if self._is_unlocked else _UNNAMED_BEFORE)
        self._is_unlocked = self._is_unlocked or act == "desk.unlock"
        if not (self._is_unlocked or act in _BEFORE):
            return False
        self._whose = self._whose or user
        return user == self._whose

    def _begin(self, user: int | None, session: str) -> None:
        is_first = self._session is None
        if self._session is not None:
            self._ended.add(self._session)
        self._session = session
        self._is_unlocked, self._whose = is_first, user if is_first else None
