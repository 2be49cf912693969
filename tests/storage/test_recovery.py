"""The recovery sheet's secret survives being printed and typed, and a slip is found in its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import SheetLength, SheetTypo
from privdesk.storage import recovery

SECRETS = st.binary(min_size=32, max_size=32)


@given(SECRETS)
def test_what_is_printed_can_be_typed(secret):
    groups = recovery.groups(secret)
    assert [len(group) for group in groups] == [recovery.GROUP_LENGTH] * recovery.GROUPS
    assert recovery.secret("-".join(groups)) == secret
    assert recovery.secret("".join(groups)) == secret


@given(SECRETS, st.sampled_from(["lower", "wide", "lookalike", "breaks"]))
def test_ways_of_typing_are_forgiven(secret, way):
    text = " ".join(recovery.groups(secret))
    wide = {ord(sign): ord(sign) + 0xFEE0 for sign in recovery.SIGNS} | {ord(" "): "　"}
    typed = {
        "lower": text.lower(),
        "wide": text.translate(wide),
        "lookalike": text.replace("0", "O").replace("1", "l"),
        "breaks": text.replace(" ", "\n  —  "),
    }[way]
    assert recovery.secret(typed) == secret


@given(SECRETS, st.integers(0, 64), st.sampled_from(recovery.SIGNS))
def test_one_wrong_sign_is_pointed_to_its_group(secret, index, sign):
    signs = "".join(recovery.groups(secret))
    if signs[index] == sign:
        return
    with pytest.raises(SheetTypo) as slip:
        recovery.secret(signs[:index] + sign + signs[index + 1 :])
    assert slip.value.values == {"group": index // 5 + 1}


@given(SECRETS, st.integers(0, 12), st.integers(0, 3))
def test_two_neighbours_in_the_wrong_order_are_pointed_to_their_group(secret, number, index):
    groups = recovery.groups(secret)
    group = groups[number]
    swapped = group[:index] + group[index + 1] + group[index] + group[index + 2 :]
    if swapped == group:
        return
    with pytest.raises(SheetTypo) as slip:
        recovery.secret(" ".join([*groups[:number], swapped, *groups[number + 1 :]]))
    assert slip.value.values == {"group": number + 1}


@given(SECRETS, st.integers(0, 11))
def test_two_groups_in_the_wrong_order_are_found(secret, number):
    groups = recovery.groups(secret)
    groups[number], groups[number + 1] = groups[number + 1], groups[number]
    with pytest.raises(SheetTypo) as slip:
        recovery.secret("".join(groups))
    assert slip.value.values == {"group": number + 1}


def test_a_sign_that_is_missing_is_pointed_to_its_group_where_groups_are_apart():
    groups = recovery.groups(bytes(range(32)))
    with pytest.raises(SheetTypo) as slip:
        recovery.secret(" ".join([*groups[:6], groups[6][:4], *groups[7:]]))
    assert slip.value.values == {"group": 7}


@pytest.mark.parametrize("typed", ["", "   ", "ABCDE", "0" * 64, "0" * 66, "かな" * 40])
def test_another_length_is_said(typed):
    with pytest.raises((SheetLength, SheetTypo)):
        recovery.secret(typed)


def test_a_new_secret_has_256_bits_and_is_never_the_same():
    assert len(recovery.new_secret()) == 32
    assert recovery.new_secret() != recovery.new_secret()
