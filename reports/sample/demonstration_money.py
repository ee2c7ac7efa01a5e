"""Made-up money of the demonstration record: what some activities cost, and who travelled.

Every third activity says what it cost, so that the pages show both what is known and what is
not. Amounts follow from the number of the activity, always the same.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from activities.models import Activity, FundingLine, SourceRow, TravelLine

MADE_UP = "Demonstration, made up"
# How many of its units pass for one dollar in these amounts, and what one yuan is worth in it.
SCALES = {"CAD": (1, Decimal("0.19")), "JPY": (80, Decimal("16"))}


def add_money(office) -> None:
    """Money and travel of the activities of ``office``, once."""
    if FundingLine.objects.of_office(office).exists():
        return
    funding, travel = [], []
    for number, activity in _numbered(office):
        if number % 3 == 0 and activity.status == "held":
            funding += _funding(number, activity, office.currency)
        # Of the trips that were called off, some had been paid for in part.
        if activity.elected and activity.direction == "outbound" and _is_paid(number, activity):
            travel += _travel(number, activity, office.currency)
    FundingLine.objects.bulk_create(funding)
    TravelLine.objects.bulk_create(travel)


def _numbered(office) -> Iterator[tuple[int, Activity]]:
    """The activities with the number at the end of their key in the made-up file."""
    rows = SourceRow.objects.filter(office=office, activity__isnull=False)
    for row in rows.select_related("activity").order_by("key"):
        yield int(row.key.rpartition("-")[2]), row.activity


def _is_paid(number, activity) -> bool:
    return activity.status == "held" or (activity.status == "cancelled" and number % 4 == 0)


def _funding(number, activity, currency) -> Iterator[FundingLine]:
    scale, of_yuan = SCALES[currency]
    usual = {"activity": activity, "payer_name": MADE_UP, "currency": currency}
    yield FundingLine(payer="our_city", amount=(1200 + number * 37 % 900) * scale, **usual)
    if number % 2:
        yield FundingLine(payer="participants", amount=(400 + number * 11 % 300) * scale, **usual)
    if number % 5 == 0:
        abroad = usual | {"currency": "CNY", "rate": of_yuan, "rate_date": activity.start_date}
        yield FundingLine(payer="partner_city", amount=5000 + number * 13 % 2000, **abroad)
    if number % 12 == 0:
        yield FundingLine(payer="grant", amount=2500 * scale, **usual)
        yield FundingLine(payer="in_kind", amount=300 * scale, **usual)


def _travel(number, activity, currency) -> Iterator[TravelLine]:
    scale, _of_yuan = SCALES[currency]
    to_council = (1800 + number * 53 % 700) * scale
    if activity.status == "cancelled":
        to_council = 240 * scale
    yield TravelLine(
        activity=activity,
        member=f"Councillor {'ABC'[number % 3]} (made up)",
        destination=activity.relationships.first().partner_city.name,
        from_date=activity.start_date,
        to_date=activity.start_date + timedelta(days=3 + number % 4),
        cost_to_council=to_council,
        total_cost=to_council + (number % 2) * 600 * scale,
        currency=currency,
        reason=f"{MADE_UP}: at the invitation of the partner city",
    )
