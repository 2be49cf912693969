"""The people who work at the desk."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from privdesk.domain.errors import LoginMissing, LoginUnreadable

_LONGEST = 100
# so long a single-use password holds
INVITED_FOR = timedelta(days=14)


class Role(StrEnum):
    """What somebody may do; `acts.py` says which role may do which act."""

    SUPPORT = "support"
    MANAGER = "manager"
    AUDITOR = "auditor"


class Standing(StrEnum):
    """How somebody's access to the desk stands; UNSIGNED are keys of his own that a manager's next login signs.

    EXPIRED is an invitation that nobody used in time.
    """

    WORKS = "works"
    INVITED = "invited"
    EXPIRED = "expired"
    UNSIGNED = "unsigned"
    LEFT = "left"


@dataclass(frozen=True)
class User:
    """Somebody with a login; who has left stays known by name, because the log refers to him."""

    id: int
    login: str
    name: str
    role: Role
    slot: str
    active: bool = True
    language: str = "ja"
    version: int = 1


def read_login(text: str) -> str:
    """What somebody shall unlock the desk with, without the space around it.

    It is typed, read out and shown in sentences: raises LoginMissing for nothing, LoginUnreadable for more than 100
    characters, line breaks and what cannot be seen.
    """
    login = text.strip()
    if not login:
        raise LoginMissing
    if len(login) > _LONGEST or not login.isprintable():
        raise LoginUnreadable(most=_LONGEST)
    return login


def has_expired(invited: datetime | None, now: datetime) -> bool:
    """Whether a single-use password that was given at `invited` opens nothing any more; None is not known any more."""
    return invited is None or now - invited > INVITED_FOR
