"""The cohorts that a file's ties are put into."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from activities.imports.ledger import BATCH
from activities.imports.refusals import CellRefused, UnusableFile
from activities.imports.scope import Scope
from activities.imports.ties.book import Tie
from relationships.models import Cohort

Membership = Cohort.relationships.through


class CohortLists:
    """Ties by the cohort they join. ``name``: the cohort of every row, beside its own."""

    def __init__(self, scope: Scope, name: str = ""):
        self._scope = scope
        self._name = name
        self._known = {cohort.name: cohort for cohort in Cohort.objects.all()}
        self._members: dict[str, dict[Tie, None]] = {}
        try:
            self.check(name)
        except CellRefused as refusal:
            raise UnusableFile(refusal.sentence) from None

    def check(self, name: str) -> None:
        """Raise CellRefused if rows of this file cannot join the cohort ``name``."""
        if name:
            self._cohort(name)

    def put(self, tie: Tie, name: str) -> None:
        for cohort_name in {self._name, name} - {""}:
            cohort = self._cohort(cohort_name)
            self._members.setdefault(cohort.name, {})[tie] = None

    def _cohort(self, name: str) -> Cohort:
        slug = slugify(name)
        if not slug:
            raise CellRefused(
                _("“%(name)s” is not a name for a cohort.") % {"name": name}, "cohort"
            )
        if slug not in self._known:
            title = "" if slug == name else name
            self._known[slug] = Cohort(name=slug, title=title, office=self._scope.office)
        cohort = self._known[slug]
        if cohort.office_id != (self._scope.office.pk if self._scope.office else None):
            raise CellRefused(
                _("The cohort “%(name)s” belongs to somebody else.") % {"name": name}, "cohort"
            )
        return cohort

    @property
    def has_news(self) -> bool:
        return any(self._missing(name, ties) for name, ties in self._members.items())

    def write(self) -> None:
        """Save new cohorts and the ties that are not yet in them."""
        for name, ties in self._members.items():
            missing = self._missing(name, ties)
            cohort = self._known[name]
            if missing and cohort.pk is None:
                cohort.save()
            elif missing and cohort.removed_at:
                cohort.put_back()
            Membership.objects.bulk_create(
                [Membership(cohort=cohort, relationship=tie.record) for tie in missing],
                batch_size=BATCH,
            )

    def _missing(self, name: str, ties) -> list[Tie]:
        cohort = self._known[name]
        if cohort.pk is None:
            return list(ties)
        present = set(
            Membership.objects.filter(cohort=cohort).values_list("relationship", flat=True)
        )
        return [tie for tie in ties if tie.record.pk not in present]
