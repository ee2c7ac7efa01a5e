from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.api import OfficeSlugField, PartialDateField, ScopedViewSet
from activities.choices import FieldOfWork, Group, Involvement, Reason, ReasonSide, unnumbered
from activities.filters import ActivityFilter
from activities.models import Activity
from relationships.models import Relationship
from relationships.models.people import Sector


class Groups(serializers.Serializer):
    """How many of each group took part; null where that is not known."""

    def get_fields(self):
        return {name: serializers.IntegerField(allow_null=True) for name in Group.values}


class ActivitySerializer(serializers.ModelSerializer):
    office = OfficeSlugField()
    fields_of_work = serializers.SerializerMethodField()
    start = PartialDateField(source="starts")
    start_first_day = serializers.DateField(source="starts.first")
    start_last_day = serializers.DateField(source="starts.last")
    end = PartialDateField(source="ends")
    end_first_day = serializers.DateField(source="ends.first")
    end_last_day = serializers.DateField(source="ends.last")
    reason_code = serializers.ChoiceField(Reason.choices, allow_blank=True)
    reason_side = serializers.ChoiceField(ReasonSide.choices, allow_blank=True)
    led_by = serializers.ChoiceField(Sector.choices, allow_blank=True)
    involvement = serializers.ChoiceField(Involvement.choices)
    groups = Groups(source="*")
    groups_without_number = serializers.SerializerMethodField()

    class Meta:
        model = Activity
        fields = [
            "id",
            "office",
            "relationships",
            "title",
            "type",
            "fields_of_work",
            "mode",
            "direction",
            "start",
            "start_first_day",
            "start_last_day",
            "end",
            "end_first_day",
            "end_last_day",
            "status",
            "recorded_date",
            "reason_code",
            "reason_side",
            "government_role",
            "substance",
            "led_by",
            "place",
            "evidence",
            "outcome",
            "source_url",
            "groups",
            "groups_without_number",
            "travellers",
            "minors",
            "women",
            "participants",
            "is_unnumbered",
            "is_live",
            "involvement",
            "created_at",
            "updated_at",
            "version",
        ]
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(FieldOfWork.choices)))
    def get_fields_of_work(self, activity):
        return [row.field for row in activity.fields.all()]

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(Group.choices)))
    def get_groups_without_number(self, activity):
        """The groups that took part in a number that nobody knows."""
        return [group for group in Group.values if getattr(activity, unnumbered(group))]


class ActivityViewSet(ScopedViewSet):
    """Activities of the reader's offices, and those of reference ties."""

    queryset = Activity.objects.select_related("office").prefetch_related(
        Prefetch("relationships", Relationship.objects.only("pk").order_by("pk")), "fields"
    )
    serializer_class = ActivitySerializer
    filterset_class = ActivityFilter
    permission = "activities.view_activity"
