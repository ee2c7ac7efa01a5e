from django.db.models import Prefetch
from rest_framework import serializers

from accounts.api import ScopedViewSet
from activities.models import Activity
from reports.filters import AlertFilter
from reports.models import Alert, AlertStep
from reports.wording import words_of


class AlertStepSerializer(serializers.ModelSerializer):
    class Meta:
        model = AlertStep
        fields = ["state", "note", "taken_at"]
        read_only_fields = fields


class AlertSerializer(serializers.ModelSerializer):
    """A finding with its evidence: figures, thresholds, and the three sentences that say them."""

    office = serializers.SlugField(source="relationship.office.slug")
    reason = serializers.SerializerMethodField()
    rule_in_words = serializers.SerializerMethodField()
    what_clears = serializers.SerializerMethodField()
    steps = AlertStepSerializer(many=True)

    class Meta:
        model = Alert
        fields = [
            "id",
            "office",
            "relationship",
            "kind",
            "period",
            "as_of",
            "state",
            "reason",
            "rule_in_words",
            "what_clears",
            "figures",
            "rule",
            "activities",
            "snoozed_until",
            "planned_activity",
            "resolved_by_activity",
            "raised_at",
            "resolved_at",
            "steps",
        ]
        read_only_fields = fields

    def get_reason(self, alert) -> str:
        return words_of(alert).reason

    def get_rule_in_words(self, alert) -> str:
        return words_of(alert).rule

    def get_what_clears(self, alert) -> str:
        return words_of(alert).what_clears


class AlertViewSet(ScopedViewSet):
    """Alerts of the reader's offices."""

    queryset = Alert.objects.with_relationship().prefetch_related(
        Prefetch("activities", Activity.objects.only("pk").order_by("pk")), "steps"
    )
    serializer_class = AlertSerializer
    filterset_class = AlertFilter
    permission = "reports.view_alert"
