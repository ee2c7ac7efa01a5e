import threading

import pytest
from kombu import Connection

from twinportal import folder_broker


@pytest.fixture
def connect(tmp_path):
    """Open connections to one broker that keeps its messages in a folder."""
    options = folder_broker.options(tmp_path) | {"polling_interval": 0.01}
    # Kombu remembers per process which queues exist; every test begins knowing none.
    folder_broker.Transport.global_state.clear()
    return lambda: Connection(transport=folder_broker.Transport, transport_options=options)


def test_messages_come_out_in_the_order_they_went_in(connect):
    with connect() as connection, connection.SimpleQueue("jobs") as queue:
        for number in range(5):
            queue.put({"number": number})

        received = [queue.get(timeout=2) for _ in range(5)]

    assert [message.payload["number"] for message in received] == [0, 1, 2, 3, 4]


def test_a_queue_sees_only_its_own_messages(connect):
    with (
        connect() as connection,
        connection.SimpleQueue("jobs") as jobs,
        connection.SimpleQueue("mail") as mail,
    ):
        jobs.put({"for": "jobs"})

        with pytest.raises(mail.Empty):
            mail.get(timeout=0.1)


def test_a_message_taken_leaves_no_file(connect, tmp_path):
    with connect() as connection, connection.SimpleQueue("jobs") as queue:
        queue.put({"number": 1})
        queue.get(timeout=2).ack()

    assert list((tmp_path / "data").iterdir()) == []


def test_a_message_taken_but_not_finished_comes_back(connect):
    with connect() as connection, connection.SimpleQueue("jobs") as queue:
        queue.put({"number": 1})
        queue.get(timeout=2)

    with connect() as connection, connection.SimpleQueue("jobs") as queue:
        assert queue.get(timeout=2).payload == {"number": 1}


def test_a_reader_never_meets_half_a_message(connect):
    large = "x" * 200_000

    def write():
        with connect() as connection, connection.SimpleQueue("jobs") as queue:
            for _ in range(100):
                queue.put(large)

    writer = threading.Thread(target=write)
    with connect() as connection, connection.SimpleQueue("jobs") as queue:
        writer.start()
        received = []
        for _ in range(100):
            message = queue.get(timeout=10)
            received.append(message.payload)
            message.ack()
    writer.join()

    assert received == [large] * 100
