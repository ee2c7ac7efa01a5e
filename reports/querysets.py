from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Office
from accounts.querysets import OfficeScopedQuerySet
from relationships.folding import fold

ISSUED_DOES_NOT_CHANGE = gettext_lazy("An issued edition does not change. Restate it instead.")


class PolicyQuerySet(OfficeScopedQuerySet):
    shared = True

    def in_force(self, on: date):
        """Versions that had begun by ``on``, the latest of each office and tier last."""
        return self.filter(valid_from__lte=on).order_by("valid_from", "pk")


class AnnualReturnQuerySet(OfficeScopedQuerySet):
    office_path = "relationship__office"

    def standing(self):
        """Words that were not taken back."""
        return self.exclude(state="taken_back")


class EvaluationQuerySet(OfficeScopedQuerySet):
    office_path = "relationship__office"


class AlertQuerySet(OfficeScopedQuerySet):
    office_path = "relationship__office"

    def unanswered(self, on: date):
        """Alerts that wait for an answer on the day ``on``, woken snoozes among them."""
        return self.filter(Q(state="open") | Q(state="snoozed", snoozed_until__lte=on))

    def never_told(self):
        """Alerts of which no message was written yet."""
        return self.filter(message__isnull=True)

    def unresolved(self):
        return self.exclude(state="resolved")

    def with_city_like(self, text):
        """Alerts of ties of which one city has a name that contains ``text``."""
        folded = fold(text)
        return self.filter(
            Q(relationship__home_city__search_text__contains=folded)
            | Q(relationship__partner_city__search_text__contains=folded)
        )

    def with_relationship(self):
        return self.select_related(
            "relationship__home_city", "relationship__partner_city", "relationship__office"
        )


class AlertStepQuerySet(OfficeScopedQuerySet):
    office_path = "alert__relationship__office"


class JobRunQuerySet(OfficeScopedQuerySet):
    def unfinished(self):
        return self.filter(state__in=["queued", "running"])


class MessageQuerySet(OfficeScopedQuerySet):
    def due(self, now):
        """Waiting messages whose next attempt is not later than ``now``."""
        return self.filter(
            Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=now), state="waiting"
        )


class EditionQuerySet(OfficeScopedQuerySet):
    def update(self, **values):
        """Refuses what would change an issued edition, as saving a single one does."""
        kept = {name.removesuffix("_id") for name in self.model.FROZEN}
        touched = kept.intersection(name.removesuffix("_id") for name in values)
        if touched and self.issued().exists():
            raise ValidationError(ISSUED_DOES_NOT_CHANGE)
        return super().update(**values)

    update.alters_data = True

    def delete(self):
        """Refuses if one of them is issued; none is removed then."""
        self.refuse_to_remove_what_is_issued()
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def refuse_to_remove_what_is_issued(self):
        if self.issued().exists():
            raise ValidationError(_("An issued edition is kept for good."))

    def drafts(self):
        return self.filter(state="draft")

    def issued(self):
        """Those with a number, restated since or not."""
        return self.exclude(state="draft")

    def standing(self):
        """Issued and not restated: at most one for an office, year and language."""
        return self.filter(state="issued")

    def beside(self, edition):
        """Those of the same office, year and language."""
        return self.filter(office=edition.office_id, year=edition.year, language=edition.language)


class EditionFileQuerySet(OfficeScopedQuerySet):
    office_path = "edition__office"


class NetworkEditionQuerySet(OfficeScopedQuerySet):
    office_path = "offices"

    def visible_to(self, user, *permissions):
        """The editions of which every office is one of ``user``, where the role grants it."""
        offices = Office.objects.visible_to(user, *permissions)
        behind = self.model.offices.through.objects
        inside = behind.filter(office__in=offices).values("networkedition")
        beyond = behind.exclude(office__in=offices).values("networkedition")
        return self.filter(pk__in=inside).exclude(pk__in=beyond)

    def shared(self):
        """Those of which every office shares with its network today."""
        silent = Office.objects.filter(shares_with_network=False)
        return self.exclude(offices__in=silent)

    def in_the_making(self):
        """Those whose job has not ended, well or badly."""
        return self.filter(job_run__state__in=["queued", "running"])

    def frozen(self):
        """Those whose figures are built."""
        return self.filter(frozen_at__isnull=False)


class NetworkEditionFileQuerySet(OfficeScopedQuerySet):
    office_path = "edition__offices"

    def visible_to(self, user, *permissions):
        """The files of the editions that ``user`` may see."""
        editions = self.model._meta.get_field("edition").related_model.objects
        return self.filter(edition__in=editions.visible_to(user, *permissions))
