"""The Celery application: the same tasks and the same schedule with Redis or with a folder."""

import os

from celery import Celery
from celery.signals import worker_ready
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinportal.settings")

TRANSPORT_ALIASES["filesystem"] = "twinportal.folder_broker:Transport"

app = Celery("twinportal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def look_at_once(**kwargs):
    """Run the daily work when a worker starts, for what fell due while it was off."""
    app.send_task("reports.tasks.daily")
