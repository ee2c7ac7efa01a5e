import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from reports.editions.building import request_edition
from reports.models import Edition
from tests.factories import ActivityFactory


def test_the_command_writes_what_it_keeps(ties, capsys):
    call_command("annual_report", office="montreal", year=2019, format="json")

    written = json.loads(capsys.readouterr().out)
    assert written.pop("imprint")["state"] == "draft"
    assert written == Edition.objects.get().summary
    assert written["as_of"] == "2019-12-31"


@pytest.mark.parametrize(
    ("format", "start"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")]
)
def test_the_command_writes_files(ties, tmp_path, format, start):
    path = tmp_path / f"report.{format}"

    call_command("annual_report", office="montreal", year=2019, format=format, output=path)

    assert path.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"office": "atlantis"}, "There is no office “atlantis”"),
        ({"as_of": "2999-01-01"}, "lies in the future"),
        ({"year": 2999}, "from 1945 to"),
        ({"year": 0}, "from 1945 to"),
        ({"output": "/no/such/folder/x"}, "No such file or directory"),
    ],
)
def test_the_command_says_what_is_wrong(ties, wrong, sentence):
    options = {"office": "montreal", "year": 2019, "format": "txt"} | wrong
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]

    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("annual_report", *arguments)
    assert refused.value.returncode == 2


def test_a_second_call_makes_the_same_draft_anew(ties, capsys):
    call_command("annual_report", office="montreal", year=2019, format="json")
    before = Edition.objects.get()
    ActivityFactory(relationships=[ties[0]], when="2019", title="Entered later")

    call_command("annual_report", office="montreal", year=2019, format="txt")

    after = Edition.objects.get()
    assert (after.pk, after.files.count()) == (before.pk, before.files.count())
    assert "Entered later" in {row["title"] for row in after.summary["activities"]}


def test_a_draft_that_is_being_made_is_left_alone(office, ties):
    request_edition(office=office, year=2019, as_of=date(2019, 12, 31), language=office.language)

    with pytest.raises(CommandError, match="The edition is being made"):
        call_command("annual_report", office="montreal", year=2019, format="txt")
