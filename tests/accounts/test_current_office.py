from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.current_office import today_in
from accounts.models import Office

LATE_IN_OTTAWA = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)


@time_machine.travel(LATE_IN_OTTAWA, tick=False)
def test_today_is_the_day_where_the_office_is():
    ottawa = Office(time_zone="America/Toronto")
    tokyo = Office(time_zone="Asia/Tokyo")

    assert today_in(ottawa) == date(2026, 2, 28)
    assert today_in(tokyo) == date(2026, 3, 1)


@time_machine.travel(LATE_IN_OTTAWA, tick=False)
def test_a_demonstration_stands_still_on_its_day():
    office = Office(is_demonstration=True, demonstration_date=date(2020, 3, 31))

    assert today_in(office) == date(2020, 3, 31)


def test_only_a_demonstration_can_stand_still(db):
    office = Office(name="Montréal", slug="montreal", demonstration_date=date(2020, 3, 31))

    with pytest.raises(ValidationError, match="Only a demonstration can stand still"):
        office.full_clean()
