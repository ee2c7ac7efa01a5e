"""The edition of a network laid out for paper: its figures as text, its likelihoods as bars."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.editions.paper import drawable_data, likelihoods_on_paper
from reports.metrics import Likelihood
from reports.network.editions.groups import groups_of, recorded_years
from reports.typefaces import families


def paper_data(content: dict, paper: str) -> dict:
    """What the document template reads."""
    with override(content["language"]):
        return drawable_data(laid_out(content)) | {"paper": paper}


def laid_out(content: dict) -> dict:
    """The same in the language that is on, with every character: what the text file reads."""
    language, _hyphen, region = content["language"].partition("-")
    return {
        "lang": language,
        "region": region,
        "fonts": families(),
        "title": content["title"],
        "statement": content["statement"],
        "likelihoods": likelihoods_on_paper(content),
        "notes": content["likelihood_notes"],
        "statuses": content["statuses"],
        "trend": [_year(row) for row in recorded_years(content)],
        "busiest": busiest_fifth(content["concentration"]),
        "breakdowns": _breakdowns(content),
        "offices": content["offices"],
        "definitions": content["definitions"],
        "imprint": content.get("imprint"),
        "words": _words(content),
    }


def busiest_fifth(found: dict) -> str:
    """How much of all activities the busiest fifth of the ties holds; empty if there are none."""
    if not found["activities"]:
        return ""
    return _(
        "The busiest fifth, %(ties)s of the relationships, holds %(held)s of %(of)s activities, "
        "counted once for each relationship."
    ) % {
        "ties": found["top_ties"],
        "held": found["top_activities"],
        "of": found["activities"],
    }


def denominator(content: dict) -> str:
    """Of what the likelihoods are shares."""
    if not content["window"]:
        return ""
    return _(
        "Every listed tie and every year from %(first)s to %(last)s. A year can count in "
        "more than one row, so rows do not add up."
    ) % {"first": content["window"][0], "last": content["window"][-1]}


def _year(row):
    year = row["year"]
    return {
        "year": _("%(year)s, to date") % {"year": year} if row["to_date"] else str(year),
        **{name: str(row["ties"][name]) for name in ("any", "government", "community")},
        "listed": str(row["listed"]),
    }


def _breakdowns(content):
    if not content["ties"]:
        return []
    return [
        _breakdown(_("By country of the partner"), _("Country"), content["countries"]),
        _breakdown(_("By kind of relationship"), _("Kind"), content["kinds"]),
    ]


def _breakdown(heading, column, rows):
    return {
        "heading": heading,
        "column": column,
        "rows": [
            {
                "name": str(group.name),
                "offices": str(group.offices),
                "ties": str(group.ties),
                "living": str(group.living),
                "sleeping": str(group.sleeping),
                "not_reported": str(group.statuses["not_reported"]),
                "officials": likelihood_text(group.panel["government"]),
                "citizens": likelihood_text(group.panel["community"]),
            }
            for group in groups_of(rows)
        ],
    }


def likelihood_text(found: Likelihood) -> str:
    """12/60 = 20.0 %; the count alone of fewer than ten tie-years."""
    counted = f"{found.n}/{found.of}"
    if not found.is_enough:
        return counted
    return _("%(counted)s = %(percent)s %%") % {
        "counted": counted,
        "percent": number_format(found.percent),
    }


def _words(content):
    day = {"day": content["as_of_text"]}
    return {
        "network": _("Network"),
        "as_of": _("As of %(day)s") % day,
        "nobody": _("Sums over offices that share. No relationship, no activity and no person."),
        "likelihood": _("The chance of an activity in a year"),
        "class": _("Who took part"),
        "bar": _("Likelihood with its 95 % interval"),
        "percent": _("Percent"),
        "count": _("Tie-years"),
        "interval": _("95 % interval"),
        "denominator": denominator(content),
        "no_ties": _("There are no relationships to report on yet."),
        "standing": _("Where the ties stand"),
        "years": _("Ties with an activity, each year"),
        "in_both": _("A tie can be in both lines."),
        "year": _("Year"),
        "listed": _("Ties listed"),
        "any": _("Any activity"),
        "offices": _("Offices"),
        "relationships": _("Relationships"),
        "living": _("Living"),
        "sleeping": _("Dormant and inactive"),
        "not_reported": _("Not reported"),
        "officials": _("with officials"),
        "citizens": _("with citizens"),
        "nothing_apart": _(
            "No row has three offices behind it, so nothing is broken down: a small group would "
            "tell of a single office."
        ),
        "share": _("Offices that share"),
        "meaning": _("What the words mean"),
        "hash": _("SHA-256 of the figures"),
    }
