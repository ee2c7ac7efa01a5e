from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        from activities.signals import activities_recorded
        from reports.listening import queue_resolution

        activities_recorded.connect(queue_resolution, dispatch_uid="reports.queue_resolution")
