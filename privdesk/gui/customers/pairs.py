"""What takes two lines in the form: another name with its reading, a further address with its postal code."""

from privdesk.domain.formats.address import address_line, address_parts
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.name import name_line, name_parts
from privdesk.domain.formats.postal import read_postal_code
from privdesk.gui.customers.fields import PairField, ReadField
from privdesk.gui.customers.words import field_name
from privdesk.gui.widgets.field import Field


def readable(text: str) -> str:
    """Nothing to warn of; raises NumberInText or SecurityCodeRefused for a number that does not belong here."""
    refuse_numbers(text)
    return ""


class NamePair(PairField):
    """A name and its reading."""

    def __init__(self, name: str) -> None:
        parts = Field(name, check=readable), ReadField(f"{name}Kana", read_kana)
        super().__init__(parts, (1, 1), name_parts, name_line)

    def words(self) -> tuple[str, str]:
        """The name, the reading."""
        return field_name("name"), field_name("kana")


class AddressPair(PairField):
    """A postal code and an address."""

    def __init__(self, name: str) -> None:
        parts = ReadField(f"{name}Postal", read_postal_code), Field(name, check=readable)
        super().__init__(parts, (1, 3), address_parts, address_line)

    def words(self) -> tuple[str, str]:
        """The postal code, the address."""
        return field_name("postal"), field_name("address")
