from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from relationships.agreements import (
    bring_back_document,
    keep_agreement,
    remove_document,
    renewal_of,
)
from relationships.models import Agreement
from relationships.papers import agreements_in_order
from tests.factories import AgreementFactory, RelationshipFactory
from tests.twinportal.uploads.made_files import PDF
from twinportal.uploads.field import looked_through

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 3)


@pytest.fixture(autouse=True)
def documents_of_this_test(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def paper(name="Accord.pdf", content=PDF):
    return looked_through(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(
    ("terms", "term"),
    [
        ({}, "running"),
        ({"effective_date": date(2026, 2, 4)}, "ahead"),
        ({"end_date": TODAY}, "running"),
        ({"end_date": date(2026, 2, 2)}, "over"),
        ({"end_date": date(2026, 2, 2), "renews_by_itself": True}, "running"),
        ({"ended_date": TODAY}, "ended_early"),
        ({"ended_date": date(2026, 2, 4)}, "running"),
    ],
)
def test_where_an_agreement_stands_in_its_term(terms, term):
    assert Agreement(signed_date=date(1985, 5, 14), **terms).term(TODAY) == term


def test_the_last_day_for_notice():
    agreement = Agreement(end_date=date(2026, 12, 31), notice_days=90)

    assert agreement.notice_date == date(2026, 10, 2)
    assert Agreement(end_date=date(2026, 12, 31)).notice_date is None


def test_those_that_hold_stand_first_then_those_to_begin_then_the_past():
    tie = RelationshipFactory()

    def signed(year, **terms):
        return AgreementFactory(relationship=tie, signed_date=date(year, 1, 1), **terms)

    old = signed(1985)
    renewed = signed(2005, supersedes=old)
    over = signed(2010, end_date=date(2015, 1, 1))
    ahead = signed(2026, effective_date=date(2026, 6, 1))
    project = signed(2020)

    papers = agreements_in_order(tie, TODAY)

    assert [paper.agreement for paper in papers] == [project, renewed, ahead, old, over]
    assert [paper.is_past for paper in papers] == [False, False, False, True, True]


def test_a_renewal_takes_over_the_terms_and_links(officer):
    agreement = AgreementFactory(
        title="Accord", goals="Schools", end_date=date(2025, 12, 31), notice_days=90
    )

    renewal = renewal_of(agreement)

    assert (renewal.title, renewal.goals, renewal.notice_days) == ("Accord", "Schools", 90)
    assert renewal.effective_date == date(2026, 1, 1)
    assert (renewal.supersedes, renewal.signed_date, renewal.end_date) == (agreement, None, None)


def test_a_new_document_takes_the_place_of_the_old_which_is_kept(officer):
    agreement = keep_agreement(agreement=AgreementFactory.build(
        relationship=RelationshipFactory()), by=officer, paper=paper("One.pdf"))  # fmt: skip
    keep_agreement(agreement=agreement, by=officer, paper=paper("Two.pdf"), version=1)

    two, one = agreement.documents.order_by("-pk")

    assert (str(agreement.document), agreement.document.sha256) == ("Two.pdf", two.sha256)
    assert one.removed_by == officer
    assert one.file.read() == PDF
    one.file.close()


def test_a_removed_document_can_be_brought_back(officer):
    agreement = AgreementFactory()
    for name in ["One.pdf", "Two.pdf"]:
        keep_agreement(
            agreement=agreement, by=officer, paper=paper(name), version=agreement.version
        )
    two, one = agreement.documents.order_by("-pk")

    remove_document(document=two, by=officer)
    assert agreement.document is None
    with pytest.raises(ValidationError, match="removed already"):
        remove_document(document=two, by=officer)
    bring_back_document(document=one, by=officer)

    assert agreement.document == one
    with pytest.raises(ValidationError, match="already"):
        bring_back_document(document=one, by=officer)


def test_signing_anew_and_ending_an_agreement_leave_the_legal_status(officer):
    tie = RelationshipFactory(legal_status="suspended")
    agreement = AgreementFactory(relationship=tie)
    agreement.ended_date = date(2020, 1, 1)

    keep_agreement(agreement=agreement, by=officer, version=1)
    keep_agreement(agreement=AgreementFactory.build(relationship=tie), by=officer)

    tie.refresh_from_db()
    assert (tie.legal_status, tie.version) == ("suspended", 1)


def test_one_that_ended_early_is_not_current():
    AgreementFactory(ended_date=date(2020, 1, 1))
    running = AgreementFactory()

    assert list(Agreement.objects.current()) == [running]
