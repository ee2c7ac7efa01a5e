from django.core.management.base import BaseCommand

from accounts.current_office import today_in
from accounts.models import Office
from reports.council.email import plain_text
from reports.council.readers import readers_of
from reports.council.stopping import stop_address
from reports.council.writing import write_council_digests
from reports.management.arguments import NotUsable


class Command(BaseCommand):
    help = (
        "Write the council digests that are due, each once. They are sent with the other mails. "
        "With --dry-run print them and write nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--office", metavar="SLUG", help="all offices if absent")
        parser.add_argument(
            "--dry-run", action="store_true", help="print the digests, and write nothing"
        )

    def handle(self, *, office, dry_run, **options):
        offices = Office.objects.order_by("pk")
        if office:
            offices = offices.filter(slug=office)
            if not offices:
                raise NotUsable(f"There is no office “{office}”.")
        for one in offices:
            written = write_council_digests(office=one, today=today_in(one), dry_run=dry_run)
            self.stdout.write(f"{one.slug}: {len(written)}")
            for message in written if dry_run else []:
                self._print(message)

    def _print(self, message):
        reader = readers_of(message.office).get(user=message.recipient)
        stop = stop_address(reader)
        self.stdout.write(f"To: {message.recipient.email}")
        self.stdout.write(plain_text(message.office, message.recipient, message.council, stop))
