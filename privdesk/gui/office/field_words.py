"""What the fields of the matrix of permissions are called."""

from privdesk.domain.shown import shown
from privdesk.gui.translation import words

_FIELDS = {
    "name": shown("fields", "Name"),
    "kana": shown("fields", "Kana"),
    "number": shown("fields", "Customer number"),
    "birth": shown("fields", "Date of birth"),
    "status": shown("fields", "Status"),
    "suspended": shown("fields", "Suspension of use"),
    "stands": shown("fields", "Consent and opt-out"),
    "open_requests": shown("fields", "Number of open requests"),
    "last_activity": shown("fields", "Last activity"),
    "keep_until": shown("fields", "Kept until"),
    "held": shown("fields", "Hold"),
    "warnings": shown("fields", "Number of warnings"),
    "names": shown("fields", "Former names and aliases"),
    "addresses": shown("fields", "Postal addresses"),
    "contacts": shown("fields", "Phones and mail addresses"),
    "language": shown("fields", "Language of letters"),
    "origin": shown("fields", "Source of the data"),
    "since": shown("fields", "Customer since"),
    "left_on": shown("fields", "Left on"),
    "notes": shown("fields", "Notes"),
    "entrusted": shown("fields", "Held for a partner"),
    "changed": shown("fields", "Source of what was changed"),
    "transactions": shown("fields", "Transactions and payments"),
    "purposes": shown("fields", "Purposes of use"),
    "exemptions": shown("fields", "Exemptions from a suspension"),
    "attempts": shown("fields", "Uses that a suspension stopped"),
    "links": shown("fields", "Agents, household and other records of the same person"),
    "same_person": shown("fields", "Records that may be the same person's"),
    "history": shown("fields", "History of changes"),
    "numbers": shown("fields", "Bank account, card and licence numbers"),
    "waiting_rows": shown("fields", "Rows of imports that wait"),
    "looks": shown("fields", "Who looked at a customer"),
    "requests": shown("fields", "List of requests"),
    "request": shown("fields", "A request"),
    "messages": shown("fields", "List of mails"),
    "message": shown("fields", "A mail"),
    "letters": shown("fields", "List of letters"),
    "letter": shown("fields", "A letter"),
    "letter_with_numbers": shown("fields", "A letter with whole numbers"),
    "retention": shown("fields", "Ends of retention"),
    "office": shown("fields", "The office's settings"),
    "users": shown("fields", "Users and roles"),
    "log": shown("fields", "The log"),
}


def field_said(field: str) -> str:
    """The word for a field of `domain.matrix.FIELDS`."""
    return words("fields", _FIELDS[field])
