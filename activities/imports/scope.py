from dataclasses import dataclass, field
from datetime import date

from accounts.models import Office, User


@dataclass(frozen=True)
class Scope:
    """For whom a file is taken, and how.

    Without ``office`` its rows become reference rows. ``as_of`` is the day on which the rows
    state what they state. ``update`` lets the file change what is on record,
    ``keep_duplicates`` takes possible duplicates as records of their own; ``kept_lines`` are those
    rows of which a person said so one by one, ``left_lines`` the rows that shall not come in.
    """

    as_of: date
    office: Office | None = None
    by: User | None = None
    update: bool = False
    keep_duplicates: bool = False
    kept_lines: frozenset[int] = field(default=frozenset())
    left_lines: frozenset[int] = field(default=frozenset())

    adds_cities: bool = True

    def keeps(self, line: int) -> bool:
        """The row is a record of its own, though it looks like another one."""
        return self.keep_duplicates or line in self.kept_lines
