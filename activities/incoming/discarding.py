"""A file that came in by mistake is put aside, and can be brought back."""

from django.utils.translation import gettext as _

from activities.models import Import
from activities.models.imports import DISCARDABLE, ImportState


def discard_import(*, source: Import, by) -> None:
    """Put a file aside that was not taken. Raises NotWaiting if somebody was faster."""
    sentence = _("Discarded by %(person)s.") % {"person": by}
    source.move(ImportState.DISCARDED, before=DISCARDABLE, sentence=sentence)


def bring_back(*, source: Import) -> None:
    """Let a discarded file wait again as it did. Raises NotWaiting if it is not discarded."""
    before = ImportState.CHECKED if source.agreed else ImportState.UPLOADED
    source.move(before, before=[ImportState.DISCARDED], sentence="")
