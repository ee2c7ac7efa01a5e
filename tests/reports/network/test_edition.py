"""The edition of a network: what it sums up, who reads it, and when it is withheld."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Office
from reports import jobs
from reports.metrics import last_complete_year
from reports.models import JobRun, NetworkEdition
from reports.network.editions.building import (
    as_of_network,
    build_network_edition,
    request_network_edition,
)
from reports.network.editions.formats import RENDERERS
from reports.network.sharing import VIEW, sharing_with
from reports.tasks import QUEUE_AGAIN
from reports.tasks import build_network_edition as task
from tests.factories import ActivityFactory, MembershipFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


def read(file):
    with file.file.open() as source:
        return source.read()


def test_it_says_what_the_page_of_the_network_says(built, network_client):
    told = network_client.get("/network/json/?year=2025").json()

    content = built.summary
    assert content["ties"] == told["ties"] == 10
    assert content["countries"] == told["countries"]
    assert content["kinds"] == told["kinds"]
    assert {row["status"]: row["ties"] for row in content["statuses"]} == told["statuses"]
    assert {row["class"]: row["panel"] for row in content["likelihoods"]} == told["every_year"]


def test_it_counts_only_offices_that_share(built, network):
    assert set(built.offices.all()) == {*network, Office.objects.get(slug="montreal")}
    assert (built.summary["ties"], built.silent) == (10, 1)


def test_no_tie_no_title_and_no_person_is_in_any_file(built):
    written = b" ".join(
        read(file) for file in built.files.filter(format__in=["csv", "json", "txt"])
    )

    assert built.files.count() == len(RENDERERS)
    assert b"Canary" not in written
    assert "Canary" not in str(built.summary)


def test_frozen_figures_never_change(built, network):
    RelationshipFactory(office=network[0])
    built.silent = 0

    with pytest.raises(ValidationError, match="does not change"):
        built.save()
    assert NetworkEdition.objects.get().summary["ties"] == 10


def test_building_twice_changes_nothing(built):
    before = set(built.files.values_list("pk", "sha256"))

    task(edition_id=built.pk)

    assert set(built.files.values_list("pk", "sha256")) == before


def test_a_second_task_takes_the_figures_of_the_first(edition, network):
    late = NetworkEdition.objects.select_related("job_run").get()
    build_network_edition(edition=edition)
    RelationshipFactory(office=network[0])

    build_network_edition(edition=late)

    assert late.sha256 == edition.sha256
    assert late.files.count() == len(RENDERERS)


def test_an_office_that_stopped_before_it_is_built_is_left_out(edition, network):
    Office.objects.filter(pk=network[0].pk).update(shares_with_network=False)

    build_network_edition(edition=edition)

    assert network[0] not in edition.offices.all()
    assert (edition.summary["ties"], edition.silent) == (8, 2)


def test_it_is_withheld_once_an_office_in_it_stops(built, network, network_client):
    addresses = [built.get_absolute_url(), f"{built.get_absolute_url()}csv/"]
    Office.objects.filter(pk=network[0].pk).update(shares_with_network=False)

    answers = [network_client.get(address) for address in addresses]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert "so it is withheld" in answers[0].content.decode()
    assert "1 edition is withheld" in network_client.get("/network/editions/").content.decode()


def test_who_looks_in_fewer_offices_reads_none_of_it(built, network, officer, sign_in):
    MembershipFactory(user=officer, office=network[0], role="network_viewer")

    assert not NetworkEdition.objects.visible_to(officer, VIEW).exists()
    assert sign_in(officer).get(built.get_absolute_url()).status_code == 404


def test_where_nothing_is_shared_nothing_is_made(network_viewer):
    Office.objects.update(shares_with_network=False)

    with pytest.raises(ValidationError, match="Nothing is shared yet"):
        request_network_edition(
            sharing=sharing_with(network_viewer), year=2025, as_of=date(2025, 12, 31),
            language="en-ca",
        )  # fmt: skip
    assert not JobRun.objects.exists()


@pytest.mark.parametrize(
    ("months", "today", "as_of"),
    [
        ((1, 1), date(2026, 6, 1), date(2025, 12, 31)),
        ((1, 4), date(2026, 6, 1), date(2026, 3, 31)),
        ((1, 4), date(2026, 2, 1), date(2026, 2, 1)),
    ],
)
def test_the_year_is_over_in_every_office_or_the_day_is_today(months, today, as_of):
    offices = [Office(fiscal_year_start_month=month) for month in months]

    assert as_of_network(offices=offices, year=2025, today=today) == as_of


def test_a_lost_edition_is_queued_again(edition):
    queued = []

    jobs.sweep(
        now=timezone.now() + timezone.timedelta(hours=1),
        queue_again=dict.fromkeys(QUEUE_AGAIN, queued.append),
    )

    assert queued == [edition.job_run]


def test_french_is_french(edition):
    edition.language = "fr-ca"
    edition.save()

    build_network_edition(edition=edition)

    assert edition.summary["as_of_text"] == "31 décembre 2025"
    assert edition.file_name("pdf") == "twinning-network-2025-fr.pdf"


def test_asking_for_one_on_the_page_makes_it(
    network, network_client, django_capture_on_commit_callbacks
):
    year = last_complete_year(timezone.localdate(), 1)

    with django_capture_on_commit_callbacks(execute=False) as queued:
        answer = network_client.post("/network/editions/", {"year": year, "language": "fr-ca"})

    made = NetworkEdition.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.year, made.language, made.requested_by.name) == (year, "fr-ca", "Nadine")
    assert len(queued) == 1


def test_two_clicks_make_one_edition(network, network_client):
    year = last_complete_year(timezone.localdate(), 1)
    asked = {"year": year, "language": "en-ca"}

    addresses = {network_client.post("/network/editions/", asked).url for _ in range(2)}

    assert addresses == {NetworkEdition.objects.get().get_absolute_url()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": "2999", "language": "en-ca"},
        {"year": "9" * 40, "language": "en-ca"},
        {"year": "20\x0025", "language": "en-ca"},
        {"year": "2024", "language": "tlh"},
    ],
)
def test_what_cannot_be_made_is_told(wrong, network, network_client):
    answer = network_client.post("/network/editions/", wrong)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not NetworkEdition.objects.exists()


def test_the_page_shows_how_far_it_is_and_then_the_figures(edition, network_client):
    waiting = network_client.get(edition.get_absolute_url()).content.decode()
    build_network_edition(edition=edition)

    page = network_client.get(edition.get_absolute_url()).content.decode()

    assert "Step 0 of 7" in waiting
    assert edition.sha256 in page
    assert "Canary" not in page


def test_an_edition_that_failed_can_be_made_again(edition, network_client, monkeypatch):
    monkeypatch.setitem(RENDERERS, "csv", lambda content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_network_edition(edition=edition)
    monkeypatch.undo()

    network_client.post(f"{edition.get_absolute_url()}again/")

    job_run = JobRun.objects.get()
    assert (job_run.state, job_run.note) == ("queued", "")


@pytest.mark.parametrize("n", [2, 20])
def test_the_list_asks_as_often_for_many_editions_as_for_few(
    n, network, network_viewer, network_client, django_assert_max_num_queries
):
    for _number in range(n):
        request_network_edition(
            sharing=sharing_with(network_viewer), year=2025, as_of=date(2025, 12, 31),
            language="en-ca",
        )  # fmt: skip

    with django_assert_max_num_queries(12):
        assert network_client.get("/network/editions/").status_code == 200


def test_an_edition_asks_as_often_whatever_it_sums_up(
    built, network_client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(11):
        network_client.get(built.get_absolute_url())


def test_an_activity_recorded_later_is_not_in_it(built, network, network_client):
    tie = network[0].relationships.first()
    before = network_client.get(built.get_absolute_url()).context["article"]

    ActivityFactory(relationships=[tie], when="2024-06-01", students=4)

    assert network_client.get(built.get_absolute_url()).context["article"] == before


def test_offices_without_a_tie_give_an_edition_that_says_so(network_viewer, network_client):
    edition = request_network_edition(
        sharing=sharing_with(network_viewer), year=2025, as_of=date(2025, 12, 31),
        language="en-ca",
    )  # fmt: skip

    build_network_edition(edition=edition)

    page = network_client.get(edition.get_absolute_url()).content.decode()
    assert "There are no relationships to report on yet. The one office" in page
    assert "By country of the partner" not in page
