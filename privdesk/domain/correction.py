"""What a correction or deletion does to a record: the fields it may touch, and their values from text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from privdesk.domain.change import changes
from privdesk.domain.dates import read_date
from privdesk.domain.errors import FieldNotCorrectable, NameMissing, ProposalMissing
from privdesk.domain.event import Asked, Changed, Proposed
from privdesk.domain.person import NumberKind, Profile

_JOINT = "、"


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in text.replace("\n", _JOINT).split(_JOINT))))


_READ: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("name", "kana", "postal", "address", "notes"), str.strip),
    **dict.fromkeys(("birth", "since", "left_on"), lambda text: read_date(text) if text.strip() else None),
    **dict.fromkeys(("phones", "mails", "aliases", "former_names", "further_addresses"), _several),
    **dict.fromkeys(("mailing_postal", "mailing_address"), str.strip),
}
FIELDS = tuple(_READ)
NUMBERS = frozenset(kind.value for kind in NumberKind)


def with_fields(profile: Profile, values: Mapping[str, str]) -> Profile:
    """The profile that says `values` in these fields; several numbers or addresses are joined with 、.

    Raises FieldNotCorrectable, NameMissing, or BadDate for a date that is none.
    """
    if not values.keys() <= _READ.keys():
        raise FieldNotCorrectable
    read = {name: _READ[name](text) for name, text in values.items()}
    if read.get("name") == "":
        raise NameMissing
    return replace(profile, **read)  # type: ignore[arg-type]  # each field by its own reader


def ensure_readable(items: Iterable[Asked]) -> None:
    """Raise what `with_fields` raises, where an item proposes what no record can say."""
    for item in items:
        fields = {one.field: one.value for one in item.proposed if one.field not in NUMBERS}
        with_fields(Profile(name="-"), fields)


def changed(profile: Profile, proposed: Iterable[Proposed], *, deleted: bool) -> tuple[Profile, tuple[Changed, ...]]:
    """The record after a correction, and the fields that differ; where it is `deleted` they say nothing any more.

    Numbers are left out: they are sealed and changed one by one.
    """
    values = {one.field: "" if deleted else one.value for one in proposed if one.field not in NUMBERS}
    new = with_fields(profile, values)
    return new, tuple(Changed(field=one.field, old=one.old, new=one.new) for one in changes(profile, new))


def put_back(profile: Profile, done: Iterable[Changed]) -> Profile | None:
    """The record as it was before, or None if one of the fields says something else meanwhile."""
    fields = [one for one in done if one.field not in NUMBERS]
    old = with_fields(profile, {one.field: one.old for one in fields})
    now = {one.field: one.old for one in changes(profile, old)}
    return old if all(now.get(one.field, one.new) == one.new for one in fields) else None


def ensure_proposed(asked: Asked) -> None:
    """Raise ProposalMissing where nobody has said which fields are concerned."""
    if not asked.proposed:
        raise ProposalMissing(item=asked.number)
