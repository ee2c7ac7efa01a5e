from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.current_office import today_in
from accounts.models import Office
from reports.daily_round import make_round
from reports.due_years import due_day
from reports.jobs import where
from reports.management.arguments import NotUsable, day
from reports.metrics import last_complete_year
from reports.models import Alert
from reports.wording import falling_asleep, words_of


class Command(BaseCommand):
    help = (
        "Do the daily round of the offices: evaluate the policy years that are due, look ahead, "
        "resolve what is cleared. With --year evaluate that year alone. Exit status 0 if all "
        "went well, 1 if an office failed, 2 if the question cannot be answered."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--office",
            metavar="SLUG",
            help="all offices if absent; with --year or --as-of without those of a demonstration, "
            "whose day stands still",
        )
        parser.add_argument("--year", type=int, help="the policy year; all that are due if absent")
        parser.add_argument(
            "--as-of",
            type=day,
            metavar="YYYY-MM-DD",
            help="the day on which it is done; today where the office is, if absent",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and write nothing"
        )

    def handle(self, *, office, year, as_of, dry_run, **options):
        offices = self._offices(office, of_any_day=year is None and as_of is None)
        days = {one.pk: self._day(one, as_of, dry_run) for one in offices}
        if year is not None:
            offices = self._whose_turn_it_is(offices, year, days, dry_run, is_named=bool(office))
        failed = [one for one in offices if not self._round(one, days[one.pk], year, dry_run)]
        if failed:
            raise CommandError(f"Failed: {', '.join(one.slug for one in failed)}.")

    def _offices(self, slug, *, of_any_day):
        offices = Office.objects.all()
        if slug is None:
            return list(offices if of_any_day else offices.filter(demonstration_date=None))
        chosen = list(offices.filter(slug=slug))
        if not chosen:
            known = ", ".join(offices.values_list("slug", flat=True)) or "none yet"
            raise NotUsable(f"There is no office “{slug}”. Offices: {known}.")
        return chosen

    def _day(self, office, as_of, dry_run):
        today = today_in(office)
        if as_of and as_of > today and not dry_run:
            raise NotUsable(
                f"--as-of {as_of} lies in the future; today is {today}. Use --dry-run to see it."
            )
        return as_of or today

    def _whose_turn_it_is(self, offices, year, days, dry_run, *, is_named):
        """Those of which ``year`` is over; the others are told, and refused if none is left."""
        if not 1900 <= year <= 9000:
            raise NotUsable(f"{year} is not a policy year.")
        why_not = {one: self._why_not(one, year, days[one.pk], dry_run) for one in offices}
        turn = [one for one, reason in why_not.items() if not reason]
        reasons = [reason for reason in why_not.values() if reason]
        if reasons and (is_named or not turn):
            raise NotUsable("\n".join(reasons))
        for reason in reasons:
            self.stderr.write(f"{reason} Left out.")
        return turn

    def _why_not(self, office, year, day, dry_run) -> str:
        if year > last_complete_year(day, office.fiscal_year_start_month):
            return f"{office.slug}: policy year {year} is not over on {day}."
        due = due_day(office, year)
        if due > day and not dry_run:
            return (
                f"{office.slug}: policy year {year} is evaluated from {due} on, after the days of "
                "grace. Use --dry-run to see it now."
            )
        return ""

    def _round(self, office, day, year, dry_run) -> bool:
        try:
            done = make_round(office=office, as_of=day, year=year, dry_run=dry_run)
        except Exception as error:
            self.stderr.write(f"{office.slug}: nothing was written. {where(error)}")
            return False
        with translation.override(office.language):
            self._tell(done, dry_run)
        return True

    def _tell(self, done, dry_run):
        lead = _("Dry run, nothing is kept") if dry_run else _("Done")
        self.stdout.write(f"{done.office}, {done.as_of}. {lead}.")
        for due in done.evaluated:
            words = {"year": due.year, "ties": len(due.relationship_ids)}
            self.stdout.write(_("Policy year %(year)s: relationships evaluated %(ties)s") % words)
        self._list(_("Alerts raised"), done.raised)
        self._list(_("Alerts open again"), done.woken)
        self._list(_("Alerts resolved"), done.resolved)
        self.stdout.write(_("About to fall asleep: %(n)s") % {"n": len(done.sleepers)})
        for one in done.sleepers:
            self.stdout.write(f"  {one.relationship_id}: {falling_asleep(one.kind, one.figures)}")
        self.stdout.write(_("Digests written: %(n)s") % {"n": len(done.messages)})

    def _list(self, title, alerts: list[Alert]):
        self.stdout.write(f"{title}: {len(alerts)}")
        for alert in alerts:
            self.stdout.write(
                f"  {alert.relationship}, {alert.get_kind_display()}, {alert.period}, "
                f"{alert.get_state_display()}: {words_of(alert).reason}"
            )
