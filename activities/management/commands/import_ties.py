from activities.management.import_command import ImportCommand
from activities.models.imports import RowKind


class Command(ImportCommand):
    help = "Takes a file of ties between cities: docs/IMPORT.md lists its columns."
    kind = RowKind.TIE

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--cohort", default="", metavar="NAME", help="put every tie into this cohort"
        )
