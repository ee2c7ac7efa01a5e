"""Taking an import: exactly what its check said, whole or not at all."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from activities.imports.refusals import UnusableFile
from activities.imports.run import Result, import_table
from activities.incoming.checking import keep_findings, scope_of
from activities.incoming.findings import findings, hash_of
from activities.incoming.kept_file import corrected_table, mapping_of
from activities.incoming.progress import Progress
from activities.models import Import
from activities.models.imports import ImportState, NotWaiting


def ask_to_take(*, source: Import, by) -> None:
    """Let an import be taken. Raises NotWaiting if it is not ready, or somebody was faster."""
    if not source.can_be_taken:
        raise NotWaiting
    source.hand_to_worker(ImportState.TAKING, before=[ImportState.CHECKED], taken_by=by)


def take_import(*, source: Import) -> None:
    """Take an import that waits for it; safe to run twice, also at the same time.

    Its rows are checked once more. If they would no longer end as the preview showed, nothing is
    written, and the import goes back to the people with what is different.
    """
    with translation.override(source.language):
        try:
            result = _take(source)
            if result.source is None:
                _tell_what_changed(source, result)
        except UnusableFile as unusable:
            _send_back(source, unusable.sentence)
        except NotWaiting:
            return  # another worker took it


def _take(source: Import) -> Result:
    def is_as_shown(found: Result) -> bool:
        return hash_of(findings(found, source)) == source.agreed

    return import_table(
        corrected_table(source),
        source.kind,
        scope_of(source, by=source.taken_by),
        mapping=mapping_of(source),
        progress=Progress(source),
        into=source,
        agreed=is_as_shown,
    )


def _tell_what_changed(source: Import, result: Result) -> None:
    before = {row.line: hash_of([row]) for row in source.checked_rows.iterator()}
    now = {row.line: hash_of([row]) for row in findings(result, source)}
    changed = sorted(line for line in now if before.get(line) != now[line])
    rows = ", ".join(str(line) for line in changed[:10]) + ("…" if len(changed) > 10 else "")
    sentence = ngettext(
        "Nothing was taken. Since the file was checked the record has changed, and row %(rows)s"
        " would end otherwise. Here is what would be recorded now.",
        "Nothing was taken. Since the file was checked the record has changed, and rows %(rows)s"
        " would end otherwise. Here is what would be recorded now.",
        len(changed),
    )
    keep_findings(source, result, before=ImportState.TAKING, sentence=sentence % {"rows": rows})


def _send_back(source: Import, sentence: str) -> None:
    words = _("Nothing was taken. %(sentence)s") % {"sentence": sentence}
    try:
        source.move(ImportState.CHECKED, before=[ImportState.TAKING], sentence=words, beat_at=None)
    except NotWaiting:
        return
