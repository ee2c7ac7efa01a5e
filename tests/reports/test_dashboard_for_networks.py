from tests.factories import RelationshipFactory


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
