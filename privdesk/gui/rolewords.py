"""What roles and the standing of an access are called on every screen."""

from privdesk.domain.shown import shown
from privdesk.domain.user import Role, Standing
from privdesk.gui.translation import words

_ROLES = {
    Role.MANAGER: shown("roles", "Manager"),
    Role.SUPPORT: shown("roles", "Support staff"),
    Role.AUDITOR: shown("roles", "Auditor"),
}
_STANDINGS = {
    Standing.WORKS: shown("roles", "active"),
    Standing.INVITED: shown("roles", "invited"),
    Standing.EXPIRED: shown("roles", "invitation expired"),
    Standing.UNSIGNED: shown("roles", "to be countersigned"),
    Standing.LEFT: shown("roles", "left"),
}


def role_said(role: Role) -> str:
    """The word for a role."""
    return words("roles", _ROLES[role])


def standing_said(standing: Standing) -> str:
    """The word for how an access stands."""
    return words("roles", _STANDINGS[standing])
