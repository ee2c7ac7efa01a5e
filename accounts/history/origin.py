from celery import current_task


def task_running() -> str | None:
    """The name of the task that is at work, for what no person does by hand."""
    return current_task.name if current_task else None
