"""Two stand-ins are supervised here; test_embedded.py starts the real web server and worker."""

import os
import signal
import socket
import subprocess
import sys

import pytest
from django.conf import settings

from tests.twinportal.portal import Process, free_port, is_alive, wait_until

SUPERVISE = """
import sys
from twinportal.supervisor import supervise
sleep = [sys.executable, "-c", "import time; time.sleep(120)"]
sys.exit(supervise({"One": sleep, "Two": sleep}, lambda: True, "Both are up."))
"""


def start(log, **options):
    with log.open("w") as output:
        return subprocess.Popen(
            [sys.executable, "-c", SUPERVISE],
            cwd=settings.BASE_DIR,
            stdout=output,
            stderr=output,
            **options,
        )


@pytest.fixture
def supervisor(tmp_path):
    """A supervisor whose two stand-ins are up."""
    process = Process(tmp_path / "log", start(tmp_path / "log"))
    process.wait_for("Both are up.")
    yield process
    process.popen.kill()
    process.popen.wait()


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_stops_both(supervisor, name):
    children = supervisor.children()

    supervisor.popen.send_signal(name)

    assert supervisor.popen.wait(timeout=20) == 0
    assert len(children) == 2
    assert not any(is_alive(pid) for pid in children)


def test_started_in_the_background_where_ctrl_c_is_ignored_it_still_stops(tmp_path):
    log = tmp_path / "log"
    popen = start(log, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    Process(log, popen).wait_for("Both are up.")

    popen.terminate()

    assert popen.wait(timeout=20) == 0


@pytest.mark.parametrize(("victim", "name"), [(0, "One"), (1, "Two")])
def test_when_one_ends_the_other_is_stopped(supervisor, victim, name):
    children = supervisor.children()

    os.kill(children[victim], signal.SIGKILL)

    assert supervisor.popen.wait(timeout=20) == 1
    assert f"{name} ended by itself" in supervisor.log.read_text()
    assert not any(is_alive(pid) for pid in children)


def test_killed_it_leaves_nothing_behind(supervisor):
    children = supervisor.children()

    supervisor.popen.kill()

    assert wait_until(lambda: not any(is_alive(pid) for pid in children), within=20)


def test_a_port_in_use_is_said_at_once():
    port = free_port()

    with socket.create_server(("127.0.0.1", port)):
        run = subprocess.run(
            [sys.executable, "-m", "twinportal.supervisor", "--port", str(port)],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            timeout=30,
        )

    assert run.returncode == 1
    assert f"Port {port} is in use." in run.stderr
