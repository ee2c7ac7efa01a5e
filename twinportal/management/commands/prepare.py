from django.conf import settings
from django.core.management import BaseCommand, call_command

from accounts import demonstration
from accounts.models import Membership
from accounts.roles import Role
from twinportal import catalogues


class Command(BaseCommand):
    help = "Make the portal ready to serve: tables, translations, static files, sample data."

    def handle(self, **options):
        quiet = {"interactive": False, "verbosity": 0}
        call_command("migrate", **quiet)
        for folder in settings.LOCALE_PATHS:
            catalogues.compile_below(folder)
        call_command("collectstatic", **quiet)
        if settings.TWINPORTAL_DEMO:
            call_command("seed_sample", stdout=self.stdout)
            self.say_who_may_sign_in()

    def say_who_may_sign_in(self):
        self.stdout.write(f"\nSign in with the password {demonstration.PASSWORD} as")
        for role in Role:
            membership = (
                Membership.objects.select_related("user", "office").filter(role=role).first()
            )
            if membership:
                self.stdout.write(f"  {membership.user.email:40} {role.label}, {membership.office}")
