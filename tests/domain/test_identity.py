"""What shows who is asking, by channel, paper and party."""

from datetime import date

import msgspec
import pytest

from privdesk.domain import errors
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows, ensure_sufficient
from privdesk.domain.law import Channel, Method, Requester, parsed
from privdesk.resources import resource

LAW = parsed(resource("law/2022-04-01.toml").read_bytes())
ON = date(2026, 11, 20)
SOON = date(2027, 3, 31)
DOMICILE = ("domicile",)


def paper(code: str, seen: Seen = Seen.COPY, **more) -> Paper:
    """A paper as it should be: masked, in force, fresh."""
    kind = LAW.papers[code]
    good = {
        "blacked_out": kind.masks,
        "valid_until": SOON if kind.expires else None,
        "issued_on": date(2026, 10, 1) if kind.months else None,
    }
    return Paper(code=code, seen=seen, **(good | more))


def check(channel: Channel, method: Method, *papers: Paper, **more) -> IdentityCheck:
    known = {"party": Requester.PRINCIPAL, "checked_by": "sato", "on": ON} | more
    return IdentityCheck(channel=channel, method=method, papers=papers, **known)


LICENCE = paper("licence")
ORIGINAL = paper("licence", Seen.ORIGINAL, blacked_out=())
CERTIFICATE = paper("residence_record", Seen.ORIGINAL)
MANDATE = paper("mandate", Seen.ORIGINAL, shows=Shows.AUTHORITY)
SEAL = paper("seal_certificate", Seen.ORIGINAL, shows=Shows.AUTHORITY)
REGISTER = paper("family_register", Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=date(2026, 5, 20))
VISIT = (Channel.VISIT, Method.ORIGINALS)
POST = (Channel.POST, Method.COPIES)
MAIL = (Channel.MAIL, Method.CALLBACK)
PHONE = (Channel.PHONE, Method.CALLBACK)


@pytest.mark.parametrize(
    "good",
    [
        check(*VISIT, ORIGINAL),
        check(*VISIT, paper("residence_record", Seen.ORIGINAL), paper("insurance_confirmation", Seen.ORIGINAL)),
        check(*POST, LICENCE),
        check(*POST, paper("my_number_card")),
        check(*POST, paper("passport"), CERTIFICATE),
        check(*POST, paper("insurance_confirmation"), CERTIFICATE),
        check(*POST, paper("licence", valid_until=ON)),
        check(*MAIL, facts=("phone", "birth"), reference="number on file called, 14:05"),
        check(Channel.MAIL, Method.LOGIN, reference="login at 09:12"),
        check(*PHONE, facts=("name", "birth", "address"), reference="number on file called, 14:05"),
        check(*POST, LICENCE, MANDATE, SEAL, party=Requester.AGENT),
        check(*POST, LICENCE, REGISTER, party=Requester.GUARDIAN),
        check(
            *POST,
            LICENCE,
            paper("guardianship_certificate", Seen.ORIGINAL, shows=Shows.AUTHORITY),
            party=Requester.ADULT_GUARDIAN,
        ),
    ],
    ids=str,
)
def test_sufficient(good: IdentityCheck):
    ensure_sufficient(good, LAW)


@pytest.mark.parametrize(
    ("poor", "error"),
    [
        (check(*VISIT), errors.PapersMissing),
        (check(*VISIT, LICENCE), errors.PapersMissing),
        (check(*VISIT, CERTIFICATE), errors.PapersMissing),
        (check(*VISIT, CERTIFICATE, CERTIFICATE), errors.PapersMissing),
        (check(*VISIT, ORIGINAL, checked_by=" "), errors.CheckIncomplete),
        (check(*POST), errors.PapersMissing),
        (check(*POST, paper("passport")), errors.PapersMissing),
        (check(*POST, paper("licence", blacked_out=())), errors.PaperNotMasked),
        (check(*POST, paper("my_number_card", blacked_out=DOMICILE)), errors.PaperNotMasked),
        (check(*POST, paper("licence", valid_until=date(2026, 11, 19))), errors.PaperNotValid),
        (check(*POST, paper("licence", valid_until=None)), errors.PaperNotValid),
        (check(*POST, paper("insurance_card"), CERTIFICATE), errors.PaperNotAccepted),
        (check(*POST, Paper(code="club_card", seen=Seen.COPY)), errors.PaperNotAccepted),
        (check(*POST, LICENCE, paper("residence_record")), errors.PaperNotOriginal),
        (check(*POST, paper("residence_record", Seen.ORIGINAL, issued_on=date(2026, 8, 19))), errors.PaperTooOld),
        (check(*POST, paper("residence_record", Seen.ORIGINAL, issued_on=date(2026, 11, 21))), errors.PaperTooOld),
        (check(*POST, paper("residence_record", Seen.ORIGINAL, issued_on=None)), errors.PaperTooOld),
        (check(Channel.MAIL, Method.COPIES, LICENCE), errors.MethodNotAccepted),
        (check(Channel.PHONE, Method.LOGIN, reference="login"), errors.MethodNotAccepted),
        (check(*MAIL, facts=("phone", "birth")), errors.CheckIncomplete),
        (check(*MAIL, facts=("phone", "phone"), reference="called"), errors.CheckIncomplete),
        (check(*PHONE, facts=("name", "birth"), reference="called"), errors.CheckIncomplete),
        (check(*POST, LICENCE, party=Requester.AGENT), errors.AuthorityMissing),
        (check(*POST, LICENCE, MANDATE, party=Requester.AGENT), errors.AuthorityMissing),
        (check(*POST, MANDATE, SEAL, party=Requester.AGENT), errors.PapersMissing),
        (check(*POST, LICENCE, CERTIFICATE, party=Requester.GUARDIAN), errors.AuthorityMissing),
        (
            check(*POST, paper("mandate", Seen.ORIGINAL), paper("family_register", Seen.ORIGINAL)),
            errors.PapersMissing,
        ),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_not_sufficient(poor: IdentityCheck, error: type[errors.DeskError]):
    with pytest.raises(error):
        ensure_sufficient(poor, LAW)


def test_old_insurance_cards_were_good_while_they_were_valid():
    last = date(2025, 12, 1)
    fresh = paper("residence_record", Seen.ORIGINAL, issued_on=date(2025, 11, 1))
    ensure_sufficient(check(*POST, paper("insurance_card"), fresh, on=last), LAW)


def test_a_check_says_what_was_seen_and_holds_no_image():
    assert set(IdentityCheck.__struct_fields__) == {
        *("party", "channel", "method", "papers", "facts", "reference", "checked_by", "on", "note")
    }
    assert msgspec.convert(msgspec.to_builtins(check(*POST, LICENCE)), IdentityCheck) == check(*POST, LICENCE)
