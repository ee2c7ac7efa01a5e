import os

import hypothesis
import pytest

from tests.services import missing

# A shared machine is no place to time single examples.
hypothesis.settings.register_profile("twinportal", deadline=None)
hypothesis.settings.load_profile("twinportal")


@pytest.fixture(scope="session")
def redis_url():
    """The address of a Redis that the tests may write to."""
    return os.environ.get("TWINPORTAL_TEST_REDIS") or missing(
        "No Redis: set TWINPORTAL_TEST_REDIS to the address of one."
    )
