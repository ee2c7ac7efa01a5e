from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from relationships.dates import PartialDate, Precision, last_day_of_month


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1980", date(1980, 1, 1), date(1980, 12, 31)),
        ("1980-07", date(1980, 7, 1), date(1980, 7, 31)),
        ("1980-07-20", date(1980, 7, 20), date(1980, 7, 20)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        (" 1980 ", date(1980, 1, 1), date(1980, 12, 31)),
    ],
)
def test_a_date_allows_the_days_it_may_lie_on(text, first, last):
    parsed = PartialDate.parse(text)

    assert (parsed.first, parsed.last) == (first, last)
    assert str(parsed) == text.strip()


@pytest.mark.parametrize(
    "text", ["", "80", "1980-7", "1980-13", "1980-02-30", "20/07/1980", "1980-07-20T00:00", "1980-"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("2018-12-03", "3 Dec 2018", "3 décembre 2018"),
        ("2018-12", "December 2018", "décembre 2018"),
        ("2018", "2018", "2018"),
    ],
)
def test_a_date_is_written_in_the_readers_language(text, english, french):
    with override("en-ca"):
        in_english = PartialDate.parse(text).in_words()
    with override("fr-ca"):
        in_french = PartialDate.parse(text).in_words()

    assert (in_english, in_french) == (english, french)


@given(st.dates(), st.sampled_from(Precision.values))
def test_what_is_written_is_read_back(day, precision):
    length = {"day": 10, "month": 7, "year": 4}[precision]
    text = day.isoformat()[:length]

    parsed = PartialDate.parse(text)

    assert (str(parsed), parsed.precision) == (text, precision)
    assert parsed.first <= day <= parsed.last


def test_the_last_day_of_a_month():
    assert last_day_of_month(date(2024, 2, 1)) == date(2024, 2, 29)
