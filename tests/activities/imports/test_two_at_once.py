"""Somebody else writes the same rows between our check and our write."""

import pytest
from django.db import DataError, IntegrityError, OperationalError

from activities.imports.outcomes import Outcome
from activities.imports.refusals import UnusableFile
from activities.imports.ties.taking import TieImport
from relationships.models import Relationship
from tests.activities.imports.making import TIE
from tests.activities.imports.taking import fates, take_ties

pytestmark = pytest.mark.django_db


def test_the_file_is_checked_again_when_others_were_faster(monkeypatch):
    write = TieImport.write
    slower = []

    def write_after_somebody_else(self, source, sheet):
        if not slower:
            slower.append(self)
            raise IntegrityError
        write(self, source, sheet)

    monkeypatch.setattr(TieImport, "write", write_after_somebody_else)

    result = take_ties(TIE)

    assert fates(result) == [Outcome.CREATED]
    assert Relationship.objects.count() == 1


@pytest.mark.parametrize("failure", [IntegrityError, OperationalError])
def test_a_database_that_stays_busy_ends_in_a_sentence(monkeypatch, failure):
    def never(self, source, sheet):
        raise failure

    monkeypatch.setattr(TieImport, "write", never)

    with pytest.raises(UnusableFile, match="Try again in a moment"):
        take_ties(TIE)
    assert not Relationship.objects.exists()


def test_a_value_that_no_column_takes_ends_in_a_sentence(monkeypatch):
    def refuse(self, source, sheet):
        raise DataError("value too long\nDETAIL: ...")

    monkeypatch.setattr(TieImport, "write", refuse)

    with pytest.raises(UnusableFile, match=r"nothing was written. \(value too long\)"):
        take_ties(TIE)
