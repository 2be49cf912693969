"""Takes a mailbox file apart into its mails (RFC 4155); everything else is one mail as it is."""

import re
from collections.abc import Iterator

from privdesk.domain.errors import OutlookMail

# the compound file of Outlook's .msg
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FROM = b"From "
# a mail begins at the first line, or behind an empty one
_BEGINS = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\r?\n")
# how a mailbox writes a line of the text that begins like a mail (the "mboxrd" way, which can be taken back exactly)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def mails(content: bytes) -> Iterator[bytes]:
    """The mails of a file, one after the other.

    Raises OutlookMail.
    """
    if content.startswith(_OUTLOOK):
        raise OutlookMail
    if not content.startswith(_FROM):
        yield content
        return
    begins = [*_BEGINS.finditer(content)]
    ends = [*(begin.start() for begin in begins[1:]), len(content)]
    for begin, end in zip(begins, ends, strict=True):
        yield _QUOTED.sub(rb"\1", content[begin.end() : end])
