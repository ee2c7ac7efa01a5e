from activities.management.import_command import ImportCommand
from activities.models.imports import RowKind


class Command(ImportCommand):
    help = "Takes a file of activities: docs/IMPORT.md lists its columns."
    kind = RowKind.ACTIVITY

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--keep-duplicates",
            action="store_true",
            help="take possible duplicates as activities of their own",
        )
