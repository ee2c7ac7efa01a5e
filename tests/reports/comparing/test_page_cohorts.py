import pytest

from relationships.models import Cohort
from tests.factories import CityFactory, CohortFactory, MembershipFactory, RelationshipFactory

NEW = "/dashboard/compare/cohorts/new/"


@pytest.fixture
def cohort(office, our_ties):
    cohort = CohortFactory(office=office, title="China", name="montreal-china")
    cohort.relationships.set(our_ties[:4])
    return cohort


def partners(cohort):
    return sorted(tie.partner_city.name for tie in cohort.relationships.all())


def test_a_filtered_list_leads_to_saving_what_it_shows(officer_client, our_ties):
    page = officer_client.get("/relationships/?country=BE").content.decode()

    assert f'href="{NEW}?country=BE"' in page
    assert "1 tie" in officer_client.get(f"{NEW}?country=BE").content.decode()


def test_the_ties_of_the_list_are_kept_under_a_name(officer_client, office, our_ties):
    answer = officer_client.post(f"{NEW}?country=BE", {"title": "Belgium"})

    cohort = Cohort.objects.get()
    assert (cohort.office, cohort.title, cohort.name) == (office, "Belgium", "montreal-belgium")
    assert partners(cohort) == ["Namur"]
    assert "group=cohort%3Amontreal-belgium" in answer["Location"]


def test_a_filter_by_figures_is_followed(officer_client, our_ties, hold):
    hold(our_ties[1:2], 5, students=8)

    officer_client.post(f"{NEW}?took_part=citizens", {"title": "With citizens"})

    assert partners(Cohort.objects.get()) == ["Partner 1"]


def test_reference_ties_can_be_kept_as_well(officer_client, japanese_ties):
    officer_client.post(f"{NEW}?scope=reference", {"title": "Japan"})

    assert Cohort.objects.get(title="Japan").relationships.count() == 4


def test_ties_of_another_office_of_the_person_are_not_kept(
    officer, sign_in, our_ties, other_office
):
    MembershipFactory(user=officer, office=other_office, role="officer")
    RelationshipFactory(office=other_office, partner_city=CityFactory(country="BE"))

    sign_in(officer).post(f"{NEW}?office=montreal&country=BE", {"title": "Belgium"})

    assert partners(Cohort.objects.get()) == ["Namur"]


@pytest.mark.parametrize(
    ("address", "title", "sentence"),
    [
        (NEW, "", "This field is required."),
        (f"{NEW}?q=nowhere", "Nowhere", "The list is empty: there is no tie to keep."),
        (NEW, "a\x00b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_kept_is_said(officer_client, our_ties, address, title, sentence):
    answer = officer_client.post(address, {"title": title})

    assert sentence in answer.content.decode()
    assert not Cohort.objects.exists()


def test_two_cohorts_of_one_title_have_different_short_names(officer_client, our_ties):
    for _ in range(2):
        officer_client.post(NEW, {"title": "中国"})

    assert sorted(Cohort.objects.values_list("name", flat=True)) == ["montreal", "montreal-2"]


def test_a_cohort_is_called_otherwise(officer_client, cohort):
    officer_client.post(cohort.get_absolute_url(), {"title": "Chinese cities"})

    cohort.refresh_from_db()
    assert (cohort.title, cohort.name) == ("Chinese cities", "montreal-china")


def test_a_removed_cohort_is_offered_no_more_and_can_be_put_back(officer_client, compared, cohort):
    page = officer_client.post(f"{cohort.get_absolute_url()}remove/", follow=True).content.decode()

    assert "“China” is removed." in page
    assert f'action="{cohort.get_absolute_url()}put-back/"' in page
    assert compared(group="cohort:montreal-china").status_code == 404

    officer_client.post(f"{cohort.get_absolute_url()}put-back/")

    assert compared(group="cohort:montreal-china").status_code == 200


def test_a_cohort_for_everybody_is_changed_by_nobody(officer_client, japanese_ties):
    shared = Cohort.objects.get(name="japan")

    assert officer_client.post(f"{shared.get_absolute_url()}remove/").status_code == 403


def test_a_cohort_is_compared_like_any_group(compared, cohort, japanese_ties, hold):
    hold(cohort.relationships.all()[:3], 3, students=9)
    hold(japanese_ties[:3], 12, artists=4)

    page = compared(group="cohort:montreal-china").content.decode()

    assert "was 4.0 times as likely as “China”" in page
