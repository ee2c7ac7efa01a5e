"""Money, travel and aid, recorded with their activity."""

import pytest

from activities.models import Activity, AidLine, FundingLine, TravelLine
from tests.activities.filled import filled
from tests.factories import ActivityFactory, RelationshipFactory

NEW = "/activities/new/"


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def rows(prefix, *lines, kept=0) -> dict:
    """``lines`` as the boxes of their formset."""
    boxes = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": kept}
    for number, line in enumerate(lines):
        boxes |= {f"{prefix}-{number}-{name}": value for name, value in line.items()}
    return boxes


def money(**changes):
    return {"payer": "our_city", "amount": "1200.50", "currency": "CAD"} | changes


TRAVEL = {
    "member": "A. Tremblay",
    "destination": "Qingdao",
    "from_date": "2019-05-13",
    "to_date": "2019-05-20",
    "cost_to_council": "900",
    "total_cost": "2000",
    "currency": "cad",
    "reason": "Opening",
}
AID = {"kind": "donation", "item": "Masks", "quantity": "500", "unit": "boxes"}


def form_of(answer):
    return answer.context["form"]


def errors_of(answer, prefix):
    (found,) = (rows for rows in form_of(answer).beside if rows.prefix == prefix)
    return [line.errors for line in found]


def test_money_travel_and_aid_are_recorded_with_the_activity(officer_client, tie):
    officer_client.post(
        NEW,
        filled(tie) | rows("money", money(), money(payer="grant")) | rows("travel", TRAVEL)
        | rows("aid", AID),
    )  # fmt: skip

    activity = Activity.objects.get()
    assert [str(line) for line in activity.funding_lines.all()] == [
        "Our city: 1200.50 CAD",
        "Grant: 1200.50 CAD",
    ]
    assert activity.travel_lines.get().currency == "CAD"
    assert activity.aid_lines.get().item == "Masks"


def test_a_row_in_which_nothing_is_said_is_left_out(officer_client, tie):
    officer_client.post(NEW, filled(tie) | rows("money", {"currency": "CAD"}))

    assert Activity.objects.count() == 1
    assert not FundingLine.objects.exists()


