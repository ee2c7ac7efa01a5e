from django.conf import settings
from django.core.management import BaseCommand, call_command

from twinportal import catalogues


class Command(BaseCommand):
    help = (
        "Make the portal ready to serve: tables, translations, static files, and the sample data "
        "of a demonstration (TWINPORTAL_DEMO=1)."
    )

    def handle(self, **options):
        quiet = {"interactive": False, "verbosity": 0}
        call_command("migrate", **quiet)
        for folder in settings.LOCALE_PATHS:
            catalogues.compile_below(folder)
        call_command("collectstatic", **quiet)
        if settings.TWINPORTAL_DEMO:
            call_command("seed_sample", stdout=self.stdout)
