import shutil
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

ROOMS = ["accounts", "relationships", "activities", "reports", "twinportal"]
LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports; exit(lint_imports())"]


def lint(folder):
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True)


@pytest.fixture
def copy_of_the_rooms(tmp_path):
    """The rooms without their other files, under the same contracts."""
    shutil.copy(settings.BASE_DIR / "pyproject.toml", tmp_path)
    for room in ROOMS:
        shutil.copytree(
            settings.BASE_DIR / room,
            tmp_path / room,
            ignore=lambda folder, names: [name for name in names if "__pycache__" in name],
        )
    return tmp_path


def test_imports_point_one_way():
    verdict = lint(settings.BASE_DIR)

    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("accounts/roles.py", "import reports.models"),
        ("relationships/apps.py", "import activities.models"),
        ("activities/apps.py", "import twinportal.urls"),
        ("reports/metrics/years.py", "import django"),
        ("twinportal/widgets.py", "import accounts.models"),
    ],
)
def test_an_import_against_the_arrows_is_noticed(copy_of_the_rooms, file, line):
    path = copy_of_the_rooms / file
    path.write_text(f"{line}\n{path.read_text()}")

    verdict = lint(copy_of_the_rooms)

    assert verdict.returncode == 1, verdict.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
