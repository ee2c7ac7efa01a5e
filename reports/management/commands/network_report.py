from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Language, User
from reports.management.arguments import NotUsable
from reports.management.output import refuse_a_terminal, write_file
from reports.models.edition import EditionFormat
from reports.network.editions.building import (
    as_of_network,
    build_network_edition,
    edition_in_the_making,
    years_of_network,
)
from reports.network.sharing import sharing_with


class Command(BaseCommand):
    help = "Build the edition of a network, sums over the offices that share, and write one file."

    def add_arguments(self, parser):
        parser.add_argument(
            "--viewer", required=True, metavar="E-MAIL", help="who reads for the network"
        )
        parser.add_argument("--year", required=True, type=int, help="the policy year")
        parser.add_argument("--format", choices=EditionFormat.values, default=EditionFormat.TEXT)
        parser.add_argument("--language", choices=Language.values)
        parser.add_argument("--output", type=Path, metavar="FILE", help="standard output if absent")

    def handle(self, *, viewer, year, format, language, output, **options):
        viewer = self._viewer(viewer)
        refuse_a_terminal(format, output)
        today, sharing = timezone.localdate(), sharing_with(viewer)
        years = years_of_network(today)
        if year not in years:
            raise NotUsable(f"--year {year}: give a year from {years[-1]} to {years[0]}.")
        as_of = as_of_network(offices=sharing.offices, year=year, today=today)
        try:
            edition, is_new = edition_in_the_making(
                sharing=sharing, year=year, as_of=as_of,
                language=language or viewer.language, by=viewer,
            )  # fmt: skip
        except ValidationError as refused:
            raise NotUsable(" ".join(refused.messages)) from None
        if not is_new:
            raise NotUsable(_("The edition is being made. Wait until it is ready."))
        build_network_edition(edition=edition)
        kept = edition.files.get(format=format)
        write_file(kept, output, self.stdout)
        self.stderr.write(
            f"Edition {edition.pk} of {len(sharing.offices)} offices as of {as_of}, "
            f"SHA-256 {edition.sha256}"
        )

    def _viewer(self, email):
        try:
            return User.objects.get(email=email.strip().lower())
        except User.DoesNotExist:
            raise NotUsable(f"Nobody signs in as “{email}”.") from None
