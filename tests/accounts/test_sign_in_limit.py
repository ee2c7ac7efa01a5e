"""Nobody guesses passwords, and nobody is locked out by another's guesses."""

import threading

import pytest
from django.core.cache import cache
from django.test import Client
from redis.exceptions import RedisError

from accounts import sign_in_limit
from accounts.models import User

PASSWORD = "a long password"


@pytest.fixture(autouse=True)
def _forgetful(time_machine):
    """Nothing is counted yet, and the window of a quarter of an hour does not end meanwhile."""
    time_machine.move_to("2026-03-02T18:01:00+00:00")
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def odile(officer):
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def enter(browser, account, password="a guess", **more):  # noqa: S107
    return browser.post("/sign-in/", {"username": account, "password": password}, **more)


def test_after_ten_tries_even_the_right_password_waits(client, odile, time_machine):
    tried = [enter(client, odile.email).status_code for _ in range(10)]

    answer = enter(client, odile.email.upper(), PASSWORD)

    assert set(tried) == {200}
    assert answer.status_code == 429
    assert "Too many attempts; try again in 14 minutes." in answer.text
    time_machine.move_to("2026-03-02T18:16:00+00:00")
    assert enter(client, odile.email, PASSWORD).status_code == 302


def test_an_account_that_does_not_exist_is_answered_alike(client, db):
    answers = [enter(client, "nobody@example.org") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429]


def test_one_address_tries_only_so_many_accounts(client, odile, monkeypatch):
    monkeypatch.setattr(sign_in_limit, "TRIES_BY_ADDRESS", 5)
    for number in range(5):
        enter(client, f"person{number}@example.org")

    assert enter(client, odile.email, PASSWORD).status_code == 429
    elsewhere = enter(client, odile.email, PASSWORD, REMOTE_ADDR="10.0.0.7")
    assert elsewhere.status_code == 302


def test_signing_in_rightly_is_never_too_often(odile, monkeypatch):
    monkeypatch.setattr(sign_in_limit, "TRIES_BY_ADDRESS", 3)

    answers = [enter(Client(), odile.email, PASSWORD).status_code for _ in range(12)]

    assert set(answers) == {302}


def test_guesses_from_elsewhere_do_not_lock_the_owner_out(odile):
    own, stranger = Client(), Client()
    enter(own, odile.email, PASSWORD)
    own.post("/sign-out/")
    for _ in range(12):
        enter(stranger, odile.email, REMOTE_ADDR="10.0.0.7")

    assert enter(stranger, odile.email, PASSWORD, REMOTE_ADDR="10.0.0.8").status_code == 429
    assert enter(own, odile.email, PASSWORD).status_code == 302


@pytest.mark.parametrize("cookie", ["forged", "", "W10:1:x"])
def test_a_forged_device_counts_as_none(odile, cookie):
    browser = Client()
    browser.cookies["known_device"] = cookie

    answers = [enter(browser, odile.email).status_code for _ in range(11)]

    assert answers[-1] == 429


@pytest.mark.parametrize(("behind", "counted"), [(None, "10.1.1.1"), (("X", "https"), "10.9.9.9")])
def test_a_client_does_not_choose_its_own_address(rf, settings, behind, counted):
    settings.SECURE_PROXY_SSL_HEADER = behind
    request = rf.get("/", REMOTE_ADDR="10.1.1.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 10.9.9.9")

    assert sign_in_limit.address_of(request) == counted


def test_the_administration_is_no_second_door(client, odile):
    User.objects.update(is_staff=True)
    sent = {"username": odile.email, "password": "a guess"}
    for _ in range(10):
        client.post("/admin/login/", sent)

    answer = client.post("/admin/login/", sent | {"password": PASSWORD})

    assert "Too many attempts" in answer.text


@pytest.mark.parametrize("fault", [RedisError("away"), PermissionError("not yours")])
def test_without_the_cache_one_still_signs_in_and_the_log_says_so(
    client, odile, monkeypatch, caplog, fault
):
    def away(*args, **kwargs):
        raise fault

    for act in ["add", "incr", "decr", "delete"]:
        monkeypatch.setattr(f"accounts.sign_in_limit.cache.{act}", away, raising=False)

    wrong = enter(client, odile.email)
    right = enter(client, odile.email, PASSWORD)

    assert (wrong.status_code, right.status_code) == (200, 302)
    assert "tries to sign in are not counted" in caplog.text


def test_a_count_that_ran_out_meanwhile_keeps_nobody_out(client, odile, monkeypatch):
    def ran_out(key):
        raise ValueError(key)

    monkeypatch.setattr("accounts.sign_in_limit.cache.decr", ran_out, raising=False)

    assert enter(client, odile.email, PASSWORD).status_code == 302


def test_tries_at_the_same_time_are_all_counted(rf):
    request = rf.get("/")
    allowed = []

    def guess():
        allowed.append(sign_in_limit.Tries(request, "odile@example.org").count())

    guesses = [threading.Thread(target=guess) for _ in range(60)]
    for thread in guesses:
        thread.start()
    for thread in guesses:
        thread.join()

    assert allowed.count(True) == sign_in_limit.TRIES_BY_ACCOUNT
