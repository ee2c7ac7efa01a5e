"""Every figure has a door: the address of the list of the activities that it counts."""

from django.urls import reverse
from django.utils.http import urlencode

from reports.summary import TieSummary


def activities_behind(tie: TieSummary, **narrowed) -> str:
    """The live activities of ``tie`` in its window, further narrowed as the list's filter can."""
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
