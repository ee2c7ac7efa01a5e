from dataclasses import dataclass
from datetime import date

from accounts.models import Office, User


@dataclass(frozen=True)
class Scope:
    """For whom a file is taken, and how.

    Without ``office`` its rows become reference rows. ``as_of`` is the day on which the rows
    state what they state. ``update`` lets the file change what is on record,
    ``keep_duplicates`` takes possible duplicates as records of their own.
    """

    as_of: date
    office: Office | None = None
    by: User | None = None
    update: bool = False
    keep_duplicates: bool = False
