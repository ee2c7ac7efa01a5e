import pytest
from django.conf import settings

from twinportal.celery import app


@pytest.mark.parametrize(
    "entry", settings.CELERY_BEAT_SCHEDULE.values(), ids=settings.CELERY_BEAT_SCHEDULE
)
def test_what_the_schedule_wakes_exists(entry):
    app.loader.import_default_modules()

    assert entry["task"] in app.tasks


@pytest.mark.parametrize(
    "entry", settings.CELERY_BEAT_SCHEDULE.values(), ids=settings.CELERY_BEAT_SCHEDULE
)
def test_a_wake_up_expires_before_the_next_one(entry):
    schedule = entry["schedule"]
    seconds = schedule if isinstance(schedule, int) else 24 * 3600

    assert entry["options"]["expires"] < seconds


def test_a_task_ends_before_its_message_is_given_to_another_worker():
    assert settings.CELERY_TASK_SOFT_TIME_LIMIT < settings.CELERY_TASK_TIME_LIMIT < 300
