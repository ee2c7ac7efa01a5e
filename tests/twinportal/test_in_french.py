"""What would stay English, or be misread, if it were put together before the reader is known."""

from datetime import datetime

import pytest
from django.utils import formats, translation

from accounts.filters import Ordering
from relationships.forms.tie import RelationshipForm
from reports.filters import AlertFilter


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr-ca"):
        yield


def test_an_hour_is_written_with_its_letter():
    moment = datetime(2026, 11, 24, 18, 13)  # noqa: DTZ001

    assert formats.date_format(moment, "DATETIME_FORMAT") == "24 novembre 2026, 18\xa0h\xa013"
    assert formats.date_format(moment, "TIME_FORMAT") == "18\xa0h\xa013"


def test_orders_are_offered_in_the_language_of_the_reader():
    words = dict(AlertFilter.base_filters["ordering"].extra["choices"])

    assert str(words["-raised_at"]) == f"{words['raised_at']} (décroissant)"


def test_an_order_without_words_takes_those_of_its_column():
    words = dict(Ordering(fields={"start_date": "start_date"}).extra["choices"])

    assert str(words["-start_date"]) == "Start date (décroissant)"


def test_the_first_legal_status_is_asked_in_the_language_of_the_reader():
    choices = dict(RelationshipForm.base_fields["beginning"].choices)

    assert choices["in_force"] == "En vigueur"
