import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from relationships.models import Agreement
from tests.factories import AgreementDocumentFactory, AgreementFactory, RelationshipFactory
from tests.twinportal.uploads.made_files import PDF


@pytest.fixture(autouse=True)
def documents_of_this_test(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def new(tie):
    return f"{tie.get_absolute_url()}agreements/new/"


def pdf(name="Accord 1985.pdf"):
    return SimpleUploadedFile(name, PDF)


def test_an_agreement_is_kept_with_its_document_and_hash(officer_client, councillor_client, tie):
    told = {"kind": "sister", "signed_on": "1985-05", "end_date": "2030-12-31",
            "notice_days": "90", "renews_by_itself": "on", "signatories": "Two mayors"}  # fmt: skip

    page = officer_client.post(new(tie), told | {"paper": pdf()}, follow=True).content.decode()

    document = Agreement.objects.get().document
    assert "2 Oct 2030" in page
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert document.sha256 in page
    handed_out = councillor_client.get(document.get_absolute_url())
    assert handed_out.getvalue() == PDF
    assert "attachment" in handed_out["Content-Disposition"]


def test_a_replaced_document_stays_and_is_brought_back(officer_client, tie):
    told = {"kind": "sister", "signed_on": "1985"}
    officer_client.post(new(tie), told | {"paper": pdf("One.pdf")})
    agreement = Agreement.objects.get()

    edit = f"{agreement.get_absolute_url()}edit/"
    officer_client.post(edit, told | {"paper": pdf("Two.pdf"), "version": "1"})
    one = agreement.documents.get(original_name="One.pdf")
    page = officer_client.get(agreement.get_absolute_url()).content.decode()
    assert page.index("Two.pdf") < page.index("Earlier documents") < page.index("One.pdf")
    officer_client.post(f"/documents/{one.pk}/restore/")

    assert Agreement.objects.get().document == one
    assert agreement.documents.count() == 2


def test_renewing_takes_over_the_terms_and_links_the_two(officer_client, tie):
    old = AgreementFactory(relationship=tie, title="Accord", goals="Schools")
    address = f"{new(tie)}?renews={old.pk}"

    form = officer_client.get(address).context["form"]
    told = {"kind": "renewal", "title": form["title"].value(), "signed_on": "2026-01-05",
            "supersedes": form["supersedes"].value()}  # fmt: skip
    officer_client.post(address, told)

    renewed = Agreement.objects.exclude(pk=old.pk).get()
    assert (renewed.title, renewed.supersedes) == ("Accord", old)
    page = officer_client.get(old.get_absolute_url()).content.decode()
    assert "Its place was taken by" in page


@pytest.mark.parametrize("odd", ["x", "0", "9" * 30])
def test_only_an_agreement_of_this_tie_is_renewed(officer_client, tie, odd):
    other = AgreementFactory()

    assert officer_client.get(new(tie), {"renews": odd}).status_code == 404
    assert officer_client.get(new(tie), {"renews": other.pk}).status_code == 404


@pytest.mark.parametrize(
    ("told", "box", "sentence"),
    [
        ({"end_date": "1984-01-01"}, "end_date", "cannot end before it begins"),
        ({"notice_days": "90"}, "notice_days", "needs the day the agreement ends"),
        ({"ended_date": "1984-01-01"}, "ended_date", "only within its term"),
        ({"ended_note": "War"}, "ended_date", "on which day it ended"),
        ({"signed_on": ""}, "signed_on", "Say when it was signed"),
        ({"notice_days": "9" * 30}, "notice_days", "less than or equal"),
        ({"title": "a\x00b"}, "title", "Null characters"),
        ({"paper": SimpleUploadedFile("a.exe", b"MZ")}, "paper", "not of a kind"),
    ],
)
def test_what_is_wrong_is_said_at_its_box(officer_client, tie, told, box, sentence):
    answer = officer_client.post(new(tie), {"kind": "sister", "signed_on": "1985"} | told)

    assert sentence in answer.context["form"].errors[box][0]
    assert not Agreement.objects.exists()


def test_two_agreements_cannot_replace_each_other(officer_client, tie):
    first = AgreementFactory(relationship=tie)
    second = AgreementFactory(relationship=tie, supersedes=first)
    AgreementFactory(relationship=tie, supersedes=second)
    told = {"kind": "sister", "signed_on": "1985", "version": "1", "supersedes": second.pk}

    answer = officer_client.post(f"{first.get_absolute_url()}edit/", told)

    assert "takes the place of this agreement" in answer.context["form"].errors["supersedes"][0]


def test_the_second_of_two_editors_is_told(officer_client, tie):
    agreement = AgreementFactory(relationship=tie, version=2)
    told = {"kind": "sister", "signed_on": "1985-05-14", "title": "Mine", "version": "1"}

    answer = officer_client.post(f"{agreement.get_absolute_url()}edit/", told)

    assert answer.status_code == 409
    assert "Nothing of yours is lost" in answer.content.decode()


@pytest.mark.parametrize("wrong", [{"signed_on": ""}, {"version": "1"}])
def test_whose_form_comes_back_is_asked_for_the_document_again(officer_client, tie, wrong):
    edit = f"{AgreementFactory(relationship=tie, version=2).get_absolute_url()}edit/"
    told = {"kind": "sister", "signed_on": "1985-05-14", "version": "2"} | wrong

    without = officer_client.post(edit, told).content.decode()
    with_one = officer_client.post(edit, told | {"paper": pdf()}).content.decode()

    assert "choose them again here" in with_one
    assert "choose them again here" not in without


def test_the_page_of_a_tie_lists_them_in_the_same_number_of_queries(
    officer_client, tie, django_assert_max_num_queries, django_assert_num_queries
):
    def add(number):
        for _ in range(number):
            AgreementDocumentFactory(agreement__relationship=tie)

    add(2)
    officer_client.get(tie.get_absolute_url())
    with django_assert_max_num_queries(70) as few:
        officer_client.get(tie.get_absolute_url())
    add(18)

    with django_assert_num_queries(len(few)):
        officer_client.get(tie.get_absolute_url())
