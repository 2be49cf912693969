"""The words for links between people, said alike in every place."""

from privdesk.domain.link import Link, LinkKind
from privdesk.domain.shown import shown
from privdesk.gui.translation import words

# what the other one is to the person whose record it stands in, and what he is where the person acts for him
LINK: dict[tuple[LinkKind, bool], str] = {
    (LinkKind.GUARDIAN, False): shown("customers", "Parent or guardian"),
    (LinkKind.GUARDIAN, True): shown("customers", "Parent or guardian of"),
    (LinkKind.ADULT_GUARDIAN, False): shown("customers", "Adult guardian"),
    (LinkKind.ADULT_GUARDIAN, True): shown("customers", "Adult guardian of"),
    (LinkKind.AGENT, False): shown("customers", "Delegated agent"),
    (LinkKind.AGENT, True): shown("customers", "Delegated agent of"),
    (LinkKind.HOUSEHOLD, False): shown("customers", "Same household"),
    (LinkKind.SAME, False): shown("customers", "Same person"),
}


def kind_said(kind: LinkKind, *, reverse: bool) -> str:
    """What the other one is to a person, or, `reverse`, the person to him; in the present language."""
    return words("customers", LINK[kind, reverse])


def link_said(link: Link) -> str:
    """What the other one is to the person in whose record the link stands, in the present language."""
    return kind_said(link.kind, reverse=link.reverse)
