import pytest

from tests.factories import (
    CityFactory,
    CohortFactory,
    MembershipFactory,
    OfficeFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

COMPARE = "/dashboard/compare/"


@pytest.fixture
def recorded(our_ties, japanese_ties, hold):
    """3 of 15 tie-years of Montréal without government, 12 of 15 of Japan, same partners."""
    hold(our_ties[:3], 3, students=9)
    hold(our_ties[4:], 2, students=9)
    hold(japanese_ties[:3], 12, artists=4)


def test_it_opens_with_a_sentence_and_says_how_many_times_as_likely(compared, recorded):
    answer = compared()
    page = answer.content.decode()

    assert "“Japan, ties to compare with” was 4.0 times as likely as “Montréal”" in page
    assert "4.0&nbsp;×" in page
    assert "80.0 % (12/15) against 20.0 % (3/15)" in page


def test_what_is_left_out_is_counted_aloud(compared, recorded):
    page = compared().content.decode()

    assert "“Montréal”: 3 ties to partners both have. Left out: 2 ties." in page
    assert "Partners the other group does not have: 2." in page
    assert "Left out: 1 tie. Partners the other group does not have: 1." in page


def test_bars_stand_side_by_side_the_whole_group_beside_the_matched(compared, recorded):
    bars = compared().context["bars"]

    assert [(bar.name, tuple(bar.likelihood)) for bar in bars] == [
        ("Japan, ties to compare with", (12, 15)),
        ("Montréal", (3, 15)),
        ("Japan, ties to compare with", (12, 20)),
        ("Montréal", (5, 25)),
    ]


def test_each_count_opens_its_ties_which_add_up(compared, officer_client, recorded):
    bars = compared().context["bars"]

    for bar in bars:
        behind = officer_client.get(bar.address).context
        ties = behind["rows"]
        assert tuple(behind["total"]) == tuple(bar.likelihood)
        assert sum(row.likelihood.n for row in ties) == bar.likelihood.n
        assert sum(row.likelihood.of for row in ties) == bar.likelihood.of


def test_the_count_of_a_tie_opens_its_activities(compared, officer_client, recorded):
    montreal = compared().context["bars"][1]
    row = officer_client.get(montreal.address).context["rows"][0]

    found = officer_client.get(row.address).context["page_obj"]

    assert found.paginator.count == row.likelihood.n == 1


def test_ties_left_out_are_named_with_the_reason(compared, officer_client, recorded):
    (_sentence, address), _ = compared().context["left_out"]

    rows = officer_client.get(address).context["rows"]

    assert {(row.tie.partner, row.why) for row in rows} == {
        ("Partner 3", "“Japan, ties to compare with” has no tie to Partner 3."),
        ("Namur", "“Japan, ties to compare with” has no tie to Namur."),
    }


def test_partners_stand_with_the_cities_of_both_sides(compared, recorded):
    answer = compared()
    rows = answer.context["partners"]

    assert [row.partner.name for row in rows] == ["Partner 0", "Partner 1", "Partner 2"]
    assert [row.group[0].city for row in rows] == ["Montréal"] * 3
    assert [row.other[0].city for row in rows] == ["Nara 0", "Nara 1", "Nara 2"]
    assert '<span class="native" lang="zh">济南</span>' in answer.content.decode()


def test_both_denominators_can_be_read(compared, recorded, our_ties):
    our_ties[0].record_legal_status("ended", on=our_ties[0].start_date.replace(year=2017))

    answer = compared()
    page = answer.content.decode()

    assert answer.context["rows"][0].group.likelihood.of == 15
    assert answer.context["rows_otherwise"][0].group.likelihood.of == 12
    assert "Fixed panel: every listed tie, every year." in page
    assert "Exposure: the years in which a tie was in force for at least 183 days." in page


def test_a_base_of_none_has_no_ratio(compared, our_ties, japanese_ties, hold):
    hold(our_ties[:3], 3, government_role="lead")
    hold(japanese_ties[:3], 12, artists=4)

    page = compared().content.decode()

    assert "in none of 15: how many times as likely is not defined." in page
    assert "Not defined" in page


def test_what_is_not_on_record_is_no_zero(compared, our_ties, japanese_ties, hold):
    hold(our_ties[:3], 3, students=9)

    answer = compared()
    page = answer.content.decode()

    assert "What “Japan, ties to compare with” did in these years is not on record" in page
    assert [bar.name for bar in answer.context["bars"]] == ["Montréal", "Montréal"]
    assert not any(row.ratio or row.other.is_recorded for row in answer.context["rows"])
    assert "not on record</span>" in page


def test_too_few_tie_years_have_no_figure(compared, our_ties, japanese_ties, hold):
    hold(our_ties[:1], 1, students=9)
    hold(japanese_ties[:1], 1, students=9)

    page = compared(to=2015).content.decode()

    assert "Fewer than ten tie-years on one side: too few to say." in page


def test_groups_without_a_common_partner_say_so(compared, our_ties):
    ReferenceTieFactory(home_city__country="JP")

    assert "have no partner in common." in compared().content.decode()


def test_ties_of_both_groups_are_said_aloud(compared, our_ties, japanese_ties):
    page = compared(group="cohort:japan").content.decode()

    assert "4 ties belong to both groups and count in each." in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"other": "nonsense"}, "This is no group of ties."),
        ({"other": "country:ZZ"}, "This is no group of ties."),
        ({"other": "tier:montreal:best"}, "This is no group of ties."),
        ({"other": "cohort:\x00"}, "This is no group of ties."),
        ({"other": ""}, "This field is required."),
        ({"other": "office:montreal"}, "Choose two different groups"),
        ({"from": 2019, "to": 2015}, "The first year lies after the last one."),
        ({"from": 1950, "to": 2019}, "Choose at most 30 years."),
        ({"to": 2020}, "2020 is not over yet in every office of these ties."),
        ({"to": "9" * 5000}, "Enter a whole number."),
        ({"from": "²"}, "Enter a whole number."),
        ({"denominator": "all"}, "Select a valid choice."),
        ({"kind": "x" * 2000}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(compared, our_ties, asked, sentence):
    answer = compared(**asked)

    assert answer.status_code == 200
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("group", ["office:quebec", "tier:quebec:sister", "cohort:theirs"])
def test_groups_of_another_office_are_neither_offered_nor_found(
    compared, our_ties, other_office, group
):
    CohortFactory(name="theirs", office=other_office)

    assert compared(other=group).status_code == 404
    assert group not in compared().content.decode()


@pytest.mark.parametrize(
    "written", ["reference", "country:JP", "cohort:japan", "tier:montreal:sister"]
)
def test_every_kind_of_group_is_offered(compared, our_ties, japanese_ties, written):
    assert f'value="{written}"' in compared().content.decode()


def test_a_cohort_shows_no_tie_of_another_office(compared, our_ties, japanese_ties, other_office):

    hidden = RelationshipFactory(office=other_office)
    CohortFactory(name="mixed").relationships.set([hidden, *japanese_ties])

    answer = compared(other="cohort:mixed")

    assert len(answer.context["answer"].other.of("all")) == 4


def test_a_network_viewer_reads_counts_and_no_tie(compared, network_viewer, sign_in, recorded):
    browser = sign_in(network_viewer)

    answer = compared(browser)
    page = answer.content.decode()

    assert "80.0 % (12/15)" in page
    assert "Your role reads counts, not single ties." in page
    assert "Nara 0" not in page
    assert browser.get(f"{COMPARE}ties/?{answer.context['answer'].query}").status_code == 403


def test_who_views_another_network_reads_no_tie_of_it_either(
    compared, officer, sign_in, other_office, recorded
):

    other_office.shares_with_network = True
    other_office.save()
    RelationshipFactory(office=other_office)
    MembershipFactory(user=officer, office=other_office, role="network_viewer")

    answer = compared(sign_in(officer), other="office:quebec")

    assert answer.context["opens"] is False


def test_made_up_records_are_said_to_be(compared, officer, sign_in, recorded):
    made_up = OfficeFactory(is_demonstration=True, slug="made-up", name="Made up")
    MembershipFactory(user=officer, office=made_up)

    page = compared(sign_in(officer), other="office:made-up").content.decode()

    assert "Demonstration record: the activities of Made up are made up" in page


def test_a_page_of_partners_is_turned_within_the_same_question(compared, office, hold):

    for n in range(27):
        city = CityFactory(name=f"Partner {n:02}")
        RelationshipFactory(office=office, partner_city=city)
        ReferenceTieFactory(home_city=CityFactory(country="JP"), partner_city=city)

    answer = compared(page=2)

    assert [row.partner.name for row in answer.context["partners"]] == ["Partner 25", "Partner 26"]


def test_twenty_ties_ask_no_more_of_the_database_than_two(
    compared, office, django_assert_num_queries, django_assert_max_num_queries
):

    def add(number):
        for _ in range(number):
            city = CityFactory()
            RelationshipFactory(office=office, partner_city=city)
            ReferenceTieFactory(home_city=CityFactory(country="JP"), partner_city=city)

    add(2)
    compared()
    with django_assert_max_num_queries(50) as few:
        compared()
    add(18)

    with django_assert_num_queries(len(few)):
        answer = compared()

    assert len(answer.context["partners"]) == 20
