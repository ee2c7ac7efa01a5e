import uuid

import psycopg
import pytest
from django.db import connection

from tests.twinportal.portal import Portal


@pytest.fixture(scope="module")
def database_url(tmp_path_factory):
    """An empty database that processes can share, of the kind this run is on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'portal.sqlite3'}"
        return
    of = connection.settings_dict
    server = f"postgres://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT']}"
    name = f"portal_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as administration:
        administration.execute(f'CREATE DATABASE "{name}"')
        yield f"{server}/{name}"
        administration.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def broker_url():
    return "filesystem://localhost"


@pytest.fixture(scope="module")
def portal(tmp_path_factory, database_url, broker_url):
    """A portal with its tables made, for tests that start its processes."""
    portal = Portal(tmp_path_factory.mktemp("portal"), database_url, broker_url)
    portal.manage("migrate", "--verbosity=0")
    return portal
