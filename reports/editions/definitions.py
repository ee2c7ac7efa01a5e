"""What the words of an edition mean, with the thresholds that were used."""

from django.utils.translation import gettext as _

from reports.summary import AnnualSummary


def definitions(summary: AnnualSummary) -> list[dict]:
    """Terms with their sentences; one set of thresholds for each policy that was used."""
    return [*common_terms(summary), *_in_pairs([_cost(), *_thresholds(summary)])]


def common_terms(summary: AnnualSummary) -> list[dict]:
    """The terms that mean the same in every office."""
    terms = [
        (_("Window"), _window(summary)),
        (
            _("Live activity"),
            _("Held and substantive. Greetings and courtesy calls move last contact only."),
        ),
        (
            _("Involvement"),
            _(
                "Government only, community only, mixed or business only, by who took part and "
                "what part the government had."
            ),
        ),
        (
            _("Likelihood"),
            _(
                "The share of tie-years with such an activity, over every listed tie and every "
                "year of the window, with its 95 % interval (Wilson). A year can count in more "
                "than one row, so rows do not add up."
            ),
        ),
        (
            _("In force"),
            _(
                "The second denominator: only years in which the tie was in force and not "
                "suspended for at least 183 days."
            ),
        ),
        (
            _("Not reported"),
            _("Nobody filed a return, so silence cannot be told from a gap in the record."),
        ),
    ]
    return _in_pairs(terms)


def _cost():
    return _("Cost"), _(
        "The money entered with the activities. Travel of elected members is entered and told on "
        "its own; it is part of no cost of a relationship."
    )


def _in_pairs(terms):
    return [{"term": term, "text": text} for term, text in terms]


def _window(summary):
    if not summary.window:
        return _("No complete policy year yet.")
    return _("The complete policy years %(first)s to %(last)s.") % {
        "first": summary.window[0],
        "last": summary.window[-1],
    }


def _thresholds(summary):
    used = dict.fromkeys(tie.thresholds for tie in summary.ties)
    many = len(used) > 1
    for number, limits in enumerate(used, start=1):
        suffix = f" ({number})" if many else ""
        yield (
            _("Activity status") + suffix,
            _(
                "Active up to %(active)s months since the last activity, cooling up to "
                "%(cooling)s, dormant up to %(inactive)s, then inactive; new for %(new)s months "
                "from the start while nothing has happened."
            )
            % {
                "active": limits.active_months,
                "cooling": limits.cooling_months,
                "inactive": limits.inactive_months,
                "new": limits.new_months,
            },
        )
        yield (
            _("Official-heavy") + suffix,
            _(
                "At least %(minimum)s classified activities in the window, %(heavy)s %% or more "
                "with government and under %(community)s %% with citizens. Official-only: no "
                "activity with citizens."
            )
            % {
                "minimum": limits.heavy_minimum,
                "heavy": limits.heavy_percent,
                "community": limits.community_percent,
            },
        )
        yield (
            _("Vulnerable") + suffix,
            _(
                "Sporadic (active in %(sporadic)s %% of its years or fewer), dormant or inactive, "
                "and official-heavy or official-only."
            )
            % {"sporadic": limits.sporadic_percent},
        )
