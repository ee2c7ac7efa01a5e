"""Saying for which aid another was given in return."""

from django.db import transaction

from activities.models import Activity, AidLine


@transaction.atomic
def give_in_return(*, line: AidLine, of: AidLine | None, by) -> AidLine:
    """The activity of ``line`` counts it as a change of its own."""
    activity = Activity.objects.select_for_update().get(pk=line.activity_id)
    line.in_return_of = of
    line.save(update_fields=["in_return_of"])
    activity.stamp(by)
    activity.save(update_fields=["updated_by", "updated_at", "version"])
    return line
