"""A portal whose processes are started for real, with a folder and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass
class Portal:
    folder: Path
    database_url: str
    broker_url: str

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "twinportal.settings",
            "TWINPORTAL_DEMO": "1",
            "TWINPORTAL_EMBEDDED": "1",
            "TWINPORTAL_VAR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "CELERY_BROKER_URL": self.broker_url,
            "PYTHONUNBUFFERED": "1",
        }

    def manage(self, *arguments: str) -> str:
        """Run a management command and return what it says; it must succeed."""
        run = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout.strip()

    def run(self, program: str) -> str:
        """Run a program in the portal, the models at hand, and return what it prints."""
        return self.manage("shell", "--verbosity=0", "--command", program)

    def ask(self, expression: str) -> str:
        """The text of an expression over the models, worked out by the portal."""
        return self.run(f"print({expression})")

    @contextmanager
    def running(self, *module_and_arguments: str):
        """A process of the portal; it is stopped, at the latest, when the block ends."""
        log = self.folder / f"{uuid.uuid4()}.log"
        with log.open("w") as output:
            process = Process(log=log, popen=self._start(module_and_arguments, output))
            try:
                yield process
            finally:
                process.popen.terminate()
                process.popen.wait(timeout=60)

    def _start(self, module_and_arguments, output):
        return subprocess.Popen(
            [sys.executable, "-m", *module_and_arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


@dataclass
class Process:
    log: Path
    popen: subprocess.Popen

    def wait_for(self, sentence: str, within: float = 30) -> None:
        """Wait until the process has said something."""
        assert wait_until(lambda: sentence in self.log.read_text(), within), self.log.read_text()

    def children(self) -> list[int]:
        """The numbers of its child processes, oldest first."""
        path = Path(f"/proc/{self.popen.pid}/task/{self.popen.pid}/children")
        return [int(pid) for pid in path.read_text().split()]


def is_alive(pid: int) -> bool:
    """Whether a process still runs; one that ended and was not yet fetched does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition, within: float = 30) -> bool:
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
