"""How far a check is, written where the page reads it."""

from django.utils import timezone

from activities.models import Import


class Progress:
    """Told stage by stage how many rows are read and checked; each row counts as two steps.

    What it writes is a sign of life as well: without one the work is given to another.
    """

    def __init__(self, source: Import):
        self._import = Import.objects.filter(pk=source.pk)
        self._rows = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage == "read":
            self._rows = total
        elif stage == "checked":
            done += self._rows
        else:
            done = 2 * self._rows
        self._import.update(done=done, total=2 * self._rows, beat_at=timezone.now())
