from django.dispatch import Signal

# Sent after activities were recorded, corrected, made void or brought back, inside the same
# transaction, with ``relationship_ids``: all the relationships they belong or belonged to.
activities_recorded = Signal()

# Sent once an activity was recorded from an alert's page, with the ``activity``, the number
# ``alert_id`` as the address said it, and ``by``, who recorded it.
activity_planned = Signal()
