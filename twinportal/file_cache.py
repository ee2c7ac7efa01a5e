"""A cache in a folder that counts: Django's own loses counts when two processes add at once, and
throws entries away at random once there are a few hundred.
"""

from contextlib import contextmanager
from pathlib import Path

from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks


class CountingFileCache(FileBasedCache):
    def __init__(self, folder, params):
        super().__init__(folder, params)
        self._max_entries = params.get("OPTIONS", {}).get("MAX_ENTRIES", 100_000)

    def add(self, *args, **kwargs):
        with self._alone():
            return super().add(*args, **kwargs)

    def incr(self, *args, **kwargs):
        with self._alone():
            return super().incr(*args, **kwargs)

    @contextmanager
    def _alone(self):
        folder = Path(self._dir)
        folder.mkdir(0o700, parents=True, exist_ok=True)
        with open(folder / "lock", "w") as lock:
            locks.lock(lock, locks.LOCK_EX)
            yield
