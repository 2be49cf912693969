"""The words for what the domain knows of a customer: states, sources, fields, numbers."""

from datetime import date, datetime

from privdesk.domain.batch import Fault
from privdesk.domain.formats.bank import TYPE_NAMES, AccountType
from privdesk.domain.office import ZONE
from privdesk.domain.particular import Number, NumberKind, Origin, Source
from privdesk.domain.person import Status
from privdesk.domain.shown import shown
from privdesk.gui.translation import words

STATUS = {
    Status.ACTIVE: shown("customers", "Active"),
    Status.LEFT: shown("customers", "Left"),
    Status.REFUSED: shown("customers", "Refused"),
    Status.DISPOSED: shown("customers", "Disposed of"),
}
SOURCE = {
    Source.SELF: shown("customers", "The customer"),
    Source.COUNTER: shown("customers", "Counter"),
    Source.PARTNER: shown("customers", "Partner"),
    Source.IMPORT: shown("customers", "Imported"),
}
LANGUAGE = {
    "ja": shown("customers", "Japanese"),
    "en": shown("customers", "English"),
}
NUMBER = {
    NumberKind.BANK: shown("customers", "Bank account"),
    NumberKind.CARD: shown("customers", "Credit card"),
    NumberKind.LICENCE: shown("customers", "Driver's licence"),
}
NUMBER_SIGN = {NumberKind.BANK: "landmark", NumberKind.CARD: "credit-card", NumberKind.LICENCE: "id-card"}
FIELD = {
    "": shown("customers", "More cells than columns"),
    "number": shown("customers", "Customer number"),
    "name": shown("customers", "Name"),
    "family_name": shown("customers", "Family name"),
    "given_name": shown("customers", "Given name"),
    "kana": shown("customers", "Kana"),
    "family_kana": shown("customers", "Family name in kana"),
    "given_kana": shown("customers", "Given name in kana"),
    "aliases": shown("customers", "Also called"),
    "former_names": shown("customers", "Former names"),
    "birth": shown("customers", "Date of birth"),
    "postal": shown("customers", "Postal code"),
    "address": shown("customers", "Address"),
    "building": shown("customers", "Building"),
    "mailing_postal": shown("customers", "Mailing postal code"),
    "mailing_address": shown("customers", "Mailing address"),
    "further_addresses": shown("customers", "Further addresses"),
    "phone": shown("customers", "Phone"),
    "phones": shown("customers", "Phones"),
    "mail": shown("customers", "Mail address"),
    "mails": shown("customers", "Mail addresses"),
    "bank": shown("customers", "Bank account"),
    "card": shown("customers", "Credit card"),
    "card_expiry": shown("customers", "Card expiry"),
    "licence": shown("customers", "Driver's licence"),
    "mail_consent": shown("customers", "Advertising by mail"),
    "status": shown("customers", "Status"),
    "language": shown("customers", "Letter language"),
    "since": shown("customers", "Customer since"),
    "last_activity": shown("customers", "Last activity"),
    "left_on": shown("customers", "Left on"),
    "notes": shown("customers", "Notes"),
    "source": shown("customers", "Source"),
    "external_id": shown("customers", "Transaction number"),
    "on": shown("customers", "Date"),
    "date": shown("customers", "Date"),
    "kind": shown("customers", "Kind"),
    "amount": shown("customers", "Amount"),
    "partner": shown("customers", "Partner"),
    "note": shown("customers", "Note"),
    "merged": shown("customers", "Merged record"),
    "link_guardian": shown("customers", "Parent or guardian"),
    "link_guardian_of": shown("customers", "Parent or guardian of"),
    "link_adult_guardian": shown("customers", "Adult guardian"),
    "link_adult_guardian_of": shown("customers", "Adult guardian of"),
    "link_agent": shown("customers", "Delegated agent"),
    "link_agent_of": shown("customers", "Delegated agent of"),
    "link_household": shown("customers", "Same household"),
    "link_same": shown("customers", "Same person"),
}
ROLE = {
    "principal": shown("customers", "Customer"),
    "person": shown("customers", "Customer"),
    "requester": shown("customers", "Requester"),
    "recipient": shown("customers", "Recipient"),
}
_REISSUED = shown("customers", "reissued: {times}")
_CHOICES: dict[str, dict[str, str]] = {
    "status": {str(status): text for status, text in STATUS.items()},
    "language": LANGUAGE,
    "source": {str(source): text for source, text in SOURCE.items()},
}


def said(text: str) -> str:
    """A word of this module's tables in the present language."""
    return words("customers", text)


def field_name(name: str) -> str:
    """The label of a field."""
    return said(FIELD[name]) if name in FIELD else name


def value_text(field: str, value: str) -> str:
    """A value of a record or of its history as words; most are their own."""
    table = _CHOICES.get(field, {})
    return said(table[value]) if value in table else value


def day_text(day: date | None) -> str:
    """A day as the office writes it, empty where there is none."""
    return day.isoformat() if day else ""


def moment_text(at: datetime) -> str:
    """An instant in the office's time, to the minute."""
    return at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def origin_text(origin: Origin) -> str:
    """Where an item came from and when, as one short line."""
    return f"{said(SOURCE[origin.source])} · {origin.on.isoformat()}"


def number_text(number: Number) -> str:
    """What may be told of a number beside its last digits."""
    detail = number.detail
    if number.kind is NumberKind.BANK and detail:
        detail = words("formats", TYPE_NAMES[AccountType(detail)])
    if number.kind is NumberKind.LICENCE and number.sound and number.last4[-1:] != "0":
        detail = said(_REISSUED).format(times=number.last4[-1])  # the last digit counts them
    return " ".join(part for part in (number.issuer, detail, number.holder) if part)


def fault_text(fault: Fault) -> str:
    """The sentence of what is wrong, in the present language."""
    return words("errors", fault.sentence).format(**fault.values)
