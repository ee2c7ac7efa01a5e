"""The annual summary: facts from a few queries, then judgements tie by tie, then totals."""

from collections.abc import Iterator
from datetime import date

from reports import metrics
from reports.policies import Policies
from reports.summary.case import Case
from reports.summary.judging import judge
from reports.summary.letters import codes_by_year
from reports.summary.once import SharedActivities
from reports.summary.periods import Calendar
from reports.summary.record import Record
from reports.summary.register import Tie, legal_histories, returned_years, ties_of
from reports.summary.totals import Totals
from reports.summary.values import AnnualSummary

STRIP_YEARS = 14


def annual_summary(
    *,
    year: int,
    as_of: date,
    relationships,
    window_years: int | None = None,
    strip: int = STRIP_YEARS,
    trend: int = STRIP_YEARS,
    field: str = "",
) -> AnnualSummary:
    """Everything that METRICS.md says of ``relationships``, a queryset, at ``as_of``.

    The window W ends with policy year ``year``, or with the last complete one if ``year`` is
    not over; ``window_years`` overrides the policies. Strips and trend show ``strip`` and
    ``trend`` years up to there. With ``field`` only activities in this field of work are counted;
    then a year without one is not silent, and what the summary says of silence, statuses and
    flags means nothing. The number of queries does not depend on that of the ties.
    """
    ties = ties_of(relationships)
    rules = _rules(ties, as_of)
    windows = {
        tie.id: (tie.first_month, window_years or rules[tie.office_id, tie.tier].window_years)
        for tie in ties
    }
    calendar = Calendar(year, as_of, windows, strip=strip, trend=trend)
    record = Record(relationships, as_of, is_january=calendar.is_january, field=field)

    totals = Totals(calendar)
    for case in _cases(ties, rules, calendar, record):
        totals.add(case, judge(case, calendar.strip_years))
    shared = SharedActivities(record.shared(calendar.counted_from))

    return AnnualSummary(
        year=year,
        as_of=as_of,
        periods=calendar.periods,
        strip_years=calendar.strip_years,
        **totals.figures(shared),
    )


def _rules(ties: list[Tie], as_of: date):
    """The rule that holds for each office and tier among the ties."""
    policies = Policies(as_of, {tie.office_id for tie in ties if tie.office_id})
    kinds = {(tie.office_id, tie.tier) for tie in ties}
    return {kind: policies.rule_for(*kind) for kind in kinds}


def _cases(ties, rules, calendar, record) -> Iterator[Case]:
    facts = record.facts(calendar.window_from, calendar.counted_from)
    histories = legal_histories(record.relationships)
    returned = returned_years(record.relationships, calendar.all_years)
    frozen = {kind: rule.frozen for kind, rule in rules.items()}
    for tie in ties:
        kind, period = (tie.office_id, tie.tier), calendar.by_tie[tie.id]
        history = histories[tie.id]
        term = metrics.legal_term(
            history.changes, record.as_of, start=tie.start_date, current=tie.legal_status,
            before=history.before,
        )  # fmt: skip
        yield Case(
            tie=tie,
            facts=facts[tie.id],
            codes=codes_by_year(
                facts[tie.id], until=metrics.policy_year(record.as_of, period.first_month)
            ),
            term=term,
            exposed=metrics.exposed_years(calendar.all_years, term.in_force, period.first_month),
            returned=returned[tie.id],
            rule=rules[kind],
            frozen_rule=frozen[kind],
            period=period,
            as_of=record.as_of,
        )
