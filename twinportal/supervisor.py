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
    with_interpreter = [sys.executable, "-m"]
    return supervise(
        {
            "The web server": [*with_interpreter, *web(port)],
            "The worker": [*with_interpreter, *worker()],
        },
        is_ready=lambda: in_use(port),
        welcome=f"Twinportal is at http://{HOST}:{port}/ (Ctrl-C stops it).",
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    return parser.parse_args()


def in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def web(port: int) -> list[str]:
    options = ["--workers=2", "--threads=4", "--timeout=60", f"--graceful-timeout={GRACE - 5}"]
    quiet = ["--log-level=warning", "--no-control-socket"]
    return ["gunicorn", "twinportal.wsgi", f"--bind={HOST}:{port}", *options, *quiet]


def worker() -> list[str]:
    # Alone on this machine, it has no other worker to greet.
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return ["celery", "-A", "twinportal", "-q", "worker", "-B", "-c2", "--loglevel=INFO", *alone]


def supervise(commands: dict[str, list[str]], is_ready, welcome: str) -> int:
    """Run named commands together, and say so once they are ready.

    Returns 0 if it was asked to stop, 1 if a command ended by itself.
    """
    signal.signal(signal.SIGTERM, interrupt)
    children = {}
    try:
        for name, command in commands.items():
            children[name] = start(command)
        ended = watch(children, is_ready, welcome)
        print(f"{ended} ended by itself, so everything stops.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        end(children.values())


def interrupt(*args) -> None:
    raise KeyboardInterrupt


def start(command: list[str]) -> subprocess.Popen:
    """Start a child out of reach of the terminal's Ctrl-C, which would cut its work short."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=follow_the_parent)


def follow_the_parent() -> None:
    """Let the kernel stop this child should the supervisor be killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def watch(children: dict[str, subprocess.Popen], is_ready, welcome: str) -> str:
    """Welcome when ready; return the name of the first child that ends."""
    welcomed = False
    while True:
        for name, child in children.items():
            if child.poll() is not None:
                return name
        if not welcomed and is_ready():
            print(welcome, flush=True)
            welcomed = True
        time.sleep(0.5 if welcomed else 0.1)


def end(children) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, signal.SIG_IGN)
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
