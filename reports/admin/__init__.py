"""The administration of thresholds, and what people and the portal put on record, to read."""

from reports.admin import alerts, calendars, editions, network_editions, returns, runs, thresholds

__all__ = ["alerts", "calendars", "editions", "network_editions", "returns", "runs", "thresholds"]
