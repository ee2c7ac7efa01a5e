from django.dispatch import Signal

# Sent after activities were recorded, corrected, made void or brought back, inside the same
# transaction, with ``relationship_ids``: all the relationships they belong or belonged to.
activities_recorded = Signal()
