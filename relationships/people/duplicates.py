"""Records that may be of one person or of one body: the same name, native name or e-mail."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from relationships.folding import fold
from relationships.models import Contact, Organisation

SAME_NAME, SAME_NATIVE_NAME, SAME_EMAIL, SAME_WEBSITE = (
    _("same name"),
    _("same name in its own script"),
    _("same e-mail address"),
    _("same website"),
)


@dataclass(slots=True)
class Suspicion:
    """Two records, the older first, and what they have in common."""

    one: Contact | Organisation
    other: Contact | Organisation
    reasons: list[str] = field(default_factory=list)


def suspicions(records: Iterable) -> list[Suspicion]:
    """The pairs among ``records``, all of one office, in the order of the older ones' names."""
    alike = defaultdict(list)
    for record in sorted(records, key=lambda record: record.pk):
        for sign in _signs(record):
            alike[record.side, *sign].append(record)
    found: dict[tuple[int, int], Suspicion] = {}
    for (_side, reason, _value), group in alike.items():
        for one, other in combinations(group, 2):
            pair = found.setdefault((one.pk, other.pk), Suspicion(one, other))
            pair.reasons.append(reason)
    return sorted(found.values(), key=lambda pair: (fold(str(pair.one)), pair.one.pk))


def _signs(record) -> Iterator[tuple[str, str]]:
    """What a second record of the same one would share, whatever the order of the names."""
    signs = [
        (SAME_NAME, " ".join(sorted(fold(str(record)).split()))),
        (SAME_NATIVE_NAME, fold(record.native_name).replace(" ", "")),
    ]
    if isinstance(record, Contact):
        signs.append((SAME_EMAIL, record.email.lower()))
    else:
        signs.append((SAME_WEBSITE, record.website.rstrip("/").lower()))
    return ((reason, value) for reason, value in signs if value)
