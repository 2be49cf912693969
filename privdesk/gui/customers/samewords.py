"""The words for what suggests that two records are one person's."""

from collections.abc import Iterable

from privdesk.domain.sameness import Ground
from privdesk.domain.shown import shown
from privdesk.gui.customers.words import said
from privdesk.gui.translation import language

GROUND: dict[Ground, str] = {
    Ground.SAME_NAME: shown("customers", "same name"),
    Ground.SAME_NAME_OTHERWISE_WRITTEN: shown("customers", "same name in other characters"),
    Ground.SAME_READING: shown("customers", "same kana"),
    Ground.SAME_LETTERS: shown("customers", "same name in Latin letters"),
    Ground.FORMER_NAME: shown("customers", "same as a former name"),
    Ground.LIKE_NAME: shown("customers", "name differs in one character"),
    Ground.SAME_GIVEN_NAME: shown("customers", "same given name, another family name"),
    Ground.OTHER_GIVEN_NAME: shown("customers", "another given name"),
    Ground.OTHER_NAME: shown("customers", "another name"),
    Ground.OTHER_READING: shown("customers", "another kana"),
    Ground.SAME_BIRTH: shown("customers", "same date of birth"),
    Ground.LIKE_BIRTH: shown("customers", "date of birth differs in one digit"),
    Ground.OTHER_BIRTH: shown("customers", "another date of birth"),
    Ground.SAME_MOBILE: shown("customers", "same mobile number"),
    Ground.SAME_PHONE: shown("customers", "same phone number"),
    Ground.LIKE_PHONE: shown("customers", "phone number differs in one digit"),
    Ground.SAME_MAIL: shown("customers", "same mail address"),
    Ground.LIKE_MAIL: shown("customers", "mail address differs in one character"),
    Ground.SAME_ADDRESS: shown("customers", "same address"),
    Ground.LIKE_ADDRESS: shown("customers", "nearly the same address"),
    Ground.SAME_AREA: shown("customers", "same postal code"),
    Ground.OTHER_ADDRESS: shown("customers", "another address"),
}


def grounds_said(grounds: Iterable[Ground]) -> str:
    """Grounds in one line, in the present language."""
    return ("、" if language() == "ja" else ", ").join(said(GROUND[one]) for one in grounds)
