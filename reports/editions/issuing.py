"""What becomes of a draft: made again, discarded, or issued for good under a number."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Office, User
from reports.editions.building import request_edition
from reports.models import Edition, EditionFile
from reports.models.edition import EditionState
from reports.models.job_run import JobState


@transaction.atomic
def issue_edition(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """Give a built draft its number, the next of its office, year and language.

    Its figures stay those of the draft; its files are made once more, to carry the number. The
    edition that it restates stands no longer.
    """
    edition = _draft_for_change(edition)
    _refuse_unless_built(edition)
    if standing := edition.stands_in_its_way():
        raise ValidationError(
            _("No. %(number)s stands for this year. Restate it instead."),
            params={"number": standing.number_text},
        )
    Edition.objects.beside(edition).standing().update(state=EditionState.RESTATED)
    numbered = Edition.objects.beside(edition).aggregate(last=Max("number"))["last"] or 0
    edition.state, edition.number = EditionState.ISSUED, numbered + 1
    edition.issued_by, edition.issued_at = by, at
    edition.save(update_fields=["state", "number", "issued_by", "issued_at"])
    _make_files_anew(edition)
    return edition


@transaction.atomic
def rebuild_draft(*, edition: Edition) -> Edition:
    """Make a draft anew from the records of now, as of the same day."""
    edition = _draft_for_change(edition)
    _refuse_while_at_work(edition)
    edition.summary, edition.sha256 = None, ""
    edition.frozen_at = edition.built_at = None
    edition.save(update_fields=["summary", "sha256", "frozen_at", "built_at"])
    _make_files_anew(edition)
    return edition


@transaction.atomic
def discard_draft(*, edition: Edition) -> None:
    """Remove a draft, its files and its run."""
    edition = _draft_for_change(edition)
    _refuse_while_at_work(edition)
    _remove_files(edition)
    job_run = edition.job_run
    edition.delete()
    job_run.delete()


@transaction.atomic
def restate_edition(*, edition: Edition, reason: str, by: User | None) -> tuple[Edition, bool]:
    """The draft that corrects ``edition`` from the records of now, and whether it is new.

    It is of the same year and day. The office is locked, so that two clicks make one draft.
    """
    Office.objects.select_for_update().get(pk=edition.office_id)
    if not Edition.objects.standing().filter(pk=edition.pk).exists():
        raise ValidationError(_("Only an edition that stands can be restated."))
    if kept := edition.restatements.drafts().defer("summary").first():
        return kept, False
    draft = request_edition(
        office=edition.office, year=edition.year, as_of=edition.as_of,
        language=edition.language, by=by,
    )  # fmt: skip
    draft.restates, draft.reason = edition, reason
    draft.save(update_fields=["restates", "reason"])
    return draft, True


def _draft_for_change(edition):
    """The draft as it is now. Its office is locked, so that acts on its editions queue up."""
    Office.objects.select_for_update().get(pk=edition.office_id)
    now = Edition.objects.select_related("office", "job_run").filter(pk=edition.pk).first()
    if now is None or not now.is_draft:
        raise ValidationError(_("This edition is no draft any more."))
    return now


def _refuse_unless_built(edition):
    if edition.job_run.state != JobState.DONE:
        raise ValidationError(_("The edition is not built yet."))


def _refuse_while_at_work(edition):
    if not edition.job_run.is_over:
        raise ValidationError(_("The edition is being made. Wait until it is ready."))


def _make_files_anew(edition):
    """Remove the files and put the run back in the queue, with a sign of life of now."""
    _remove_files(edition)
    job_run = edition.job_run
    job_run.state, job_run.note, job_run.finished_at = JobState.QUEUED, "", None
    job_run.done, job_run.attempts, job_run.beat_at = 0, 0, timezone.now()
    job_run.save()


def _remove_files(edition):
    for kept in EditionFile.objects.filter(edition=edition):
        transaction.on_commit(lambda file=kept.file: file.storage.delete(file.name))
        kept.delete()
