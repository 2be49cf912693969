"""The categories of data a desk holds; their words stand in `resources/purposes.toml`."""

from enum import StrEnum


class Category(StrEnum):
    """A sort of data that has its own purposes of use and its own period of retention."""

    PROFILE = "profile"
    CONTACT = "contact"
    BANK = "bank"
    CARD = "card"
    LICENCE = "licence"
    TRANSACTIONS = "transactions"
    PAYMENTS = "payments"
    REQUESTS = "requests"
    LETTERS = "letters"
    MAILS = "mails"
    ATTACHMENTS = "attachments"
    IDENTITY_PAPERS = "identity_papers"
    PROVISIONS = "provisions"
    CONSENTS = "consents"
    AUDIT = "audit"