@pytest.mark.parametrize(
    ("prefix", "line", "field"),
    [
        ("money", money(amount="-1"), "__all__"),
        ("money", money(amount="lots"), "amount"),
        ("money", money(currency="dollars"), "currency"),
        ("money", money(currency="XQQ"), "currency"),
        ("travel", TRAVEL | {"to_date": "2019-05-01"}, "__all__"),
        ("travel", TRAVEL | {"total_cost": "1"}, "__all__"),
        ("aid", AID | {"unit": ""}, "__all__"),
        ("aid", AID | {"shipped_date": "2020-01-02", "arrived_date": "2020-01-01"}, "__all__"),
        ("aid", AID | {"quantity": "9" * 40}, "quantity"),
        ("aid", AID | {"item": "\x00"}, "item"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_saved(officer_client, tie, prefix, line, field):
    answer = officer_client.post(NEW, filled(tie) | rows(prefix, line))

    assert field in errors_of(answer, prefix)[0]
    assert not Activity.objects.exists()


def test_a_wrong_row_is_told_at_the_top_and_leads_to_its_box(officer_client, tie):
    page = officer_client.post(
        NEW, filled(tie) | rows("money", money(), money(currency="XQQ"))
    ).content.decode()

    summary = page[page.index('role="alert"') :].partition("</ul>")[0]
    assert '<a href="#id_money-1-currency">Money, Currency</a>: “XQQ” is no currency.' in summary
    assert 'id="id_money-1-currency"' in page


def test_money_of_the_past_is_money(officer_client, tie):
    officer_client.post(NEW, filled(tie) | rows("money", money(currency="dem", rate="0.75")))

    assert FundingLine.objects.get().currency == "DEM"


def test_in_another_currency_the_rate_is_asked_for_and_never_guessed(officer_client, tie):
    asked = officer_client.post(NEW, filled(tie) | rows("money", money(currency="EUR")))
    officer_client.post(NEW, filled(tie) | rows("money", money(currency="EUR", rate="1.46")))

    assert "Give the rate" in errors_of(asked, "money")[0]["rate"][0]
    assert str(FundingLine.objects.get().rate) == "1.460000"


def test_an_amount_in_the_currency_of_the_office_takes_no_rate(officer_client, tie):
    answer = officer_client.post(NEW, filled(tie) | rows("money", money(currency="CAD", rate="2")))

    assert errors_of(answer, "money")[0]["rate"] == ["An amount in CAD has no rate."]
    assert not FundingLine.objects.exists()


def test_another_row_is_added_without_scripts_and_nothing_is_saved(officer_client, tie):
    answer = officer_client.post(
        NEW, filled(tie) | rows("money", money()) | {"another_row": "money"}
    )

    (found,) = (rows for rows in form_of(answer).beside if rows.prefix == "money")
    assert len(found.forms) == 2
    assert found.forms[0]["amount"].value() == "1200.50"
    assert not Activity.objects.exists()


@pytest.mark.parametrize("total", ["", "-1", "9" * 30, "x", "\x00"])
def test_a_number_of_rows_that_is_none_is_refused(officer_client, tie, total):
    sent = filled(tie) | {"money-TOTAL_FORMS": total, "money-INITIAL_FORMS": "0"}

    assert officer_client.post(NEW, sent | {"another_row": "money"}).status_code == 200


@pytest.fixture
def recorded(tie):
    activity = ActivityFactory(relationships=[tie])
    line = FundingLine.objects.create(
        activity=activity, payer="our_city", amount=10, currency="CAD"
    )
    return activity, line


def test_a_row_is_corrected_and_another_taken_away(officer_client, tie, recorded):
    activity, line = recorded
    other = FundingLine.objects.create(activity=activity, payer="grant", amount=5, currency="CAD")

    officer_client.post(
        f"{activity.get_absolute_url()}edit/",
        filled(tie, version=activity.version)
        | rows(
            "money",
            money(id=line.pk, amount="12"),
            money(id=other.pk, DELETE="on"),
            kept=2,
        ),
    )

    assert [str(line) for line in activity.funding_lines.all()] == ["Our city: 12.00 CAD"]


def test_a_row_of_another_activity_cannot_be_taken(officer_client, tie, recorded):
    _, line = recorded
    mine = ActivityFactory(relationships=[tie])

    officer_client.post(
        f"{mine.get_absolute_url()}edit/",
        filled(tie, version=mine.version) | rows("money", money(id=line.pk, amount="99"), kept=1),
    )

    line.refresh_from_db()
    assert (line.amount, line.activity_id) == (10, recorded[0].pk)


def test_a_form_without_rows_leaves_those_on_record(officer_client, tie, recorded):
    activity, line = recorded

    officer_client.post(
        f"{activity.get_absolute_url()}edit/", filled(tie, version=activity.version)
    )

    assert activity.funding_lines.get() == line
    assert not TravelLine.objects.exists()
    assert not AidLine.objects.exists()


def two_editors(first, second, tie, recorded, theirs, mine):
    """``first`` saves, then ``second``, who read the record before: both answers of the second."""
    activity, _ = recorded
    address = f"{activity.get_absolute_url()}edit/"
    read = filled(tie, version=activity.version)
    first.post(address, read | theirs)
    told = second.post(address, read | mine)
    version = form_of(told)["version"].value()
    return told, second.post(address, read | mine | {"version": version})


def test_the_second_of_two_editors_is_told_what_the_rows_say(
    officer_client, coordinator_client, tie, recorded
):
    activity, line = recorded

    told, _ = two_editors(
        coordinator_client, officer_client, tie, recorded,
        theirs=rows("money", money(id=line.pk, amount="20"), money(payer="grant"), kept=1),
        mine=rows("money", money(id=line.pk, amount="30"), kept=1),
    )  # fmt: skip

    (difference,) = [one for one in told.context["differences"] if "Money" in str(one.label)]
    assert told.status_code == 409
    assert difference.yours == "Our city, 30, CAD"
    assert difference.on_record == "Our city, 20.00, CAD; Grant, 1200.50, CAD"
    assert "what a colleague added stays beside yours" in difference.label
    assert [str(one) for one in activity.funding_lines.all()] == [
        "Our city: 30.00 CAD",
        "Grant: 1200.50 CAD",
    ]


def test_a_row_that_a_colleague_took_away_is_told_and_can_be_kept(
    officer_client, coordinator_client, tie, recorded
):
    activity, line = recorded

    told, _ = two_editors(
        coordinator_client, officer_client, tie, recorded,
        theirs=rows("money", money(id=line.pk, DELETE="on"), kept=1),
        mine=rows("money", money(id=line.pk, amount="30"), kept=1),
    )  # fmt: skip

    assert told.status_code == 409
    assert [(one.yours, one.on_record) for one in told.context["differences"]][-1] == (
        "Our city, 30, CAD",
        "",
    )
    assert [str(one) for one in activity.funding_lines.all()] == ["Our city: 30.00 CAD"]
