"""What the commands of this room share: arguments, and how they refuse bad ones."""

from argparse import ArgumentTypeError
from datetime import date

from django.core.management import CommandError


class NotUsable(CommandError):
    """What was asked for cannot be done as it was written; the command ends with 2."""

    def __init__(self, sentence: str):
        super().__init__(sentence, returncode=2)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a day: write YYYY-MM-DD") from None
