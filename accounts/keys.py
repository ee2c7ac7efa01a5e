"""Numbers of rows as they come in addresses and forms, which anybody may write."""

LONGEST = 18  # digits: any of them fits the column; a longer number some databases refuse


def as_key(written) -> int | None:
    """The number of the row; None, which no row has, if it can be none."""
    text = str(written)
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
