"""What was spent a second time, in whole cents and by plain loops."""

from datetime import timedelta


def cents(paid):
    """In the office's currency, a half cent rounded up."""
    return (paid.amount * paid.rate + 500_000) // 1_000_000


def spent(deed):
    return [paid for paid in deed.money if not paid.is_planned and paid.payer != "in_kind"]


def total(deeds, *payers):
    return sum(
        cents(paid) for deed in deeds for paid in spent(deed) if not payers or paid.payer in payers
    )


def with_money(deeds):
    return [deed for deed in deeds if spent(deed)]


def in_kind(deeds):
    given = [paid for deed in deeds for paid in deed.money if paid.payer == "in_kind"]
    return sum(cents(paid) for paid in given if not paid.is_planned)


def planned(deeds):
    return sum(cents(paid) for deed in deeds for paid in deed.money if paid.is_planned)


def originals(deeds):
    found = {}
    for deed in deeds:
        for paid in spent(deed):
            found[paid.currency] = found.get(paid.currency, 0) + paid.amount
    return found


def person_days(deed):
    """Day by day; none where the days or the people are not known."""
    if (deed.start_precision, deed.end_precision) != ("day", "day") or not deed.people:
        return 0
    days, day = 0, deed.start
    while day <= deed.end:
        days, day = days + deed.people, day + timedelta(days=1)
    return days
