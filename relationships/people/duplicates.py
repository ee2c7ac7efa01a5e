"""Records that may be of one person or of one body: the same name, native name or e-mail."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import QuerySet
from django.urls import reverse
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
    told_apart: bool = False

    @property
    def address(self) -> str:
        """Where it is said that they are not the same."""
        pks = [self.one.pk, self.other.pk]
        return reverse(f"{self.one._meta.model_name}_apart", args=pks)

    def tell_apart(self, yes: bool) -> None:
        """Keep that they are not the same, or forget it."""
        (self.one.told_apart.add if yes else self.one.told_apart.remove)(self.other)


def suspicions(records: QuerySet) -> list[Suspicion]:
    """The pairs among ``records``, all of one office, in the order of the older ones' names."""
    apart = set(records.filter(told_apart__isnull=False).values_list("pk", "told_apart"))
    alike = defaultdict(list)
    for record in sorted(records, key=lambda record: record.pk):
        for sign in _signs(record):
            alike[record.side, *sign].append(record)
    found: dict[tuple[int, int], Suspicion] = {}
    for (_side, reason, _value), group in alike.items():
        for one, other in combinations(group, 2):
            pks = (one.pk, other.pk)
            pair = found.setdefault(pks, Suspicion(one, other, told_apart=pks in apart))
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
