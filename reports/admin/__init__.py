"""The administration of thresholds and returns, and what the portal found and sent, to read."""

from reports.admin import alerts, editions, returns, runs, thresholds

__all__ = ["alerts", "editions", "returns", "runs", "thresholds"]
