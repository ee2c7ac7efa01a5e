"""The content of an edition laid out for paper: its figures as text, its marks as drawings."""

from collections import namedtuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.editions import drawings
from reports.editions.paper_money import money_on_paper
from reports.editions.people import people_text
from reports.editions.sheets import sheets
from reports.signs import LEGEND, years_in_words
from reports.statement import not_reported_years
from reports.typefaces import drawable, families

Cell = namedtuple("Cell", ["year", "mark"])

BAR_INKS = {"government": "gov", "community": "com", "people_to_people": "com"}


def paper_data(content: dict, paper: str) -> dict:
    """What the document template reads: ``content`` with texts, drawings and the annex added."""
    with override(content["language"]):
        return drawable_data(laid_out(content) | {"paper": paper, "sheets": sheets(content)})


def drawable_data(value):
    """``value`` with every text limited to characters that some font has."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, list):
        return [drawable_data(item) for item in value]
    if isinstance(value, dict):
        return {name: drawable_data(item) for name, item in value.items()}
    return value


def laid_out(content: dict) -> dict:
    """The same in the language that is on: what the page of an edition reads too."""
    language, _hyphen, region = content["language"].partition("-")
    return {
        "lang": language,
        "region": region,
        "fonts": families(),
        "title": content["title"],
        "office": content["office"],
        "is_demonstration": content["is_demonstration"],
        "statement": content["statement"],
        "likelihoods": likelihoods_on_paper(content),
        "statuses": content["statuses"],
        "ties": [_tie(tie, content) for tie in content["ties"]],
        "legend": _legend(content),
        "findings": [_finding(found) for found in content["findings"]],
        "year_activities": _activities(content),
        "money": money_on_paper(content) if "spending" in content else None,
        "imprint": content.get("imprint"),
        "restatement": content.get("restatement"),
        "definitions": content["definitions"],
        "words": _words(content),
    }


def likelihoods_on_paper(content: dict) -> list[dict]:
    """The likelihoods as text and bars, on one axis; classes without a tie-year are left out."""
    rows = [row for row in content["likelihoods"] if row["panel"]["of"]]
    end = max((_highest(row["panel"]) for row in rows), default=1)
    return [_likelihood(row, end) for row in rows]


def _highest(likelihood):
    return float(likelihood["high"] or 0) or 100 * likelihood["n"] / likelihood["of"] or 1


def _likelihood(row, end):
    found = row["panel"]
    low, high = (found[name] and float(found[name]) for name in ("low", "high"))
    percent = _("too few to say")
    if found["percent"]:
        percent = _("%(percent)s %%") % {"percent": _decimal(found["percent"])}
    return {
        "label": row["label"],
        "percent_text": percent,
        "count_text": f"{found['n']}/{found['of']}",
        "interval_text": (
            f"{_decimal(found['low'])}–{_decimal(found['high'])}" if found["low"] else ""
        ),
        "alt": f"{row['label']}: {percent}, {found['n']}/{found['of']}",
        "svg": drawings.bar(
            100 * found["n"] / found["of"],
            low,
            high,
            ink=BAR_INKS.get(row["class"], "sil"),
            end=end,
        ),
    }


def _decimal(text):
    """A figure of the summary, digit for digit, with the decimal sign of the language."""
    return number_format(text)


def _finding(found):
    heading = _("%(name)s: %(label)s") % {"name": found["name"], "label": found["label"]}
    return found | {"heading": heading}


def _tie(tie, content):
    years = content["strip_years"]
    inside = [year in content["window"] for year in years]
    cells = [Cell(year, mark) for year, mark in zip(years, tie["marks"], strict=True)]
    return {
        "name": tie["name"],
        "partner_native": tie["partner_native"],
        "native_language": tie["native_language"][:2] or content["language"][:2],
        "native_fonts": families(tie["native_language"]),
        "status_label": tie["status_label"],
        "last_activity": tie["last_activity"] or "–",
        "official_text": f"{tie['official']}/{tie['classified']}" if tie["classified"] else "–",
        "svg": drawings.strip(tie["marks"], inside),
        "alt": years_in_words(cells),
    }


def _legend(content):
    used = {mark for tie in content["ties"] for mark in tie["marks"]}
    return [
        {"svg": drawings.glyph(mark), "label": content["marks"][mark]}
        for mark in LEGEND
        if mark in used
    ]


def _activities(content):
    """What was held in the year of the edition, oldest first, as a council reads it."""
    return [
        {
            "when": row["when"],
            "title": row["title"],
            "ties": row["ties"],
            "involvement_label": row["involvement_label"],
            "people_text": people_text(row),
        }
        for row in reversed(content["activities"])
        if row["policy_year"] == content["year"]
    ]


def _words(content):
    year, window = content["year"], content["window"]
    span = _first_and_last(window)
    day = {"day": content["as_of_text"]}
    return {
        "meta": _("%(office)s · annual edition %(year)s · as of %(day)s")
        % {"office": content["office"]["name"], "year": year, **day},
        "as_of": _("As of %(day)s") % day,
        "demonstration": _("Demonstration record: these activities are made up."),
        "likelihood": _("The chance of an activity in a year"),
        "class": _("Who took part"),
        "bar": _("Likelihood with its 95 % interval"),
        "percent": _("Percent"),
        "count": _("Tie-years"),
        "interval": _("95 % interval"),
        "denominator": _denominator(content, span),
        "standing": _("Where the ties stand"),
        "every_tie": _("Every tie, year by year"),
        "no_ties": _("There are no relationships to report on yet."),
        "relationship": _("Relationship"),
        "status": _("Activity status"),
        "years": _years(content["strip_years"]),
        "last": _("Last activity"),
        "official": _("With government"),
        "window": _("The line under a strip marks the years that count, %(first)s to %(last)s.")
        % span,
        "flagged": _("Flagged ties, and why"),
        "clears": _("What would clear it:"),
        "held": _("What was held in %(year)s") % {"year": year},
        "when": _("When"),
        "activity": _("Activity"),
        "who": _("Involvement"),
        "people": _("People"),
        "meaning": _("What the words mean"),
        "strip_span": _(
            "Each cell is a year, %(first)s to %(last)s; underlined are those that count."
        )
        % _first_and_last(content["strip_years"]),
        "flags": _("Flags, and why"),
        "held_window": _("What was held from %(first)s to %(last)s") % span,
        "annex": _("Annex: each relationship on one sheet"),
        "draft": _("Draft"),
        "hash": _("SHA-256 of the figures"),
        **_restatement_words(content),
    }


def _first_and_last(years):
    return {"first": years[0], "last": years[-1]} if years else {"first": "–", "last": "–"}


def _restatement_words(content):
    if "restatement" not in content:
        return {}
    number = content["restatement"]["number"]
    return {
        "changed": _("What changed since no. %(number)s") % {"number": number},
        "why": _("Why"),
        "subject": _("Of what"),
        "figure": _("Figure"),
        "before": _("Before"),
        "after": _("After"),
        "no_changes": _("No figure changed."),
        "records": _("Records changed since no. %(number)s") % {"number": number},
        "by": _("By"),
        "on": _("On"),
    }


def _denominator(content, span):
    said = _(
        "Every listed tie and every year from %(first)s to %(last)s. A year can count in "
        "more than one row, so rows do not add up."
    )
    unreported = sum(len(tie["unreported_years"]) for tie in content["ties"])
    notes = content.get("likelihood_notes", [])
    return " ".join(filter(None, [said % span, not_reported_years(unreported), *notes]))


def _years(years):
    return f"{years[0]}–{years[-1]}" if years else ""
