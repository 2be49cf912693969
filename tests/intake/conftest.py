"""The sample files, and the fields and rules the program ships with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from privdesk.intake.mapping import Fields, read_fields
from privdesk.intake.proposal import Rules, read_rules
from privdesk.resources import resource

DATA = Path(__file__).parent / "data"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a sample file by its name."""
    return lambda name: (DATA / name).read_bytes()


@pytest.fixture(scope="session")
def rules() -> Rules:
    return read_rules(resource("intake/proposal.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def people_fields() -> Fields:
    return read_fields(resource("intake/people.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def transaction_fields() -> Fields:
    return read_fields(resource("intake/transactions.toml").read_text("utf-8"))
