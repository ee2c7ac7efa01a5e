"""The text of a resolution that moves a tie to historical, for council to change as it likes."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relationships.dates import PartialDate


def draft_resolution(relationship, tie, as_of) -> str:
    """What council would carry on ``relationship``; ``tie`` is its summary as of ``as_of``."""
    cities = {
        "home": relationship.home_city,
        "partner": relationship.partner_city,
        "country": relationship.partner_city.country.name,
        "day": date_format(as_of),
    }
    recitals = [_began(relationship, cities), *_record(tie), _thanks(cities)]
    resolved = [
        _("1. That the relationship with %(partner)s be recorded as historical;") % cities,
        _("2. That its record be kept and stay open to the public;"),
        _("3. That the mayor write to %(partner)s with thanks for what was done together;")
        % cities,
        _("4. That nothing in this prevents citizens of the two cities from going on together."),
    ]
    return "\n\n".join(
        [
            _("Draft resolution: %(home)s – %(partner)s, %(country)s") % cities,
            *recitals,
            _("Therefore be it resolved:"),
            *resolved,
            _("Drawn from the record of the office as of %(day)s.") % cities,
        ]
    )


def _began(relationship, cities):
    if relationship.since is None:
        return _("Whereas %(home)s and %(partner)s have been partners;") % cities
    words = cities | {"since": relationship.since.in_words()}
    return _("Whereas %(home)s and %(partner)s have been partners since %(since)s;") % words


def _record(tie):
    if tie.last_activity:
        last = PartialDate(tie.last_activity, tie.last_precision).in_words()
        yield _("Whereas the last activity on record was held in %(last)s;") % {"last": last}
    else:
        yield _("Whereas no activity is on record;")
    years = tie.period.years
    words = {"first": years[0], "last": years[-1], "total": tie.counts.total}
    if not tie.counts.total and tie.last_activity:
        yield _("Whereas no activity was recorded from %(first)s to %(last)s;") % words
    if not tie.counts.total:
        return
    yield (
        ngettext(
            "Whereas %(total)s activity was recorded from %(first)s to %(last)s;",
            "Whereas %(total)s activities were recorded from %(first)s to %(last)s;",
            tie.counts.total,
        )
        % words
    )


def _thanks(cities):
    return _("Whereas council values what the people of both cities have given to it;") % cities
