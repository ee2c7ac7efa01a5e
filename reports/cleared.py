"""What cleared an alert of the yearly check, if anything did."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from activities.models import Activity, Programme
from relationships.dates import PartialDate
from reports.evidence import Evidence, Row
from reports.holding import Reading, balances, holds
from reports.metrics import Thresholds, activity_status
from reports.models import AnnualReturn
from reports.models.alert import AlertKind
from reports.programmes import occurrences
from reports.summary import TieSummary
from reports.summary.words import partial_date

SILENCE = {AlertKind.INACTIVE, AlertKind.DORMANT, AlertKind.NOT_REPORTED}


class Cleared(NamedTuple):
    """Why an alert no longer holds, in words, and the activity that did it, if one did."""

    note: str
    activity_id: int | None = None


class Standing(NamedTuple):
    """How a tie stands on the day ``as_of``."""

    tie: TieSummary
    evidence: Evidence
    as_of: date

    @property
    def rows(self) -> list[Row]:
        return self.evidence.of(self.tie.id)

    @property
    def to_date(self) -> list[Row]:
        """What counts in the window or in the year under way."""
        years = [*self.tie.period.years, self.tie.period.running]
        return self.evidence.counted(self.tie, years)


def what_cleared_finding(alert, standing: Standing) -> Cleared | None:
    """None while the finding holds by the alert's own thresholds."""
    if holds(alert.kind, _reading(alert, standing, Thresholds(**alert.rule))):
        return None
    return (
        _new_activity(alert, standing)
        or _returns(alert, standing)
        or _correction(alert)
        or Cleared(
            _("The figures of %(day)s no longer show it.")
            % {"day": partial_date(standing.as_of.isoformat())}
        )
    )


def what_cleared_programme(alert, standing: Standing) -> Cleared | None:
    """An occurrence recorded since, or the end of the programme before the year."""
    programme = Programme.objects.filter(pk=alert.figures["programme"]).first()
    year = alert.figures["year"]
    if programme is None or not programme.is_due_in(year):
        return Cleared(_("The programme is no longer due in %(year)s.") % {"year": year})
    held = occurrences(programme, year, standing.tie, standing.evidence)
    return _by(held[0]) if held else None


def _reading(alert, standing, thresholds) -> Reading:
    tie = standing.tie
    start = tie.start_date and PartialDate(tie.start_date, tie.start_precision).last
    status = activity_status(
        tie.last_activity,
        standing.as_of,
        start=start,
        suspended=tie.suspended,
        thresholds=thresholds,
    )
    return Reading(
        status=status,
        balances=balances(tie.counts, tie.running_counts, thresholds),
        active_years=tie.active_exposed_years,
        exposed_years=tie.exposed_years,
        missing=_missing(alert) if alert.kind == AlertKind.NOT_REPORTED else (),
        thresholds=thresholds,
    )


def _by(activity_id) -> Cleared:
    activity = Activity.objects.get(pk=activity_id)
    note = _("“%(title)s”, %(day)s, resolves it.") % {
        "title": activity.title,
        "day": activity.ends.in_words(),
    }
    return Cleared(note, activity_id)


def _new_activity(alert, standing):
    """A live activity that was not among the rows behind the alert; with citizens before others."""
    known = set(alert.activities.values_list("pk", flat=True))
    rows = standing.rows if alert.kind in SILENCE else standing.to_date
    new = [row for row in rows if row.activity not in known]
    if alert.kind not in SILENCE:
        new.sort(key=lambda row: row.involvement not in "CM")
    return _by(new[0].activity) if new else None


def _missing(alert) -> set[int]:
    """The years the alert names that are still not returned."""
    named = set(alert.figures["unreported"])
    returned = AnnualReturn.objects.standing().filter(
        relationship=alert.relationship_id, year__in=named
    )
    return named - set(returned.values_list("year", flat=True))


def _returns(alert, standing):
    if alert.kind != AlertKind.NOT_REPORTED or _missing(alert):
        return None
    years = ", ".join(str(year) for year in alert.figures["unreported"])
    return Cleared(_("The office has returned %(years)s.") % {"years": years})


def _correction(alert):
    changed = alert.activities.filter(updated_at__gt=alert.raised_at).order_by("updated_at").last()
    if changed is None:
        return None
    note = _("“%(title)s” was corrected.") % {"title": changed.title}
    return Cleared(note, changed.pk)
