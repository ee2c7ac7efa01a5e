"""Checking every row of an import, and keeping what was found. Nothing is recorded by it."""

from datetime import date

from django.db import transaction
from django.utils import translation

from activities.imports.refusals import UnusableFile
from activities.imports.run import Result, import_table
from activities.imports.scope import Scope
from activities.incoming.arrival import Layout
from activities.incoming.findings import findings, hash_of
from activities.incoming.kept_file import corrected_table, mapping_of
from activities.incoming.progress import Progress
from activities.models import CheckedRow, Import
from activities.models.imports import ImportState, NotWaiting

SETTLED = [ImportState.UPLOADED, ImportState.CHECKED, ImportState.TAKEN_BACK]
_ROWS_A_STATEMENT = 1_000


def ask_for_check(*, source: Import, as_of: date) -> None:
    """Let the rows be checked as of a day. Raises NotWaiting if somebody was faster."""
    source.hand_to_worker(ImportState.CHECKING, before=SETTLED, as_of=as_of)


def check_import(*, source: Import) -> None:
    """Check an import that waits for it; safe to run twice, also at the same time."""
    with translation.override(source.language):
        try:
            result = import_table(
                corrected_table(source),
                source.kind,
                scope_of(source),
                mapping=mapping_of(source),
                dry_run=True,
                progress=Progress(source),
            )
            keep_findings(source, result, before=ImportState.CHECKING)
        except UnusableFile as unusable:
            _send_back(source, unusable.sentence)
        except NotWaiting:
            return  # it was settled anew meanwhile, or another worker was faster


def scope_of(source: Import, *, by=None) -> Scope:
    """For whom and how its rows are taken."""
    decided = source.decisions.items()
    return Scope(
        as_of=source.as_of,
        office=source.office,
        by=by,
        update=source.takes_updates,
        kept_lines=frozenset(int(line) for line, answer in decided if answer == "take"),
        adds_cities=source.adds_cities,
        left_lines=frozenset(int(line) for line, answer in decided if answer == "leave"),
    )


@transaction.atomic
def keep_findings(
    source: Import, result: Result, *, before: ImportState, sentence: str = ""
) -> None:
    """Keep what a check found in place of what the last one did."""
    found = list(findings(result, source))
    source.count(result.outcomes.counts)
    layout = (
        source.layout
        | Layout(result.table, result.header).as_kept()
        | {
            "remarks": result.remarks,
            "has_news": result.has_news,
            "offers": sum(row.offers for row in found),
            "new_cities": sum(row.asks_about_new_city for row in found),
        }
    )
    source.move(ImportState.CHECKED, before=[before], sentence=sentence, beat_at=None)
    source.layout, source.agreed = layout, hash_of(found)
    source.save(update_fields=["layout", "agreed", *_COUNTS])
    source.checked_rows.all().delete()
    CheckedRow.objects.bulk_create(found, batch_size=_ROWS_A_STATEMENT)


_COUNTS = ["rows_read", "created", "already_known", "updated", "possible_duplicates", "refused",
           "ignored"]  # fmt: skip


def _send_back(source: Import, sentence: str) -> None:
    try:
        source.move(
            ImportState.UPLOADED, before=[ImportState.CHECKING], sentence=sentence, beat_at=None
        )
    except NotWaiting:
        return
