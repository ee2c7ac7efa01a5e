# Django loads this package first, so Celery's application exists before any task is declared.
from twinportal.celery import app as celery_app

__all__ = ["celery_app"]
