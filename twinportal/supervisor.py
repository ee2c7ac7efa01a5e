"""Serve the portal on this machine: a web server, and beside it a worker that keeps the schedule.

Both end when either ends, or when this process is asked to stop (SIGTERM, Ctrl-C); work that has
begun is finished first.
"""

import argparse
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time

HOST = "127.0.0.1"
GRACE = 30  # seconds for work that has begun
PR_SET_PDEATHSIG = 1


def main() -> int:
    port = arguments().port
    if in_use(port):
        print(f"Port {port} is in use. Choose another: make run PORT={port + 1}", file=sys.stderr)
        return 1
    os.environ.setdefault("TWINPORTAL_ADDRESS", f"http://{HOST}:{port}")
    signal.signal(signal.SIGTERM, stop)
    children = {}
    try:
        children["The web server"] = start(web(port))
        children["The worker"] = start(worker())
        announce(port, children)
        ended = wait_for_an_end(children)
        print(f"{ended} ended by itself, so everything stops.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        end(children.values())


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    return parser.parse_args()


def web(port: int) -> list[str]:
    options = ["--workers=2", "--threads=4", "--timeout=60", f"--graceful-timeout={GRACE - 5}"]
    quiet = ["--log-level=warning", "--no-control-socket"]
    return ["gunicorn", "twinportal.wsgi", f"--bind={HOST}:{port}", *options, *quiet]


def worker() -> list[str]:
    # Alone on this machine, it has no other worker to greet.
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return ["celery", "-A", "twinportal", "-q", "worker", "-B", "-c2", "--loglevel=INFO", *alone]


def start(command: list[str]) -> subprocess.Popen:
    """Start a child out of reach of the terminal's Ctrl-C, which would cut its work short."""
    return subprocess.Popen(
        [sys.executable, "-m", *command], start_new_session=True, preexec_fn=follow_the_parent
    )


def follow_the_parent() -> None:
    """Let the kernel stop this child should the supervisor be killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(*args) -> None:
    raise KeyboardInterrupt


def announce(port: int, children: dict[str, subprocess.Popen]) -> None:
    """Say where the portal is, as soon as it is there."""
    while all(child.poll() is None for child in children.values()):
        if in_use(port):
            print(f"Twinportal is at http://{HOST}:{port}/ (Ctrl-C stops it).", flush=True)
            return
        time.sleep(0.1)


def in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def wait_for_an_end(children: dict[str, subprocess.Popen]) -> str:
    while True:
        for name, child in children.items():
            if child.poll() is not None:
                return name
        time.sleep(0.5)


def end(children) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for child in children:
        child.terminate()
    deadline = time.monotonic() + GRACE
    for child in children:
        try:
            child.wait(timeout=max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


if __name__ == "__main__":
    sys.exit(main())
