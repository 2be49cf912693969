"""What differs between two states of a record, field by field."""

from dataclasses import dataclass, replace

from privdesk.domain.formats.name import name_line
from privdesk.domain.person import Profile


@dataclass(frozen=True)
class Change:
    """One change of one field, for the history and for the side-by-side of a correction."""

    field: str
    old: str
    new: str


def changes(old: Profile, new: Profile) -> tuple[Change, ...]:
    """The fields in which two profiles differ, in the order of the form."""
    return tuple(
        Change(name, written(getattr(old, name)), written(getattr(new, name)))
        for name in Profile.__dataclass_fields__
        if name != "source" and getattr(old, name) != getattr(new, name)
    )


def with_former_name(old: Profile, new: Profile, *, renamed: bool) -> Profile:
    """`new` with the old name among the former ones, if the person was `renamed`; the name in use is none of them."""
    before = [name_line(old.name, old.kana)] if renamed and old.name != new.name else []
    former = dict.fromkeys((*new.former_names, *before))
    return replace(new, former_names=tuple(one for one in former if one != name_line(new.name, new.kana)))


def written(value: object) -> str:
    """The value of a field as one text; several are joined with 、."""
    if isinstance(value, tuple):
        return "、".join(value)
    return "" if value is None else str(value)
