"""Every figure has a door: the address of the list of the activities that it counts.

An activity counts in one policy year; a tie is active in every year that one of them touches.
"""

from django.urls import reverse
from django.utils.http import urlencode

from reports.summary import TieSummary

# How a list of activities is narrowed to those of one class of METRICS.md.
OF_CLASS = {
    "any": {},
    "government": {"involvement_class": "government"},
    "non_government": {"involvement_class": "non_government"},
    "community": {"involvement_class": "community"},
    "people_to_people": {"involvement": "C"},
}


def activities_behind(tie: TieSummary, **narrowed) -> str:
    """The live activities of ``tie`` that count in its window, further narrowed as the list can."""
    query = {
        "relationship": tie.id,
        "live": "true",
        "year_from": tie.period.years[0],
        "year_until": tie.period.years[-1],
    }
    return f"{reverse('activity_list')}?{urlencode(query | narrowed)}"


def years_behind(tie: TieSummary, **narrowed) -> str:
    """The live activities that touch the window of ``tie``, which make its years active."""
    query = {
        "relationship": tie.id,
        "live": "true",
        "date_from": tie.period.first_day,
        "date_to": tie.period.last_day,
    }
    return f"{reverse('activity_list')}?{urlencode(query | narrowed)}"


def addresses_behind(tie: TieSummary) -> dict[str, str]:
    """The lists behind the figures of the window, by what they count."""
    return {
        "window": activities_behind(tie),
        "government": activities_behind(tie, involvement_class="government"),
        "community": activities_behind(tie, involvement_class="community"),
        "with_money": activities_behind(tie, has_money="true"),
        "cancelled": activities_behind(tie, live="", status="cancelled"),
    }
