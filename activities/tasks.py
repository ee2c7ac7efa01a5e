"""Work on imports that pages ask for. Each task may run twice: the database says what waits."""

import logging
from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.current_office import today_in
from activities.incoming.checking import check_import
from activities.incoming.taking import take_import
from activities.incoming.taking_back import take_back_import
from activities.models import Import
from activities.models.imports import ImportState, NotWaiting

logger = logging.getLogger(__name__)

# A worker tells every few hundred rows how far it is.
NO_SIGN_OF_LIFE = timedelta(minutes=2)
ATTEMPTS = 3


@shared_task
def work_on_import(*, import_id: int) -> None:
    """Check or take an import, or take it back, whichever it waits for."""
    imports = Import.objects.select_related("office", "taken_by", "taken_back_by")
    source = imports.filter(pk=import_id).first()
    if source is None or source.is_over:
        return
    waiting = Import.objects.filter(pk=import_id, state=source.state)
    waiting.update(attempts=F("attempts") + 1, beat_at=timezone.now())
    ACTS[source.state](source=source)


@shared_task
def sweep_imports() -> None:
    """Queue again the imports that nobody is at work on; give up on one that keeps failing."""
    silent = Import.objects.at_work().filter(beat_at__lt=timezone.now() - NO_SIGN_OF_LIFE)
    for source in silent:
        if source.attempts >= ATTEMPTS:
            _give_up(source)
        else:
            Import.objects.filter(pk=source.pk).update(beat_at=timezone.now())
            work_on_import.delay(import_id=source.pk)


def _take_back(*, source: Import) -> None:
    with suppress(NotWaiting):  # another worker did
        take_back_import(source=source, today=today_in(source.office))


ACTS = {
    ImportState.CHECKING: check_import,
    ImportState.TAKING: take_import,
    ImportState.TAKING_BACK: _take_back,
}
_FAILED_BACK_TO = {
    ImportState.CHECKING: ImportState.UPLOADED,
    ImportState.TAKING: ImportState.CHECKED,
    ImportState.TAKING_BACK: ImportState.TAKEN,
}


def queue_import(source: Import) -> None:
    """Hurry an import once it is committed; if the broker is away, the sweep does it."""
    transaction.on_commit(lambda: work_on_import.delay(import_id=source.pk), robust=True)


def _give_up(source: Import) -> None:
    with translation.override(source.language):
        sentence = (
            _("It failed several times and nothing was taken back. Tell your operator.")
            if source.state == ImportState.TAKING_BACK
            else _("It failed several times and nothing was taken. Tell your operator.")
        )
    logger.error("Import %s failed %s times", source.pk, source.attempts)
    try:
        source.move(
            _FAILED_BACK_TO[source.state],
            before=[source.state],
            sentence=sentence,
            beat_at=None,
        )
    except NotWaiting:
        return
