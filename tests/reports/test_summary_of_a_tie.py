from datetime import date
from fractions import Fraction

import pytest

from relationships.models import Relationship
from reports.metrics import Counts
from reports.summary import annual_summary
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    LegalStatusChangeFactory,
    OfficeFactory,
    PolicyFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db
AS_OF = date(2025, 12, 31)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def summarise(tie, **asked):
    """The summary of one tie, at the end of 2025 unless asked otherwise."""
    summary = annual_summary(
        **{"year": 2025, "as_of": AS_OF, "relationships": Relationship.objects.filter(pk=tie.pk)}
        | asked
    )
    return summary.ties[0]


def test_the_window_counts_live_activities_by_involvement_and_by_start(tie):
    ActivityFactory(relationships=[tie], when="2021-02-03", government_role="lead")
    ActivityFactory(relationships=[tie], when="2023", government_role="participant", students=20)
    ActivityFactory(relationships=[tie], when="2024-12-30", until="2025-01-04", students=12)
    ActivityFactory(relationships=[tie], when="2025-06", business=3)
    ActivityFactory(relationships=[tie], when="2020-12-31", students=9)  # before the window

    found = summarise(tie)

    assert found.counts == Counts(G=1, M=1, C=1, B=1)
    assert found.letters == ("G", "", "M", "C", "CB")  # the exchange reached into 2025
    assert found.active_years == 4
    assert (found.balance.official, found.balance.of) == (2, 4)
    assert found.last_activity == date(2025, 6, 30)
    assert (found.last_precision, found.last_involvement) == ("month", "B")


def test_only_what_was_held_and_substantive_counts(tie):
    for status in ("idea", "planned", "postponed", "declined", "cancelled"):
        ActivityFactory(relationships=[tie], when="2025-03-01", status=status)
    ActivityFactory(relationships=[tie], when="2025-03-01", status="void", reason_code="mistake")

    found = summarise(tie)

    assert found.counts.total == found.active_years == 0
    assert found.last_activity is found.last_contact is None


def test_a_courtesy_moves_the_last_contact_only(tie):
    ActivityFactory(relationships=[tie], when="2023-05-01")
    ActivityFactory(relationships=[tie], when="2025-10-01", substance="courtesy")

    found = summarise(tie)

    assert found.last_activity == date(2023, 5, 1)
    assert found.last_contact == date(2025, 10, 1)
    assert found.activity_status == "dormant"
    assert found.months_since == 31


def test_what_began_after_as_of_does_not_exist_yet(tie):
    ActivityFactory(relationships=[tie], when="2024-05-01")
    ActivityFactory(relationships=[tie], when="2026-01-01")

    found = summarise(tie)

    assert found.last_activity == date(2024, 5, 1)
    assert found.running_mark is None


def test_the_running_year_stands_apart(tie):
    ActivityFactory(relationships=[tie], when="2026-02-01", students=5)

    found = summarise(tie, as_of=date(2026, 3, 31))

    assert found.period.years == (2021, 2022, 2023, 2024, 2025)
    assert found.counts.total == 0
    assert (found.period.running, found.running_mark, found.running_counts.C) == (2026, "C", 1)
    assert found.activity_status == "active"


def test_a_year_that_is_not_over_leaves_the_window_where_it_was(tie):
    found = summarise(tie, as_of=date(2025, 11, 30))

    assert found.period.years[-1] == 2024
    assert found.period.running == 2025


def test_the_strict_reading_is_shown_where_it_changes_a_figure(tie):
    ActivityFactory(relationships=[tie], when="2024-05-01", students=5)
    plain = summarise(tie)
    ActivityFactory(relationships=[tie], when="2024-06-01", students=5, government_role="courtesy")
    with_words_of_welcome = summarise(tie)

    assert plain.strict_counts is plain.strict_balance is None
    assert with_words_of_welcome.counts == Counts(C=2)
    assert with_words_of_welcome.strict_counts == Counts(C=1, M=1)
    assert with_words_of_welcome.strict_balance.official == 1


def test_the_strip_marks_each_year(tie):
    Relationship.objects.filter(pk=tie.pk).update(start_date=date(2017, 6, 1))
    ActivityFactory(relationships=[tie], when="2018-05-01", government_role="lead")
    ActivityFactory(relationships=[tie], when="2019-05-01", students=5)
    ActivityFactory(relationships=[tie], when="2019-06-01", government_role="lead")
    ActivityFactory(relationships=[tie], when="2020-05-01", business=2)
    ActivityFactory(relationships=[tie], when="2021-05-01")
    AnnualReturnFactory(relationship=tie, year=2022, state="nil")

    found = summarise(tie, strip=9)

    assert found.marks == (
        "not_reported",
        "G",
        "M",
        "B",
        "U",
        "silent",
        "not_reported",
        "not_reported",
        "not_reported",
    )


