from django.conf import settings
from django.core.management import BaseCommand, CommandError

from accounts.demonstration import PASSWORD, SIGN_INS, SUPERUSER
from accounts.models import Office
from reports.sample.rounds import make_rounds
from reports.sample.seeding import seed_sample


class Command(BaseCommand):
    help = (
        "Bring in the sample data: offices of real cities with their public record, and a "
        "demonstration record. A second time adds nothing and changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--force",
            action="store_true",
            help="Also where the portal is neither embedded nor a demonstration; "
            "without the sign-ins whose password everybody knows.",
        )

    def handle(self, force, **options):
        is_for_show = settings.EMBEDDED or settings.TWINPORTAL_DEMO
        if not is_for_show and not force:
            raise CommandError(
                "This portal is neither embedded nor a demonstration (TWINPORTAL_DEMO=1). "
                "Add --force if the sample data shall stand among its records all the same."
            )
        fresh = seed_sample(with_people=is_for_show)
        self.stdout.write(
            f"Sample data: {len(fresh)} offices brought in."
            if fresh
            else "Sample data: already here, nothing changed."
        )
        if is_for_show:
            if fresh:
                make_rounds(fresh)
            self._write_sign_ins()

    def _write_sign_ins(self):
        names = dict(Office.objects.values_list("slug", "name"))
        self.stdout.write(f"Sign in with the password {PASSWORD} as one of:")
        for sign_in in SIGN_INS:
            self.stdout.write(f"  {sign_in.email:32}{sign_in.role.label:16}{names[sign_in.office]}")
        self.stdout.write(f"  {SUPERUSER[0]:32}{'Administration pages at /admin/'}")
