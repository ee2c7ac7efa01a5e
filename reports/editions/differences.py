"""What differs between two contents of the same year, figure by figure: plain data in and out.

A part that only one of the contents has, because it was made by an older version, is not compared.
"""

from collections.abc import Iterator

# The figures of a tie that are compared, by the name under which the columns of a file show them.
OF_A_TIE = (
    "tier", "legal_status", "since", "status_label", "last_activity_date", "last_contact_date",
    "active_years", "official", "classified", "participants", "unnumbered",
)  # fmt: skip
OF_THE_TOTALS = ("activities", "participants", "unnumbered", "unplaced")
OF_AN_ACTIVITY = ("title", "type", "start", "end", "involvement_label", "participants",
                  "is_unnumbered", "ties", "fields")  # fmt: skip
OF_BALANCE = ("breadth", "inbound", "outbound", "visits_reciprocity", "people_reciprocity")
OF_WHAT_WAS_PUT_OFF = ("cancelled", "postponed", "declined")


def differences(before: dict, after: dict) -> list[dict]:
    """Lines of ``part``, ``subject``, ``figure``, ``before`` and ``after``, in order of the page.

    ``part`` is likelihood, status, total, tie, spending, travel or activity. What is missing on
    one side is None there: a tie that joined has no line for each figure but one for itself.
    """
    return [
        *_likelihoods(before, after),
        *_statuses(before, after),
        *_totals(before, after),
        *_ties(before, after),
        *_spending(before, after),
        *_travel(before, after),
        *_activities(before, after),
    ]


def _line(part, subject, figure, before, after) -> Iterator[dict]:
    if before != after:
        yield {
            "part": part, "subject": subject, "figure": figure, "before": before, "after": after,
        }  # fmt: skip


def _likelihoods(before, after):
    was = {row["class"]: row for row in before["likelihoods"]}
    for row in after["likelihoods"]:
        old = was.get(row["class"])
        for base in ("panel", "exposure") if old else ():
            yield from _line("likelihood", row["label"], base, _of(old[base]), _of(row[base]))


def _of(likelihood):
    return f"{likelihood['n']}/{likelihood['of']}"


def _statuses(before, after):
    was = {row["status"]: row["ties"] for row in before["statuses"]}
    for row in after["statuses"]:
        yield from _line("status", row["label"], "ties", was.get(row["status"], 0), row["ties"])


def _totals(before, after):
    for name in OF_THE_TOTALS:
        was, now = before["totals"].get(name), after["totals"].get(name)
        yield from _line("total", "", name, was, now)


def _ties(before, after):
    for name, old, new in _pairs(before["ties"], after["ties"], "name"):
        if old is None or new is None:
            yield from _line("tie", name, "tie", *_presence(old, new))
            continue
        for figure in OF_A_TIE:
            yield from _line("tie", name, figure, old[figure], new[figure])
        yield from _line("tie", name, "flags", _joined(old["flags"]), _joined(new["flags"]))
        yield from _years(name, _marks(before, old), _marks(after, new))


def _years(name, was, now):
    for year in sorted(was.keys() & now.keys()):
        yield from _line("tie", name, str(year), was[year], now[year])


def _marks(content, tie):
    words = (content["marks"][mark] for mark in tie["marks"])
    return dict(zip(content["strip_years"], words, strict=True))


def _spending(before, after):
    if "spending" not in before or "spending" not in after:
        return
    old, new = before["spending"], after["spending"]
    yield from _costs("", old["costs"], new["costs"])
    for name, was, now in _pairs(old["ties"], new["ties"], "name"):
        if was and now:
            yield from _each("spending", name, OF_BALANCE, was, now)
            yield from _costs(name, was["costs"], now["costs"])
            put_off = was["disruption"], now["disruption"]
            yield from _each("spending", name, OF_WHAT_WAS_PUT_OFF, *put_off)


def _travel(before, after):
    if "travel" not in before or "travel" not in after:
        return
    for name in ("taken", "called_off"):
        was, now = _trips(before["travel"][name]), _trips(after["travel"][name])
        for trip in [*now, *(trip for trip in was if trip not in now)]:
            yield from _line("travel", trip, name, was.get(trip), now.get(trip))


def _trips(rows):
    """What each trip cost the council and in all; of trips told alike the costs of each."""
    costs = {}
    for row in rows:
        trip = f"{row['member']}, {row['destination']}, {row['from_date']} – {row['to_date']}"
        cost = f"{row['cost_to_council']} / {row['total_cost']} {row['currency']}"
        costs.setdefault(trip, []).append(cost)
    return {trip: _joined(costs[trip]) for trip in costs}


def _costs(name, was, now):
    yield from _line("spending", name, "recorded", was["recorded"], now["recorded"])
    yield from _line("spending", name, "spent", _sums(was), _sums(now))


def _sums(costs):
    return _joined(f"{spent['total']} {spent['currency']}" for spent in costs["sums"])


def _activities(before, after):
    for title, old, new in _pairs(before["activities"], after["activities"], "title"):
        if old is None or new is None:
            yield from _line("activity", title, "activity", *_presence(old, new))
            continue
        for figure in OF_AN_ACTIVITY:
            yield from _line("activity", title, figure, _plain(old[figure]), _plain(new[figure]))


def _pairs(before, after, name):
    """``(name, old row or None, new row or None)`` by the rows' ids, those that left last."""
    was, now = ({row["id"]: row for row in rows} for rows in (before, after))
    for key, row in now.items():
        yield row[name], was.get(key), row
    for key, row in was.items():
        if key not in now:
            yield row[name], row, None


def _each(part, subject, figures, old, new):
    for figure in figures:
        yield from _line(part, subject, figure, old[figure], new[figure])


def _presence(old, new):
    return old is not None, new is not None


def _plain(value):
    return _joined(value) if isinstance(value, list) else value


def _joined(values):
    return "; ".join(values)
