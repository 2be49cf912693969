"""Any order of coming, going, locking, rotating and restoring, for a short while; `torture` takes the long one."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.office import Founded
from tests.operations.office_machine import OfficeDays, hashed_once


def test_any_order_of_coming_going_rotating_and_restoring(founded: Founded):
    OfficeDays.founded = founded
    with hashed_once():
        run_state_machine_as_test(
            OfficeDays,
            settings=settings(
                max_examples=4,
                stateful_step_count=15,
                deadline=None,
                database=None,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
            ),
        )
