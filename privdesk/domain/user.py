"""The people who work at the desk."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; `acts.py` says which role may do which act."""

    SUPPORT = "support"
    MANAGER = "manager"
    AUDITOR = "auditor"


class Standing(StrEnum):
    """How somebody's access to the desk stands; UNSIGNED are keys of his own that a manager's next login signs."""

    WORKS = "works"
    INVITED = "invited"
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
