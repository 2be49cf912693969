"""Mail addresses."""

import re
import unicodedata

from privdesk.domain.errors import BadMailAddress

# Japanese carriers gave out addresses like a..b.@docomo.ne.jp, so dots may stand anywhere before the @.
_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}", re.ASCII)
_LABEL = re.compile(r"[^\W_]((?:[^\W_]|-){0,61}[^\W_])?")
_LONGEST = 254


def read_mail_address(text: str) -> str:
    """Read a mail address in any width; the part before the @ keeps its case, the domain becomes lower case.

    Raises BadMailAddress.
    """
    local, at, domain = unicodedata.normalize("NFKC", text).strip().rpartition("@")
    labels = domain.lower().split(".")
    sound = (
        at
        and _LOCAL.fullmatch(local)
        and len(labels) > 1
        and all(map(_LABEL.fullmatch, labels))
        and not labels[-1].isdigit()
        and len(local) + 1 + len(domain) <= _LONGEST
    )
    if not sound:
        raise BadMailAddress
    return f"{local}@{domain.lower()}"
