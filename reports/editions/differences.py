"""What differs between two contents of the same year, figure by figure: plain data in and out.

A part that only one of the contents has, because it was made by an older version, is not compared.
"""

from collections.abc import Iterator

# The figures that are compared, by the name under which the columns of a file show them. What is
# not here follows from what is: percents from n and N, months from days, sentences from figures.
OF_A_TIE = (
    "name", "partner_native", "country", "tier", "legal_status", "since", "status_label",
    "last_activity_date", "last_contact_date", "active_years", "exposed_years", "official",
    "classified", "participants", "unnumbered", "unplaced",
)  # fmt: skip
OF_THE_TOTALS = ("activities", "rows", "shared", "participants", "unnumbered", "unplaced")
OF_CONCENTRATION = ("gini", "top_ties", "top_activities")
OF_A_YEAR = ("listed", "participants", "unnumbered")
OF_A_FINDING = ("reason", "rule", "clears")
OF_AN_ACTIVITY = ("title", "type", "start", "end", "policy_year", "involvement_label",
                  "participants", "is_unnumbered", "fields", "source")  # fmt: skip
OF_BALANCE = ("breadth", "inbound", "outbound", "visits_reciprocity", "people_inbound",
              "people_outbound", "people_reciprocity")  # fmt: skip
OF_WHAT_WAS_PUT_OFF = ("cancelled", "postponed", "declined")
OF_SPENDING = ("total", "in_kind", "planned", "person_days", "activities", "ties")


def differences(before: dict, after: dict) -> list[dict]:
    """Lines of ``part``, ``subject``, ``id``, ``figure``, ``before`` and ``after``, as on the page.

    ``part`` is statement, likelihood, status, total, concentration, year, tie, finding, spending,
    travel or activity; ``id`` is that of the tie or the activity, None where the line is of
    neither. What is missing on one side is None there: a tie that joined has one line, for itself.
    """
    return [
        *_statement(before, after),
        *_likelihoods(before, after),
        *_statuses(before, after),
        *_totals(before, after),
        *_trend(before, after),
        *_ties(before, after),
        *_findings(before, after),
        *_spending(before, after),
        *_travel(before, after),
        *_activities(before, after),
    ]


def _line(part, subject, figure, before, after, key=None) -> Iterator[dict]:
    if before != after:
        yield {
            "part": part, "subject": subject, "id": key, "figure": figure,
            "before": before, "after": after,
        }  # fmt: skip


def _statement(before, after):
    sentences = (" ".join(content["statement"]) for content in (before, after))
    yield from _line("statement", "", "statement", *sentences)


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
    yield from _each("total", "", OF_THE_TOTALS, before["totals"], after["totals"])
    old, new = before["concentration"], after["concentration"]
    yield from _each("concentration", "", OF_CONCENTRATION, old, new)


def _trend(before, after):
    """Years that both have; a year that only one has comes from another year of the edition."""
    was = {row["year"]: row for row in before["trend"]}
    for row in after["trend"]:
        old, year = was.get(row["year"]), str(row["year"])
        if old is not None:
            yield from _each("year", year, OF_A_YEAR, old, row)
            yield from _each("year", year, *_by_class(old["ties"], row["ties"]))
            yield from _each("year", year, row["activities"], old["activities"], row["activities"])


def _by_class(*rows):
    old, new = ({f"ties_{name}": ties for name, ties in row.items()} for row in rows)
    return new, old, new


def _ties(before, after):
    for name, old, new in _pairs(before["ties"], after["ties"], "name"):
        key = (new or old)["id"]
        if old is None or new is None:
            yield from _line("tie", name, "tie", *_presence(old, new), key)
            continue
        yield from _each("tie", name, OF_A_TIE, old, new, key)
        yield from _each("tie", name, new["counts"], old["counts"], new["counts"], key)
        for figure in ("flags", "unreported_years"):
            yield from _line("tie", name, figure, _joined(old[figure]), _joined(new[figure]), key)
        yield from _each("tie", name, *_years(_marks(before, old), _marks(after, new)), key)


def _years(was, now):
    return sorted(was.keys() & now.keys()), was, now


def _findings(before, after):
    """The words of a flag that both have; one that came or went is a line of its tie."""
    was = {(found["tie"], found["kind"]): found for found in before["findings"]}
    for found in after["findings"]:
        old = was.get((found["tie"], found["kind"]))
        if old is not None:
            yield from _each("finding", found["name"], OF_A_FINDING, old, found, found["tie"])


