"""Arguments that the commands of this room share."""

from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a day: write YYYY-MM-DD") from None
