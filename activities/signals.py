from django.dispatch import Signal

# Sent after activities were recorded, corrected, made void or brought back, inside the same
# transaction, with ``relationship_ids``: all the relationships they belong or belonged to.
activities_recorded = Signal()

# Sent when an activity was recorded from a page that asked for one, in the same transaction, with
# the ``activity``, the number ``alert_id`` of what asked and ``by``, who planned it.
activity_planned = Signal()
