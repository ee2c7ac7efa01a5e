import json

import pytest
from django.core.management import CommandError, call_command

from reports.models import Edition


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
