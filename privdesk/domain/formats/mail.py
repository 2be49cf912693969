"""Mail addresses."""

import re
import unicodedata

from privdesk.domain.errors import BadMailAddress

_LABEL = r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?"
# Japanese carriers gave out addresses like a..b.@docomo.ne.jp, so dots may stand anywhere before the @.
_ADDRESS = re.compile(rf"(?a:[\w.!#$%&'*+/=?^`{{|}}~-]{{1,64}})@(?:{_LABEL}\.)+(?!\d+\Z){_LABEL}")
_LONGEST = 254


def read_mail_address(text: str) -> str:
    """Read a mail address in any width; the part before the @ keeps its case, the domain becomes lower case.

    Raises BadMailAddress.
    """
    local, at, domain = unicodedata.normalize("NFKC", text).strip().rpartition("@")
    address = f"{local}{at}{domain.lower()}"
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise BadMailAddress
    return address
