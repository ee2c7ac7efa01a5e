"""Signing in to a demonstration portal: everybody of the sample data has this one password."""

PASSWORD = "twinportal"  # noqa: S105  known to all on purpose; see settings.TWINPORTAL_DEMO
