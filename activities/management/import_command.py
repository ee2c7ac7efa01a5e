"""What ``import_ties`` and ``import_activities`` have in common."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Office
from activities.imports.mapping import Mapping, read_mapping
from activities.imports.reader import read_path
from activities.imports.refusals import UnusableFile
from activities.imports.report import lines_about, notes_on_columns, summary, write_report
from activities.imports.run import KINDS, Result, import_table
from activities.imports.scope import Scope
from activities.models import Import
from activities.models.imports import RowKind

SOME_REFUSED = 1
UNUSABLE_FILE = 2
_LINES_SHOWN = 40
_LONG_FILE = _ROWS_A_LINE = 5_000


class ImportCommand(BaseCommand):
    """Takes a file whole or not at all.

    Ends with status 0 if every row is taken, 1 if some are refused or may be duplicates, 2 if
    the file cannot be used.
    """

    kind: RowKind

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a CSV file or an .xlsx workbook")
        whose = parser.add_mutually_exclusive_group()
        whose.add_argument("--office", metavar="SLUG", help="the office whose rows these are")
        whose.add_argument(
            "--reference",
            action="store_true",
            help="rows to compare with, of no office and readable by all (the default)",
        )
        parser.add_argument("--dry-run", action="store_true", help="check and write nothing")
        parser.add_argument(
            "--update", action="store_true", help="let the file change what is on record"
        )
        parser.add_argument(
            "--skip-refused", action="store_true", help="take the good rows without the others"
        )
        parser.add_argument("--map", type=Path, metavar="FILE", help="JSON: their header, ours")
        parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet to read")
        parser.add_argument(
            "--encoding",
            default="",
            metavar="NAME",
            help="how a CSV file that is not Unicode writes its letters: cp1252, gb18030, cp932",
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the rows' fates")

    def handle(self, *args, **options):
        try:
            result = self._import(options)
            if options["report"]:
                write_report(result, options["report"])
        except UnusableFile as unusable:
            _remove_if_empty(options["report"])
            raise CommandError(unusable.sentence, returncode=UNUSABLE_FILE) from unusable
        except OSError as error:
            raise CommandError(
                _("The report cannot be written: %(error)s") % {"error": error.strerror},
                returncode=UNUSABLE_FILE,
            ) from error
        self._say(result, options)

    def _import(self, options) -> Result:
        mapping = Mapping()
        if options["map"]:
            mapping = read_mapping(options["map"], KINDS[self.kind].schema)
        if options["report"]:
            options["report"].touch()
        table = read_path(options["file"], options["sheet"], options["encoding"])
        if Import._meta.db_table not in connection.introspection.table_names():
            raise UnusableFile(_("The database has no tables yet: run “manage.py migrate” first."))
        return import_table(
            table,
            self.kind,
            Scope(
                as_of=timezone.localdate(),
                office=_office(options["office"]),
                update=options["update"],
                keep_duplicates=options.get("keep_duplicates", False),
            ),
            mapping=mapping,
            cohort=options.get("cohort", ""),
            dry_run=options["dry_run"],
            skip_refused=options["skip_refused"],
            progress=self._progress,
        )

    def _progress(self, stage: str, done: int, total: int) -> None:
        if total > _LONG_FILE and (done % _ROWS_A_LINE == 0 or done == total):
            self.stdout.write(f"{stage}: {done} / {total}")
            self.stdout.flush()

    def _say(self, result: Result, options) -> None:
        outcomes, sheet = result.outcomes, result.table.sheet
        for note in notes_on_columns(result):
            self.stdout.write(note)
        remarks = [row for row in outcomes.rows if row.has_remark]
        for line in lines_about(remarks, sheet, _LINES_SHOWN):
            self.stdout.write(line)
        if any(row.offers for row in remarks):
            self.stdout.write(_("--update takes over what the file says otherwise."))
        for line in lines_about(outcomes.not_taken, sheet, _LINES_SHOWN):
            self.stderr.write(line)
        self.stdout.write(summary(result))
        if options["dry_run"]:
            self.stdout.write(_("Dry run: nothing was written."))
        if result.is_taken:
            return
        count = len(outcomes.not_taken)
        if options["skip_refused"]:
            sentence = ngettext(
                "%(count)d row was left out.", "%(count)d rows were left out.", count
            )
        else:
            sentence = ngettext(
                "%(count)d row is refused or may be a duplicate: nothing was written.",
                "%(count)d rows are refused or may be duplicates: nothing was written.",
                count,
            )
        raise CommandError(sentence % {"count": count}, returncode=SOME_REFUSED)


def _remove_if_empty(report: Path | None) -> None:
    """A file that cannot be used has no rows to report; whoever looks finds no report."""
    if report and report.exists() and not report.stat().st_size:
        report.unlink()


def _office(slug: str | None) -> Office | None:
    if not slug:
        return None
    office = Office.objects.filter(slug=slug).first()
    if office is None:
        known = ", ".join(Office.objects.order_by("slug").values_list("slug", flat=True))
        raise UnusableFile(
            _("There is no office “%(slug)s”. There are: %(known)s.")
            % {"slug": slug, "known": known or _("none")}
        )
    return office
