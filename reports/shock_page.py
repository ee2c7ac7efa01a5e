"""What the page of a shock shows of its lens, each figure with the door to its rows."""

from django.urls import reverse
from django.utils.http import urlencode

from activities.choices import Reason, ReasonSide, Status
from reports import shock_words
from reports.charts import dip_chart
from reports.rows_behind import OF_CLASS, activities_behind
from reports.shock_by_tie import TieDip
from reports.shock_lens import SHOWN_CLASSES, Beside, Lens, of_class

SHOWN = 12


class Doors:
    """The addresses of the lists behind the figures of one office and some countries; none
    without an office, since a list is of one office.
    """

    def __init__(self, office, codes: str):
        self.office = office
        self.query = {"country": codes} if codes else {}

    def live(self, year: int, name: str) -> str:
        return self._to(live="true", year=year, **OF_CLASS[name])

    def put_off(self, status: str, beside: Beside) -> str:
        return self._to(status=status, date_from=beside.start, date_to=beside.until)

    def _to(self, **narrowed) -> str:
        if self.office is None:
            return ""
        query = {"office": self.office.slug} | self.query | narrowed
        return f"{reverse('activity_list')}?{urlencode(query)}"


def figures(found: Lens, doors: Doors) -> dict:
    return {
        "found": found,
        "statement": shock_words.sentence(found.dips["any"]),
        "classes": [_told(found, name, doors) for name in SHOWN_CLASSES],
        "table": [_row(found, year, doors) for year in found.years],
        "to_date": _to_date(found),
    }


def _told(found, name, doors):
    """The figures of one class, in words, with its drawing."""
    dip = found.dips[name]
    words, mark = shock_words.CLASSES[name]
    return {
        "of_class": name,
        "name": words,
        "mark": mark,
        "dip": dip,
        "chart": dip_chart(found.counts[name], found.years, dip),
        "usual": shock_words.usual(dip),
        "ordinary": ", ".join(map(str, dip.ordinary)),
        "depth": shock_words.depth(dip),
        "recovery": shock_words.recovery(dip),
        "lowest_address": doors.live(dip.trough_year, name) if dip.trough_year else "",
    }


def of_tie(one: TieDip, offices) -> dict:
    """The figures of one tie in words; ``offices`` by their number."""
    dip, ordinary = one.dip, one.dip.ordinary
    # A list of years has no gap.
    is_list = bool(dip.baseline) and ordinary[-1] - ordinary[0] == len(ordinary) - 1
    return {
        "tie": one.tie,
        "office": offices.get(one.tie.office_id),
        "dip": dip,
        "usual": shock_words.usual(dip),
        "usual_address": (_counted(one.tie, ordinary[0], ordinary[-1]) if is_list else ""),
        "lowest_address": _counted(one.tie, dip.trough_year, dip.trough_year) if dip.trough else "",
        "depth": shock_words.depth(dip),
        "recovery": shock_words.recovery(dip),
        "unreported": len(one.tie.unreported_years),
    }


def _counted(tie, first, last):
    """The activities of ``tie`` that count in the policy years ``first`` to ``last``."""
    return activities_behind(tie, year_from=first, year_until=last)


def _row(found, year, doors):
    cells = [(found.counts[name].get(year, 0), doors.live(year, name)) for name in SHOWN_CLASSES]
    return {"year": year, "cells": cells}


def _to_date(found):
    """The counts of the running year, where the years shown lead up to it."""
    if found.to_date is None or found.years.stop != found.last + 1:
        return None
    cells = [of_class(found.to_date, name) for name in SHOWN_CLASSES]
    return {"year": found.last + 1, "cells": cells}


def put_off(beside: Beside, doors: Doors) -> dict:
    """What was called off after the shock began, and what was held before."""
    counted = beside.counted()
    return {
        "put_off": beside.put_off().with_relationships()[:SHOWN],
        "put_off_total": counted.total,
        "put_off_until": beside.until,
        "statuses": [
            (Status(status).label, n, doors.put_off(status, beside))
            for status, n in counted.statuses.items()
        ],
        "reasons": _in_words(counted.reasons, Reason),
        "sides": _in_words(counted.sides, ReasonSide),
        "held_before": beside.held_before().with_relationships()[:SHOWN],
        "held_from": beside.held_from,
    }


def _in_words(counted, choices):
    """The commonest first; what has no reason is left out."""
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(choices(code).label, n) for code, n in ordered if code]
