from accounts.models import Office
from tests.factories import ActivityFactory, RelationshipFactory


def test_a_network_viewer_reads_figures_and_neither_ties_nor_rows(office, network_viewer, sign_in):
    tie = RelationshipFactory(office=office)

    page = sign_in(network_viewer).get("/dashboard/").content.decode()

    assert "In any year, how likely is a tie to do something?" in page
    assert str(tie) not in page
    assert "/activities/?" not in page


def test_a_councillor_reads_the_ties_too(office, councillor_client):
    tie = RelationshipFactory(office=office)

    page = councillor_client.get("/dashboard/").content.decode()

    assert str(tie) in page
    assert "/activities/?" in page


def test_an_office_that_does_not_share_shows_a_network_viewer_nothing_and_says_so(
    office, network_viewer, sign_in
):
    Office.objects.update(shares_with_network=False)

    answer = sign_in(network_viewer).get("/dashboard/")

    assert answer.status_code == 403
    assert "This office does not share its figures with networks." in answer.content.decode()


def test_the_api_gives_a_network_viewer_no_summary_of_an_office_that_does_not_share(
    office, network_viewer, sign_in
):
    Office.objects.update(shares_with_network=False)

    answer = sign_in(network_viewer).get(f"/api/summaries/{office.slug}/2025/")

    assert answer.status_code == 403


def test_a_network_viewer_sees_no_dot_of_a_tie(office, network_viewer, sign_in):
    ActivityFactory(relationships=[RelationshipFactory(office=office)], students=3)

    answer = sign_in(network_viewer).get("/dashboard/")

    assert answer.context["quadrant"] is None
    assert "Who is busy, and with whom?" not in answer.content.decode()
