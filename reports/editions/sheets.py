"""The annex of an edition on paper: each relationship on one sheet.

A sheet is one page on A4 and on Letter, so what could run on is cut: the newest activities, long
titles, sentences. The portal and the workbook have all of it.
"""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_countries import countries

from reports.editions.people import people_text
from reports.spending import amount

ACTIVITIES, FLAGS = 8, 3
FACT = 60  # letters
TITLE, SENTENCE = 60, 140  # letters, on a full sheet
LONG_TITLE, LONG_SENTENCE = 120, 320  # on one with room
FEW = 4  # activities, which leave room for whole sentences; and so does a single flag


def sheets(content: dict) -> list[dict]:
    """The sheets of all ties, in their order, without what the table of ties draws already."""
    held = _activities_by_tie(content)
    found = _findings_by_tie(content)
    money = {row["id"]: row for row in content.get("spending", {}).get("ties", [])}
    return [
        _sheet(content, tie, held[tie["id"]], found[tie["id"]], money.get(tie["id"]))
        for tie in content["ties"]
    ]


def _sheet(content, tie, held, found, money):
    has_room = len(held) <= FEW or len(found) <= 1
    title, sentence = (LONG_TITLE, LONG_SENTENCE) if has_room else (TITLE, SENTENCE)
    return {
        "facts": [
            {"label": label, "text": _cut(text, FACT)}
            for label, text in [*_facts(tie), *_balance(money)]
        ],
        "flags": [
            {"label": flag["label"], "reason": _cut(flag["reason"], sentence),
             "clears": _cut(flag["clears"], sentence)}
            for flag in found[:FLAGS]
        ],
        "activities": [_activity(row, title) for row in held[:ACTIVITIES]],
        "nothing_held": "" if held else _("No activity in the years that count."),
        "more": _more(len(held) - ACTIVITIES),
    }  # fmt: skip


def _facts(tie):
    yield _("Country"), str(countries.name(tie["country"]))
    yield _("Tier"), tie["tier"]
    yield _("Legal status"), tie["legal_status"]
    yield _("Since"), tie["since"] or "–"
    yield _("Activity status"), tie["status_label"]
    yield _("Last activity"), tie["last_activity"] or "–"
    yield _("Years active"), str(tie["active_years"])
    yield (
        _("With government"),
        f"{tie['official']}/{tie['classified']}" if tie["classified"] else "–",
    )
    yield _("People"), people_text(tie | {"is_unnumbered": tie["unnumbered"] > 0})
    if tie["unreported_years"]:
        yield _("Years not reported"), ", ".join(map(str, tie["unreported_years"]))


def _balance(money):
    if money is None:
        return
    yield _("Visits there / here"), f"{money['outbound']} / {money['inbound']}"
    yield _("Breadth in fields"), _number(money["breadth"])
    yield _("Reciprocity of people"), _number(money["people_reciprocity"])
    costs = money["costs"]
    yield _("Activities with money on record"), f"{costs['recorded']}/{costs['activities']}"
    spent = [amount(Decimal(sum["total"]), sum["currency"]) for sum in costs["sums"]]
    yield _("Spent"), "; ".join(spent) or "–"
    yield _("Cancelled"), str(money["disruption"]["cancelled"])


def _activity(row, letters):
    return {
        "when": row["when"],
        "title": _cut(row["title"], letters),
        "involvement_label": row["involvement_label"],
        "people_text": people_text(row),
    }


def _more(number):
    if number <= 0:
        return ""
    return ngettext(
        "%(total)s older activity of these years stands in the workbook.",
        "%(total)s older activities of these years stand in the workbook.",
        number,
    ) % {"total": number}


def _activities_by_tie(content):
    """Newest first. Editions of before know the ties of an activity by name alone."""
    ids = {tie["name"]: tie["id"] for tie in content["ties"]}
    held = {tie["id"]: [] for tie in content["ties"]}
    for row in content["activities"]:
        for tie in row.get("tie_ids") or [ids[name] for name in row["ties"]]:
            held[tie].append(row)
    return held


def _findings_by_tie(content):
    found = {tie["id"]: [] for tie in content["ties"]}
    for finding in content["findings"]:
        found[finding["tie"]].append(finding)
    return found


def _number(value):
    return "–" if value is None else number_format(value)


def _cut(text, letters):
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