def _marks(content, tie):
    words = (content["marks"][mark] for mark in tie["marks"])
    return dict(zip(map(str, content["strip_years"]), words, strict=True))


def _spending(before, after):
    if "spending" not in before or "spending" not in after:
        return
    old, new = before["spending"], after["spending"]
    yield from _costs("", old["costs"], new["costs"])
    yield from _put_off("", old["disruption"], new["disruption"])
    for name, was, now in _pairs(old["ties"], new["ties"], "name"):
        if was and now:
            yield from _each("spending", name, OF_BALANCE, was, now, now["id"])
            yield from _costs(name, was["costs"], now["costs"], now["id"])
            yield from _put_off(name, was["disruption"], now["disruption"], now["id"])


def _travel(before, after):
    if "travel" not in before or "travel" not in after:
        return
    for name in ("taken", "called_off"):
        was, now = _trips(before["travel"][name]), _trips(after["travel"][name])
        for trip in [*now, *(trip for trip in was if trip not in now)]:
            yield from _line("travel", trip, name, was.get(trip), now.get(trip))


def _trips(rows):
    """What each trip cost the council and in all, and what for; trips told alike together."""
    told = {}
    for row in rows:
        trip = f"{row['member']}, {row['destination']}, {row['from_date']} – {row['to_date']}"
        cost = f"{row['cost_to_council']} / {row['total_cost']} {row['currency']}"
        words = [cost, row["reason"], row["activity_title"]]
        told.setdefault(trip, []).append(", ".join(filter(None, words)))
    return {trip: _joined(told[trip]) for trip in told}


def _costs(name, was, now, key=None):
    # How many activities there are in all stands among the totals.
    counted = ("activities", "recorded") if name else ("recorded",)
    yield from _each("spending", name, counted, was, now, key)
    old, new = ({spent["currency"]: spent for spent in costs["sums"]} for costs in (was, now))
    for currency in old | new:
        one, other = _spent(old.get(currency)), _spent(new.get(currency))
        for figure in one | other:
            values = one.get(figure), other.get(figure)
            yield from _line("spending", f"{name} {currency}".strip(), figure, *values, key)


def _spent(spent):
    """The sums in one currency, by figure; those of a payer by the payer's label."""
    if spent is None:
        return {}
    shares = {share["label"]: share["amount"] for share in spent["shares"]}
    originals = _joined(f"{each['amount']} {each['currency']}" for each in spent["originals"])
    return {name: spent[name] for name in OF_SPENDING} | shares | {"originals": originals}


def _put_off(name, was, now, key=None):
    yield from _each("spending", name, OF_WHAT_WAS_PUT_OFF, was, now, key)
    for figure in ("reasons", "sides"):
        values = _causes(was[figure]), _causes(now[figure])
        yield from _line("spending", name, figure, *values, key)


def _causes(causes):
    return _joined(f"{cause['label']}: {cause['cancelled']}" for cause in causes)


def _activities(before, after):
    for title, old, new in _pairs(before["activities"], after["activities"], "title"):
        key = (new or old)["id"]
        if old is None or new is None:
            yield from _line("activity", title, "activity", *_presence(old, new), key)
            continue
        for figure in OF_AN_ACTIVITY:
            values = _plain(old[figure]), _plain(new[figure])
            yield from _line("activity", title, figure, *values, key)
        yield from _line("activity", title, "ties", *_ties_of(old, new), key)


def _ties_of(*rows):
    """The ties of each row, with their numbers where every row has them: names can be alike."""
    if not all("tie_ids" in row for row in rows):
        return [_joined(row["ties"]) for row in rows]
    pairs = [zip(row["ties"], row["tie_ids"], strict=True) for row in rows]
    return [_joined(f"{name} ({key})" for name, key in found) for found in pairs]


def _pairs(before, after, name):
    """``(name, old row or None, new row or None)`` by the rows' ids, those that left last."""
    was, now = ({row["id"]: row for row in rows} for rows in (before, after))
    for key, row in now.items():
        yield row[name], was.get(key), row
    for key, row in was.items():
        if key not in now:
            yield row[name], row, None


def _each(part, subject, figures, old, new, key=None):
    for figure in figures:
        yield from _line(part, subject, figure, old.get(figure), new.get(figure), key)


def _presence(old, new):
    return old is not None, new is not None


def _plain(value):
    return _joined(value) if isinstance(value, list) else value


def _joined(values):
    return "; ".join(map(str, values))