def test_years_before_the_tie_and_after_its_end_expect_nothing(tie):
    Relationship.objects.filter(pk=tie.pk).update(start_date=date(2022, 6, 1))
    LegalStatusChangeFactory(relationship=tie, status="ended", date=date(2023, 9, 1))

    found = summarise(tie, strip=5)

    assert found.marks == ("before", "not_reported", "not_reported", "after", "after")
    assert found.unreported_years == (2022, 2023)
    assert found.legal_status == "ended"


def test_inactive_reads_not_reported_until_every_silent_year_is_returned(tie):
    for year in range(2021, 2025):
        AnnualReturnFactory(relationship=tie, year=year, state="nil")
    one_missing = summarise(tie)
    AnnualReturnFactory(relationship=tie, year=2025, state="nil")
    none_missing = summarise(tie)

    assert one_missing.activity_status == none_missing.activity_status == "inactive"
    assert (one_missing.reading, none_missing.reading) == ("not_reported", "inactive")
    assert one_missing.unreported_years == (2025,)
    assert [found.kind for found in one_missing.findings] == ["not_reported"]
    assert [found.kind for found in none_missing.findings] == ["inactive"]


def test_a_tie_of_unknown_start_and_without_activities_is_not_new(tie):
    Relationship.objects.filter(pk=tie.pk).update(start_date=None)

    found = summarise(tie)

    assert found.activity_status == "inactive"
    assert "before" not in found.marks


def test_a_start_known_to_the_year_counts_from_its_last_day(tie):
    Relationship.objects.filter(pk=tie.pk).update(
        start_date=date(2023, 1, 1), start_precision="year"
    )

    found = summarise(tie)

    assert found.activity_status == "new"


def test_a_tie_that_came_on_record_as_ended_was_not_in_force_before_its_next_step(tie):
    tie.legal_status = "ended"
    tie.save()
    before = summarise(tie)

    tie.record_legal_status("historical", on=date(2025, 3, 1))

    after = summarise(tie)
    assert (before.exposed_years, after.exposed_years) == (0, 0)


def test_the_clock_stands_still_while_the_tie_is_suspended(tie):
    ActivityFactory(relationships=[tie], when="2020-01-01")
    LegalStatusChangeFactory(relationship=tie, status="suspended", date=date(2020, 7, 1))
    LegalStatusChangeFactory(relationship=tie, status="in_force", date=date(2025, 7, 1))

    found = summarise(tie)

    assert found.months_since == 11
    assert found.activity_status == "active"
    assert found.exposed_years == 1  # 2025, by its 184 days in force


def test_a_policy_of_its_tier_and_day_judges_the_tie(tie, office):
    ActivityFactory(relationships=[tie], when="2022-05-01")
    PolicyFactory(
        office=office,
        tier="sister",
        valid_from=date(2024, 1, 1),
        inactive_months=36,
        window_years=3,
    )

    before = summarise(tie, as_of=date(2023, 12, 31), year=2023)
    after = summarise(tie)

    assert (before.activity_status, len(before.period.years)) == ("cooling", 5)
    assert (after.activity_status, after.period.years) == ("inactive", (2023, 2024, 2025))
    assert (before.policy_id, after.policy_id) == (None, office.policies.get().pk)


def test_policy_years_follow_the_fiscal_year_of_the_office():
    tie = RelationshipFactory(office=OfficeFactory(fiscal_year_start_month=4))
    ActivityFactory(relationships=[tie], when="2025-03-31", students=5)
    ActivityFactory(relationships=[tie], when="2025-04-01", students=5)
    ActivityFactory(relationships=[tie], when="2023", students=5)

    found = summarise(tie, as_of=date(2026, 3, 31))

    assert found.period.years == (2021, 2022, 2023, 2024, 2025)
    assert found.period.first_day == date(2021, 4, 1)
    assert found.period.last_day == date(2026, 3, 31)
    assert found.letters == ("", "", "", "C", "C")
    assert (found.counts.C, found.unplaced) == (3, 1)  # counted, but in no year for certain


def test_a_reference_tie_goes_by_the_calendar_year():
    tie = ReferenceTieFactory()
    ActivityFactory(relationships=[tie], when="2025-03-31", students=5)

    found = summarise(tie)

    assert found.office_id is None
    assert found.letters[-1] == "C"


def test_breadth_reciprocity_people_and_gap(tie):
    ActivityFactory(relationships=[tie], when="2022-01-01", direction="inbound", students=30,
                    fields=["youth"])  # fmt: skip
    ActivityFactory(relationships=[tie], when="2023-01-01", direction="both", students=20,
                    fields=["youth", "sport"])  # fmt: skip
    ActivityFactory(relationships=[tie], when="2025-12-01", direction="inbound",
                    artists_unnumbered=True)  # fmt: skip

    found = summarise(tie)

    assert found.visits == (3, 1)
    assert found.visits_reciprocity == Fraction(1, 2)
    assert found.people == (40, 10)
    assert found.people_reciprocity is None  # nobody knows how many artists came
    assert (found.participants, found.unnumbered) == (50, 1)
    assert found.breadth == pytest.approx(1.7548, abs=0.0001)  # 1.5 of youth, 0.5 of sport
    assert found.gap_days == 1064  # 2 January 2023 to 30 November 2025
    assert found.continuity == 2
