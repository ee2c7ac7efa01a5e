"""Services that a test may need and a machine may lack."""

import os
from typing import NoReturn

import pytest


def missing(sentence: str) -> NoReturn:
    """Skip the test with a sentence; in CI, where every service must be there, fail it."""
    if os.environ.get("CI"):
        pytest.fail(f"{sentence} In CI this may not be skipped.", pytrace=False)
    pytest.skip(sentence)
