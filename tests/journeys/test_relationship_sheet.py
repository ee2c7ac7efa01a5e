"""One relationship on one sheet of paper, whatever is on record of it."""

import io
from datetime import date

import pypdf
import pytest
from django.conf import settings

from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    CityFactory,
    DecisionFactory,
    LegalStatusChangeFactory,
    MembershipFactory,
    OfficeFactory,
    OrganisationFactory,
    PolicyFactory,
    RelationshipFactory,
    UserFactory,
)
from tests.journeys.watched_page import HEIGHT

pytestmark = [pytest.mark.timeout(300), pytest.mark.django_db(transaction=True)]

LONG = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson sur la Riviere des Anciens Moulins "
PAPERS = ["A4", "Letter"]


def long(most):
    return (LONG * 3)[:most].strip()


@pytest.fixture
def worst_tie(settings, time_machine):
    """Sixty years, every name as long as the record takes it, and more rows than a sheet has."""
    settings.TWINPORTAL_DEMO = True
    time_machine.move_to("2026-03-02T18:00:00+00:00")
    office = OfficeFactory(name=long(150), is_demonstration=True)
    PolicyFactory(office=office, valid_from=date(2001, 1, 1))
    body = OrganisationFactory(office=office, name=long(200))
    tie = RelationshipFactory(
        office=office,
        home_city=CityFactory(name=long(150), country="CA"),
        partner_city=CityFactory(
            name=long(149), native_name="呼倫貝爾海拉爾區" * 18, region=long(150), country="CN"
        ),
        tier_label=long(60),
        start_date=date(1960, 5, 14),
        community_body=body,
        owner=MembershipFactory(office=office).user,
    )
    for number in range(20):
        year = 1990 + number + (12 if number == 19 else 0)
        ActivityFactory(
            relationships=[tie], title=long(200), government_role="lead", officials=3,
            start_date=date(year, 5, 1), end_date=date(year, 6, 30), recorded_date=date(2026, 1, 1),
        )  # fmt: skip
        AgreementFactory(
            relationship=tie, title=long(200), signed_date=date(1980 + number, 5, 1),
            end_date=date(2030, 1, 1), notice_days=90, renews_by_itself=True,
        )  # fmt: skip
    for number in range(8):
        LegalStatusChangeFactory(
            relationship=tie,
            status=["suspended", "in_force"][number % 2],
            date=date(1970 + number, 1, 1),
            decision=DecisionFactory(relationship=tie, body=long(150)),
        )
    return tie


@pytest.fixture
def open_sheet(browser, server, client):
    """``open_sheet(tie, language)`` is its sheet in a window of an officer of the office."""
    windows = []

    def open_one(tie, language="en-ca"):
        person = UserFactory(language=language)
        MembershipFactory(user=person, office=tie.office)
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        window = browser.new_context(
            base_url=server.url,
            viewport={"width": 1280, "height": HEIGHT},
            locale=language,
        )
        windows.append(window)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server.url}
        window.add_cookies([cookie])
        page = window.new_page()
        assert page.goto(f"{tie.get_absolute_url()}sheet/").status == 200
        return page

    yield open_one
    for window in windows:
        window.close()


def printed(page, paper):
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper)))


@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
def test_the_worst_tie_fits_on_one_sheet(open_sheet, worst_tie, language):
    page = open_sheet(worst_tie, language)

    papers = [printed(page, paper) for paper in PAPERS]

    assert [len(paper.pages) for paper in papers] == [1, 1]
    for paper in papers:
        words = paper.pages[0].extract_text()
        assert "2021" in words  # the last activity
        assert "16" in words  # agreements that did not find room
        assert words.strip().endswith("2026.")  # the day of the figures


def test_a_tie_of_which_nothing_is_known_fits_as_well(open_sheet, db):
    page = open_sheet(RelationshipFactory(start_date=None))

    assert [len(printed(page, paper).pages) for paper in PAPERS] == [1, 1]
