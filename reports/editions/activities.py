from activities.choices import Involvement
from activities.models import Activity
from reports.metrics import counting_year
from reports.summary import AnnualSummary


def activity_rows(summary: AnnualSummary) -> list[dict]:
    """The live activities behind the window, newest first: the rows of every figure over it.

    Each activity once, with names and numbers of those of its ties that the summary lists.
    """
    if not summary.periods:
        return []
    names = {tie.id: tie.name for tie in summary.ties}
    first = min(period.first_day for period in summary.periods)
    last = max(period.last_day for period in summary.periods)
    found = (
        Activity.objects.live()
        .overlapping(first, last)
        .filter(activity_relationships__relationship__in=list(names))
        .distinct()
        .prefetch_related("activity_relationships", "fields")
        .order_by("-start_date", "-pk")
    )
    first_month = summary.periods[0].first_month
    return [_row(activity, names, first_month) for activity in found]


def _row(activity, names, first_month):
    linked = [link.relationship_id for link in activity.activity_relationships.all()]
    ties = [tie for tie in linked if tie in names]
    return {
        "id": activity.pk,
        "title": activity.title,
        "type": str(activity.get_type_display()),
        "policy_year": counting_year(
            activity.start_date,
            activity.end_date,
            activity.start_precision,
            activity.end_precision,
            first_month,
        ),
        "when": activity.starts.in_words(),
        "start": str(activity.starts),
        "end": str(activity.ends),
        "start_date": activity.start_date.isoformat(),
        "end_date": activity.end_date.isoformat(),
        "involvement": activity.involvement,
        "involvement_label": str(Involvement(activity.involvement).label),
        "participants": activity.participants,
        "is_unnumbered": activity.is_unnumbered,
        "ties": [names[tie] for tie in ties],
        "tie_ids": ties,
        "fields": [str(field.get_field_display()) for field in activity.fields.all()],
        "source": activity.source_url,
    }
