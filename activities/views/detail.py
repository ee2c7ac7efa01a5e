from django.conf import settings
from django.db.models import Prefetch
from django.views.generic import DetailView

from accounts.current_office import today_in
from accounts.permissions import require
from activities.choices import NOT_HELD, Group, Status
from activities.counting import counts_as
from activities.models import Activity, Attachment


class ActivityDetail(DetailView):
    """Everything on record about one activity, and who recorded it from what."""

    template_name = "activities/activity_detail.html"

    def get_queryset(self):
        return (
            Activity.objects.visible_to(self.request.user)
            .select_related(
                "office", "lead_organisation", "decision", "programme", "created_by", "updated_by"
            )
            .with_relationships()
            .prefetch_related(
                "fields", "source_rows__source", "funding_lines", "travel_lines", "aid_lines",
                Prefetch("attachments", Attachment.objects.kept(), to_attr="kept_files"),
            )
        )  # fmt: skip

    def get_object(self, queryset=None):
        activity = super().get_object(queryset)
        require(self.request.user, "activities.view_activity", activity)
        return activity

    def get_context_data(self, **kwargs):
        activity = self.object
        may_change = self.request.user.has_perm("activities.change_activity", activity)
        return super().get_context_data(**kwargs) | {
            "counts_as": counts_as(activity),
            "zone": activity.office.time_zone if activity.office else settings.TIME_ZONE,
            "groups": [(Group(group).label, getattr(activity, group)) for group in activity.groups],
            "was_not_held": activity.status in NOT_HELD,
            "is_void": activity.status == Status.VOID,
            "may_change": may_change,
            "is_asked": may_change and is_asked(activity),
            "next": activity.get_absolute_url(),
        }


def is_asked(activity) -> bool:
    """It was planned, and its days are past."""
    return activity.status == Status.PLANNED and activity.end_date < today_in(activity.office)
