"""Asking for the edition of a network, and building it from the offices that share."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import Office, User
from relationships.models import Relationship
from reports.editions.content import hash_of
from reports.editions.making import make, steps
from reports.metrics import last_complete_year, last_day
from reports.models import JobRun, NetworkEdition
from reports.network.editions.content import network_edition_content
from reports.network.editions.formats import RENDERERS
from reports.network.sharing import Sharing
from reports.summary import annual_summary

JOB_NAME = "network_edition"
YEARS_BACK = 20


@transaction.atomic
def request_network_edition(*, sharing: Sharing, year, as_of, language, by=None) -> NetworkEdition:
    """Write down that an edition is wanted. The row is the queue; a task only hurries it."""
    if not sharing.offices:
        raise ValidationError(_("Nothing is shared yet, so there is nothing to sum up."))
    job_run = JobRun.objects.create(name=JOB_NAME, year=year, total=steps(RENDERERS))
    edition = NetworkEdition.objects.create(
        year=year, as_of=as_of, language=language, silent=sharing.silent, requested_by=by,
        job_run=job_run,
    )  # fmt: skip
    edition.offices.set(sharing.offices)
    return edition


@transaction.atomic
def edition_in_the_making(
    *, sharing: Sharing, year, as_of, language, by
) -> tuple[NetworkEdition, bool]:
    """The edition that ``by`` already waits for, and whether it was only asked for now.

    The person is locked, so that two clicks make one edition.
    """
    User.objects.select_for_update().get(pk=by.pk)
    waited_for = NetworkEdition.objects.in_the_making().filter(
        requested_by=by, year=year, as_of=as_of, language=language
    )
    if kept := waited_for.first():
        return kept, False
    asked = {"year": year, "as_of": as_of, "language": language, "by": by}
    return request_network_edition(sharing=sharing, **asked), True


def years_of_network(today: date) -> range:
    """The complete years an edition can be about, the latest first: those of the network's page."""
    latest = last_complete_year(today, 1)
    return range(latest, latest - YEARS_BACK, -1)


def as_of_network(*, offices: Iterable[Office], year: int, today: date) -> date:
    """The day on which policy year ``year`` is over in every one of ``offices``, or ``today``."""
    ends = [last_day(year, office.fiscal_year_start_month) for office in offices]
    return min(max(ends, default=today), today)


def network_content(*, sharing: Sharing, year, as_of, language) -> dict:
    """The content of an edition over the offices that share."""
    relationships = Relationship.objects.filter(office__in=sharing.offices)
    summary = annual_summary(year=year, as_of=as_of, relationships=relationships, trend=YEARS_BACK)
    return network_edition_content(summary, sharing=sharing, language=language)


def build_network_edition(*, edition: NetworkEdition) -> None:
    """Build ``edition`` unless it is built; safe to run twice or again after a crash."""
    make(edition, freeze=_freeze, imprint=imprint, renderers=RENDERERS)


def imprint(edition: NetworkEdition) -> dict:
    """What every file carries beside the figures; no part of the summary and of its hash."""
    frozen_on = timezone.localdate(edition.frozen_at)
    with override(edition.language):
        said = _("The figures were frozen on %(day)s.") % {
            "day": date_format(frozen_on, "DATE_FORMAT")
        }
    return {"frozen_on": frozen_on.isoformat(), "sha256": edition.sha256, "text": said}


@transaction.atomic
def _freeze(edition):
    """An office that stopped sharing since the edition was asked for is left out.

    Of two tasks that build the same edition the later one takes the figures of the first.
    """
    edition.refresh_from_db(from_queryset=NetworkEdition.objects.select_for_update())
    if edition.summary is not None:
        return
    stopped = edition.offices.filter(shares_with_network=False)
    edition.silent += len(stopped)
    edition.offices.remove(*stopped)
    sharing = Sharing(tuple(edition.offices.order_by("name", "pk")), edition.silent)
    edition.frozen_at = timezone.now()
    edition.summary = network_content(
        sharing=sharing, year=edition.year, as_of=edition.as_of, language=edition.language
    )
    edition.sha256 = hash_of(edition.summary)
    edition.save(update_fields=["silent", "summary", "sha256", "frozen_at"])
