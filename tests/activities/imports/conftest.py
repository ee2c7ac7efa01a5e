import pytest

from relationships.models import Relationship
from tests.activities.imports.making import TIE
from tests.activities.imports.taking import take_ties


@pytest.fixture
def tie(db):
    """The reference tie of Montréal and Shanghai, under the key T1."""
    take_ties(TIE)
    return Relationship.objects.get()
