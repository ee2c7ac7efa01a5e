import pytest

from accounts.keys import as_key
from accounts.models import Office


@pytest.mark.parametrize(
    ("written", "key"),
    [("7", 7), (7, 7), ("9" * 18, 10**18 - 1), ("٧", 7),
     ("9" * 19, None), ("9" * 5000, None), ("", None), ("-7", None), ("7.0", None), ("²", None),
     ("\x00", None), ("seven", None), (None, None)],
)  # fmt: skip
def test_a_written_number_is_the_key_of_a_row_or_none(written, key):
    assert as_key(written) == key


@pytest.mark.django_db
def test_what_is_no_key_finds_nothing(office):
    assert not Office.objects.filter(pk=as_key("any")).exists()
    assert Office.objects.get(pk=as_key(str(office.pk))) == office
