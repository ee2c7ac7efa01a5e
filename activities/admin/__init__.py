"""The administration of activities, what hangs on them, and the files they came from."""

from activities.admin import activities, imports, lines, programmes

__all__ = ["activities", "imports", "lines", "programmes"]
