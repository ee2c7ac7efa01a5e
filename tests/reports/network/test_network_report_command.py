import json

import pytest
from django.core.management import CommandError, call_command

from reports.models import NetworkEdition

pytestmark = pytest.mark.django_db


def test_the_command_writes_what_it_keeps(network, network_viewer, capsys):
    call_command("network_report", viewer=network_viewer.email, year=2024, format="json")

    written = json.loads(capsys.readouterr().out)
    kept = NetworkEdition.objects.get()
    assert written.pop("imprint")["sha256"] == kept.sha256
    assert written == kept.summary


def test_the_command_writes_paper_in_french(network, network_viewer, tmp_path):
    path = tmp_path / "network.pdf"

    call_command(
        "network_report", viewer=network_viewer.email, year=2024, format="pdf",
        language="fr-ca", output=path,
    )  # fmt: skip

    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"viewer": "nobody@nowhere.example"}, "Nobody signs in as “nobody@nowhere.example”"),
        ({"year": 2999}, "--year 2999: give a year from"),
        ({"year": 0}, "--year 0: give a year from"),
        ({"output": "/no/such/folder/x"}, "No such file or directory"),
    ],
)
def test_the_command_says_what_is_wrong(network, network_viewer, wrong, sentence):
    options = {"viewer": network_viewer.email, "year": 2024} | wrong
    arguments = [f"--{name}={value}" for name, value in options.items()]

    with pytest.raises(CommandError, match=sentence):
        call_command("network_report", *arguments)


def test_who_reads_for_no_network_is_told(officer):
    with pytest.raises(CommandError, match="Nothing is shared yet"):
        call_command("network_report", viewer=officer.email, year=2024)


def test_an_edition_that_is_being_made_is_left_alone(edition, network_viewer):
    with pytest.raises(CommandError, match="The edition is being made"):
        call_command("network_report", viewer=network_viewer.email, year=2025, language="en-ca")

    assert NetworkEdition.objects.get() == edition
