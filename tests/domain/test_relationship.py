"""Days of a record that cannot be together, looked at only where one of them was changed."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain.errors import BirthAhead, EndBeforeStart, EndMissing
from privdesk.domain.person import Profile, Status
from privdesk.domain.relationship import ensure_sound

TODAY = date(2026, 11, 22)
ONE = Profile(name="一", birth=TODAY, since=date(2019, 5, 1), left_on=date(2019, 5, 1), status=Status.LEFT)


def test_what_can_be_is_taken():
    ensure_sound(ONE, Profile.__dataclass_fields__, TODAY)
    ensure_sound(replace(ONE, since=None), ["since"], TODAY)
    ensure_sound(replace(ONE, status=Status.REFUSED, left_on=None), ["status"], TODAY)


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        ({"birth": date(2026, 11, 23)}, "birth", BirthAhead),
        ({"left_on": date(2019, 4, 30)}, "left_on", EndBeforeStart),
        ({"since": date(2019, 5, 2)}, "since", EndBeforeStart),
        ({"left_on": None}, "status", EndMissing),
    ],
)
def test_what_cannot_be_is_refused_where_it_was_changed(changed, field, error):
    with pytest.raises(error):
        ensure_sound(replace(ONE, **changed), [field], TODAY)
    ensure_sound(replace(ONE, **changed), ["notes"], TODAY)


def test_the_sentence_names_both_days():
    with pytest.raises(EndBeforeStart, match="2019-04-30, before the start on 2019-05-01"):
        ensure_sound(replace(ONE, left_on=date(2019, 4, 30)), ["left_on"], TODAY)
