"""The secret key of an embedded portal: made once, kept beside its data."""

import os
import secrets
from pathlib import Path


def kept_in(path: Path) -> str:
    """Read the key, or make it; only the owner of the process can read the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process was quicker; its key counts
        finally:
            draft.unlink()
    return path.read_text()
