"""Messages kept as files in a folder: Celery's broker on one machine, without a service.

Kombu's own version lets a reader find a file that is still being written, and half a message stops
the worker. Here a file appears whole, by a rename, or not at all.
"""

import os
import time
import uuid
from pathlib import Path
from queue import Empty

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


def options(folder: Path) -> dict:
    """The transport options for messages kept in ``folder``, which is made if it is missing."""
    data, control = folder / "data", folder / "control"
    data.mkdir(parents=True, exist_ok=True)
    control.mkdir(exist_ok=True)
    return {
        "data_folder_in": str(data),
        "data_folder_out": str(data),
        "control_folder": str(control),
        "polling_interval": 0.25,  # seconds; a page that waits for an edition feels prompt
    }


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **kwargs):
        folder = Path(self.data_folder_out)
        name = f"{time.time_ns()}_{uuid.uuid4()}"
        draft = folder / f"{name}.draft"
        try:
            draft.write_bytes(str_to_bytes(dumps(payload)))
            draft.rename(folder / f"{name}.{queue}.msg")
        except OSError as error:
            raise ChannelError(f"Cannot add a message to the folder {folder}.") from error

    def _get(self, queue):
        folder = Path(self.data_folder_in)
        ending = f".{queue}.msg"
        for name in sorted(name for name in os.listdir(folder) if name.endswith(ending)):
            taken = folder / f"{name}.taken"
            try:
                (folder / name).rename(taken)
            except FileNotFoundError:
                continue  # another worker was quicker
            message = loads(bytes_to_str(taken.read_bytes()))
            taken.unlink()
            return message
        raise Empty

    def _queue_bind(self, exchange, routing_key, pattern, queue):
        table = self._exchange_file(exchange)
        if not table.exists():
            self._begin(table)
        super()._queue_bind(exchange, routing_key, pattern, queue)

    def _begin(self, table):
        draft = table.with_name(f"{uuid.uuid4()}.draft")
        draft.write_bytes(b"[]")
        try:
            os.link(draft, table)
        except FileExistsError:
            pass  # another process has just begun it
        finally:
            draft.unlink()


class Transport(filesystem.Transport):
    Channel = Channel
