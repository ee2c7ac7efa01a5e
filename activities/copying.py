"""What recurs: an activity of last year as the beginning of this year's."""

import calendar
import re
from datetime import date

from activities.choices import Status
from relationships.dates import PartialDate

# What stays the same from one year to the next; how many come is known only afterwards.
KEPT = ["type", "mode", "direction", "government_role", "substance", "led_by", "place"]


def as_next_year(activity) -> dict:
    """How the form of a new activity begins that is to be ``activity`` one year later."""
    links = {
        "relationships": list(activity.relationships.values_list("pk", flat=True)),
        "fields_of_work": list(activity.fields.values_list("field", flat=True)),
        "lead_organisation": activity.lead_organisation_id,
        "programme": activity.programme_id,
    }
    kept = {name: getattr(activity, name) for name in KEPT}
    ends = {} if activity.ends == activity.starts else {"ends": year_later(activity.ends)}
    return {
        **links,
        **kept,
        **ends,
        "starts": year_later(activity.starts),
        "status": Status.PLANNED,
        "title": title_of_next_year(activity.title, activity.start_date.year),
    }


def year_later(day: PartialDate) -> PartialDate:
    """The same day of the next year; after 29 February comes the 28th."""
    year, month = day.first.year + 1, day.first.month
    last = calendar.monthrange(year, month)[1]
    return PartialDate(date(year, month, min(day.first.day, last)), day.precision)


def title_of_next_year(title: str, year: int) -> str:
    """``title`` with its own year moved on, where it says one."""
    return re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), title)
