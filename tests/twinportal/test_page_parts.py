"""Navigation, sortable heads, filters in force, pages: the parts that read the address."""

import django_filters
import pytest
from django.core.paginator import Paginator
from django.template import engines

from accounts.models import Office, User


class OfficeFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label="Find an office")
    language = django_filters.ChoiceFilter(
        label="Language", choices=[("en-ca", "English"), ("fr-ca", "French")]
    )
    fiscal_year_start_month = django_filters.RangeFilter(label="First month")
    sort = django_filters.OrderingFilter(label="Sort by", fields=["name"])

    class Meta:
        model = Office
        fields = []


def render(source, request, **context):
    template = engines["django"].from_string("{% load page %}" + source)
    return template.render(context, request)


@pytest.fixture
def anonymous(rf):
    def get(address):
        from django.contrib.auth.models import AnonymousUser

        request = rf.get(address)
        request.user = AnonymousUser()
        return request

    return get


def test_a_link_is_current_on_its_page(anonymous):
    request = anonymous("/activities/")

    link = render('{% nav_link "activity_list" "Activities" %}', request)

    assert 'href="/activities/" aria-current="page"' in link


def test_a_link_is_current_in_part_below_its_page(anonymous):
    request = anonymous("/activities/7/")

    link = render('{% nav_link "activity_list" "Activities" %}', request)

    assert 'aria-current="true"' in link


def test_a_link_elsewhere_is_not_current(anonymous):
    request = anonymous("/sign-in/")

    link = render('{% nav_link "activity_list" "Activities" %}', request)

    assert "aria-current" not in link


def test_a_head_sorts_upwards_first_and_keeps_the_filters(anonymous):
    request = anonymous("/activities/?q=Jinan&page=3")

    head = render('{% sort_header "name" "Relationship" %}', request)

    assert 'href="?q=Jinan&amp;sort=name"' in head
    assert "aria-sort" not in head


def test_a_head_that_sorts_already_turns_round(anonymous):
    request = anonymous("/activities/?sort=name")

    head = render('{% sort_header "name" "Relationship" %}', request)

    assert 'href="?sort=-name"' in head
    assert 'aria-sort="ascending"' in head


@pytest.mark.django_db
def test_filters_in_force_are_said_in_words_and_can_be_removed_one_by_one(anonymous):
    request = anonymous("/?language=fr-ca&name=Qu%C3%A9bec&sort=name&page=2")
    filters = OfficeFilter(request.GET)

    chips = render("{% applied_filters filter %}", request, filter=filters)

    assert "Language: French" in chips
    assert "Find an office: Québec" in chips
    assert "Sort by" not in chips
    assert 'href="/?name=Qu%C3%A9bec&amp;sort=name"' in chips


@pytest.mark.django_db
def test_a_range_is_removed_with_both_its_ends(anonymous):
    request = anonymous(
        "/?fiscal_year_start_month_min=3&fiscal_year_start_month_max=5&language=fr-ca"
    )
    filters = OfficeFilter(request.GET)

    chips = render("{% applied_filters filter %}", request, filter=filters)

    assert "First month: 3, 5" in chips
    assert 'href="/?language=fr-ca"' in chips


@pytest.mark.django_db
def test_without_filters_there_are_no_chips(anonymous):
    request = anonymous("/?language=&name=")

    chips = render("{% applied_filters filter %}", request, filter=OfficeFilter(request.GET))

    assert "applied" not in chips


def test_pages_keep_the_filters(anonymous):
    request = anonymous("/activities/?q=Jinan&page=2")
    page = Paginator(range(120), 50).page(2)

    pager = render('{% include "parts/pager.html" %}', request, page_obj=page)

    assert "51 to 100 of 120" in pager
    assert 'href="?q=Jinan&amp;page=3"' in pager
    assert 'href="?q=Jinan"' in pager


def test_one_page_has_no_pager(anonymous):
    page = Paginator(range(3), 50).page(1)

    pager = render('{% include "parts/pager.html" %}', anonymous("/"), page_obj=page)

    assert pager.strip() == ""


@pytest.mark.django_db
def test_the_frame_names_person_and_role_and_offers_what_the_role_allows(client, officer):
    client.force_login(officer)

    page = client.get("/activities/").content.decode()

    assert "Officer, Montréal" in page
    assert "Record an activity" in page
    assert '<html lang="en-ca">' in page


@pytest.mark.django_db
def test_who_may_only_read_is_not_offered_to_record(client, councillor):
    client.force_login(councillor)

    page = client.get("/activities/").content.decode()

    assert "Record an activity" not in page


@pytest.mark.django_db
def test_every_page_of_a_demonstration_says_so(client, officer, office):
    Office.objects.filter(pk=office.pk).update(is_demonstration=True)
    client.force_login(officer)

    page = client.get("/activities/").content.decode()

    assert "Demonstration record: the activities of Montréal are made up" in page


@pytest.mark.django_db
def test_the_language_is_changed_by_a_button_in_that_language(client):
    client.post("/language/", {"language": "fr-ca", "next": "/sign-in/"})

    page = client.get("/sign-in/").content.decode()

    assert '<html lang="fr-ca">' in page
    assert 'value="en-ca" lang="en-ca">English</button>' in page


def test_a_person_is_kept_by_the_frame_for_one_query(
    client, officer, django_assert_max_num_queries
):
    client.force_login(officer)
    request = type("Request", (), {"user": User.objects.get(pk=officer.pk)})
    from accounts.context_processors import memberships

    with django_assert_max_num_queries(1):
        roles = memberships(request)["memberships"]
        offices = [role.office.name for role in roles] + [role.office.name for role in roles]

    assert offices == ["Montréal", "Montréal"]
