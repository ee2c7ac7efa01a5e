"""The metrics a second time, slow and obvious: plain loops over days, years and activities.

Nothing here calls ``reports.metrics``; the two must agree on any portfolio.
"""

import calendar
import math
from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)


def days(first, last):
    """Every day from ``first`` to ``last``, both included."""
    day = first
    while day <= last:
        yield day
        day += ONE_DAY


@cache
def year_of(day, first_month):
    """Go back day by day to the day the policy year began."""
    while (day.month, day.day) != (first_month, 1):
        day -= ONE_DAY
    return day.year


def complete_years(as_of, first_month, k):
    found = []
    year = as_of.year + 1
    while len(found) < k:
        last_day = date(year + 1, first_month, 1) - ONE_DAY
        if last_day <= as_of:
            found.insert(0, year)
        year -= 1
    return found


def possible_days(first_allowed, precision):
    """The days that may be meant by a date of which the first allowed day is known."""
    if precision == "day":
        return [first_allowed]
    months = range(1, 13) if precision == "year" else [first_allowed.month]
    # Policy years change on the first of a month only, so two days of each month will do.
    return [
        date(first_allowed.year, month, day)
        for month in months
        for day in (1, calendar.monthrange(first_allowed.year, month)[1])
    ]


def first_allowed(last_allowed, precision):
    if precision == "year":
        return last_allowed.replace(month=1, day=1)
    return last_allowed.replace(day=1) if precision == "month" else last_allowed


@cache
def years_certain(start, end, start_precision, end_precision, first_month):
    """The years in which the activity has a day, whatever days are meant."""
    certain = None
    for begins in possible_days(start, start_precision):
        for ends in possible_days(first_allowed(end, end_precision), end_precision):
            if begins > ends:
                continue
            touched = set(range(year_of(begins, first_month), year_of(ends, first_month) + 1))
            certain = touched if certain is None else certain & touched
    return certain


def month_later(day, months):
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def is_in(day, intervals):
    return any(
        (since is None or since <= day) and (until is None or day < until)
        for since, until in intervals
    )


def running_days(since, as_of, suspended):
    """How many days after ``since`` the clock ran; ``suspended`` is the set of days it did not."""
    return sum(1 for day in days(since + ONE_DAY, as_of) if day not in suspended)


def status(ends, as_of, start, suspended, thresholds):
    """Compare the days that ran with the days to each deadline."""
    last = min(max(ends), as_of) if ends else None
    since = last or start
    if since is None:
        return "inactive"
    ran = running_days(since, as_of, suspended)

    def within(months):
        return ran <= (month_later(since, months) - since).days

    if last is None:
        if within(thresholds.new_months):
            return "new"
    elif within(thresholds.active_months):
        return "active"
    elif within(thresholds.cooling_months):
        return "cooling"
    return "dormant" if within(thresholds.inactive_months) else "inactive"


def silence(periods, as_of):
    """Mark the days on which something was on, then look for the longest stretch without."""
    if not periods:
        return None
    busy = {day for start, end in periods for day in days(start, min(end, as_of))}
    longest = quiet = 0
    for day in days(min(busy), as_of):
        quiet = 0 if day in busy else quiet + 1
        longest = max(longest, quiet)
    return longest


def exposed(year, first_month, in_force):
    first, last = date(year, first_month, 1), date(year + 1, first_month, 1) - ONE_DAY
    return sum(1 for day in days(first, last) if is_in(day, in_force)) >= 183


def letter(government_role, has_community, has_business, courtesy_counts):
    roles = ["participant", "lead"] + (["courtesy"] if courtesy_counts else [])
    if government_role in roles and has_community:
        return "M"
    if government_role in roles:
        return "G"
    if has_community:
        return "C"
    if has_business:
        return "B"
    return "U"


def longest_run(years):
    best = 0
    for year in years:
        length = 0
        while year + length in years:
            length += 1
        best = max(best, length)
    return best


def gini(counts):
    """Half the mean difference between any two ties, as a share of the mean."""
    pairs = [abs(one - other) for one in counts for other in counts]
    mean = sum(counts) / len(counts)
    return sum(pairs) / len(pairs) / (2 * mean)


def effective_fields(activities):
    """Two to the power of the entropy in bits."""
    weight = {}
    for fields in activities:
        for field in fields:
            weight[field] = weight.get(field, 0) + 1 / len(fields)
    total = sum(weight.values())
    bits = sum(w / total * math.log2(total / w) for w in weight.values())
    return 2**bits


def wilson_by_search(n, of, z=1.959963984540054):
    """The shares for which ``n`` of ``of`` lies just z standard errors away, by bisection."""
    observed = n / of

    def too_far(share):
        return abs(observed - share) > z * math.sqrt(share * (1 - share) / of)

    def edge(inside, outside):
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (inside, middle) if too_far(middle) else (middle, outside)
        return inside

    return edge(observed, 0.0), edge(observed, 1.0)


def status_on(day, changes, start, current):
    """The legal status on one day: that of the last change, or what came before the first."""
    if not changes:
        began = start is None or start <= day
        return current if began or current != "in_force" else None
    before = [status for since, status in changes if since <= day]
    if before:
        return before[-1]
    first_status = changes[0][1]
    if start is None:
        return "in_force" if first_status not in ("proposed", "in_force") else None
    return "in_force" if start <= day and first_status != "proposed" else None
