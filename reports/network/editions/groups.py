"""The groups and years of a stored edition as the page and the paper read them."""

from itertools import dropwhile

from reports.metrics import Likelihood
from reports.network.groups import Group


def groups_of(rows: list[dict]) -> list[Group]:
    """The countries or kinds of an edition, as its content has them."""
    return [
        Group(
            name=row["name"],
            offices=row["offices"],
            ties=row["ties"],
            statuses=row["statuses"],
            panel=_likelihoods(row["every_year"]),
            exposure=_likelihoods(row["years_in_force"]),
        )
        for row in rows
    ]


def recorded_years(content: dict) -> list[dict]:
    """The years without those before the first activity and before the window."""
    if not content["window"]:
        return []
    first = content["window"][0]
    return list(
        dropwhile(lambda row: not row["ties"]["any"] and row["year"] < first, content["trend"])
    )


def _likelihoods(found):
    return {name: Likelihood(kept["n"], kept["of"]) for name, kept in found.items()}
