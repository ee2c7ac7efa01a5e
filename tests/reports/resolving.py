"""Alerts raised in February, and what clears them looked at in September."""

from datetime import date

from reports.daily_round import make_round
from reports.resolution import resolve_cleared

TODAY = date(2026, 2, 3)
LATER = date(2026, 9, 1)


def raise_alerts(office, as_of=TODAY):
    make_round(office=office, as_of=as_of)


def resolve(office, as_of=LATER):
    return resolve_cleared(office=office, as_of=as_of)


def note_of(alert):
    return alert.steps.get(state="resolved").note
