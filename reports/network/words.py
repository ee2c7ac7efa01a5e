"""The sentences of the network's page."""

from django.utils.translation import ngettext

from reports.network.sharing import Sharing
from reports.summary import AnnualSummary


def who_shares(sharing: Sharing) -> str:
    """How many offices do not share, said aloud."""
    if not sharing.silent:
        return ngettext(
            "The one office of the network shares its figures.",
            "All %(total)s offices of the network share their figures.",
            sharing.total,
        ) % {"total": sharing.total}
    return ngettext(
        "Of %(total)s offices %(silent)s does not share; nothing here counts it.",
        "Of %(total)s offices %(silent)s do not share; nothing here counts them.",
        sharing.silent,
    ) % {"silent": sharing.silent, "total": sharing.total}


def opening(summary: AnnualSummary, sharing: Sharing) -> str:
    """What the ties of the network did, over the window."""
    figures = summary.statement
    ties = ngettext(
        "%(active)s of one tie did something in the last %(years)s years.",
        "%(active)s of %(ties)s ties did something in the last %(years)s years.",
        figures.ties,
    ) % {"active": figures.active_ties, "ties": figures.ties, "years": len(summary.window)}
    citizens = ngettext(
        "Citizens took part in %(with)s of the one tie-year that had an activity.",
        "Citizens took part in %(with)s of the %(n)s tie-years that had an activity.",
        figures.active_pair_years,
    ) % {"with": figures.with_community, "n": figures.active_pair_years}
    return f"{ties} {citizens}" if figures.active_pair_years else ties
