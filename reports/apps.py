from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        from activities.signals import activities_recorded, activity_planned
        from reports.listening import answer_with_plan, queue_resolution

        activities_recorded.connect(queue_resolution, dispatch_uid="reports.queue_resolution")
        activity_planned.connect(answer_with_plan, dispatch_uid="reports.answer_with_plan")
