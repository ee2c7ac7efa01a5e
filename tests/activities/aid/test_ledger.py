"""Where aid stands and what adds up, checkable by hand; the page, the file, what came in return."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from activities.aid.filters import STANDS
from activities.aid.ledger import standing, totals
from activities.models import AidLine
from tests.factories import ActivityFactory, AidLineFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.fixture
def aid(tie):
    """``aid(item, …)`` keeps a line of an activity of its own."""

    def keep(item="Masks", *, direction="inbound", status="held", title="Aid", ties=(), **line):
        activity = ActivityFactory(
            relationships=ties or [tie], type="aid", direction=direction, status=status,
            when="2020-03-10", title=title,
        )  # fmt: skip
        return AidLineFactory(activity=activity, item=item, **line)

    return keep


DAY = date(2020, 2, 3)
STEPS = [
    ({"kind": "request"}, "asked"),
    ({"kind": "offer"}, "offered"),
    ({"kind": "donation"}, "recorded"),
    ({"kind": "offer", "requested_date": DAY}, "asked"),
    ({"kind": "donation", "requested_date": DAY, "shipped_date": DAY}, "shipped"),
    ({"kind": "request", "arrived_date": DAY}, "arrived"),
    ({"kind": "procurement", "shipped_date": DAY, "arrived_date": DAY}, "arrived"),
]


@pytest.mark.parametrize(("line", "stands"), STEPS)
def test_the_furthest_step_says_where_an_item_stands(aid, line, stands):
    kept = aid(**line)

    assert standing(kept) == stands
    assert [name for name, step in STANDS.items() if AidLine.objects.filter(step)] == [stands]


def test_only_the_same_item_in_the_same_unit_adds_up(aid):
    lines = [
        aid("Masks", quantity=100, unit="pieces"),
        aid("masks", quantity=Decimal("50.5"), unit="Pieces"),
        aid("Masks", quantity=3, unit="boxes"),
        aid("Masks", quantity=40, unit="pieces", kind="request"),
        aid("Masks", quantity=7, unit="pieces", direction="outbound"),
        aid("Masks", quantity=900, unit="pieces", status="cancelled"),
        aid("Masks", unit="pieces"),
        aid("Gloves"),
    ]

    found = {
        (one.item, one.kind, one.direction, one.unit): (one.quantity, one.lines, one.uncounted)
        for one in totals(lines)
    }

    assert found == {
        ("Masks", "donation", "inbound", "pieces"): (Decimal("150.5"), 3, 1),
        ("Masks", "donation", "inbound", "boxes"): (3, 1, 0),
        ("Masks", "request", "inbound", "pieces"): (40, 1, 0),
        ("Masks", "donation", "outbound", "pieces"): (7, 1, 0),
        ("Gloves", "donation", "inbound", ""): (0, 1, 1),
    }


def test_the_page_shows_each_line_with_its_step_and_its_activity(councillor_client, aid):
    line = aid(quantity=30000, unit="pieces", shipped_date=DAY, title="Masks from Suzhou")

    page = councillor_client.get(reverse("aid_ledger")).content.decode()

    assert "30\xa0000 pieces" in page
    assert "On its way" in page
    assert "shipped 3 Feb 2020" in page
    assert f'href="{line.activity.get_absolute_url()}"' in page
    assert "in-return" not in page


def test_it_is_narrowed_by_item_kind_step_tie_and_days(officer_client, office, aid):
    other = RelationshipFactory(office=office)
    aid("Masks", arrived_date=DAY)
    aid("Gloves", kind="request", ties=[other])

    def items(**query):
        page = officer_client.get(reverse("aid_ledger"), query)
        return [line.item for line, _stands in page.context["rows"]]

    assert items(item="mas") == ["Masks"]
    assert items(kind="request") == items(stands="asked") == ["Gloves"]
    assert items(relationship=other.pk) == ["Gloves"]
    assert items(date_from="2020-03-11") == []
    assert items(stands="nowhere", date_to="x", item="\x00") == ["Gloves", "Masks"]


def test_another_office_s_aid_and_void_records_are_not_in_it(officer_client, other_office, aid):
    theirs = RelationshipFactory(office=other_office)
    aid("Theirs", ties=[theirs])
    line = aid("Void")
    line.activity.status, line.activity.reason_code = "void", "mistake"
    line.activity.save()

    for name in ["aid_ledger", "aid_export"]:
        answer = officer_client.get(reverse(name)).content.decode()
        assert "Theirs" not in answer
        assert ">Void<" not in answer
        assert ",Void," not in answer


def test_the_file_has_a_row_for_each_line_and_no_formula(officer_client, aid):
    masks = aid("Masks", quantity=100, unit="pieces", arrived_date=DAY)
    aid('=HYPERLINK("http://x")', title="@SUM(1)", unit="+1", quantity=1, in_return_of=masks)

    answer = officer_client.get(reverse("aid_export"))

    assert answer.content.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    by_item = {row[heading.index("Item")]: row for row in rows}
    formula = by_item['\'=HYPERLINK("http://x")']
    assert (formula[2], formula[8], formula[-1]) == ("'@SUM(1)", "'+1", str(masks.pk))
    assert by_item["Masks"][9:13] == ["", "", "2020-02-03", "arrived"]


def test_aid_is_given_in_return_of_other_aid_of_the_same_tie(officer_client, officer, aid):
    came, went = aid("Masks"), aid("Gloves", direction="outbound")
    address = reverse("aid_in_return", args=[went.pk])

    answer = officer_client.post(address, {"in_return_of": came.pk, "seen": ""}, follow=True)

    went.refresh_from_db()
    assert went.in_return_of == came
    assert (went.activity.version, went.activity.updated_by) == (2, officer)
    assert came.activity.get_absolute_url() in answer.content.decode()


def test_of_two_who_change_it_the_second_is_told(officer_client, aid):
    first, second, went = aid("Masks"), aid("Gowns"), aid("Gloves")
    address = reverse("aid_in_return", args=[went.pk])
    officer_client.post(address, {"in_return_of": first.pk, "seen": ""})

    answer = officer_client.post(address, {"in_return_of": second.pk, "seen": ""})

    went.refresh_from_db()
    assert went.in_return_of == first
    page = answer.content.decode()
    assert "Somebody changed this meanwhile; it now says: Donation: Masks." in page
    assert f'name="seen" value="{first.pk}"' in page


def test_aid_of_another_tie_and_itself_are_not_offered(officer_client, office, aid):
    elsewhere, line = aid("Masks", ties=[RelationshipFactory(office=office)]), aid("Gloves")
    address = reverse("aid_in_return", args=[line.pk])

    for chosen in (elsewhere.pk, line.pk, 10**30, "x", "\x00"):
        answer = officer_client.post(address, {"in_return_of": chosen, "seen": ""})
        assert answer.status_code == 200
    line.refresh_from_db()
    assert line.in_return_of is None


def test_twenty_lines_ask_no_more_than_two(
    officer_client, aid, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            aid("Gloves", in_return_of=aid("Masks", quantity=1, unit="box"))

    add(2)
    with django_assert_max_num_queries(20) as few:
        officer_client.get(reverse("aid_ledger"))
    add(18)

    with django_assert_num_queries(len(few)):
        officer_client.get(reverse("aid_ledger"))


def test_a_file_with_a_day_that_cannot_be_leads_to_the_page_that_says_so(officer_client):
    answer = officer_client.get(reverse("aid_export"), {"date_from": "soon"}, follow=True)

    assert answer.redirect_chain[0][0].startswith(reverse("aid_ledger"))
    assert answer.context["filter"].form.errors["date_from"]
