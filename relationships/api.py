from datetime import date

from django.db.models import Prefetch
from rest_framework import serializers

from accounts.api import OfficeSlugField, PartialDateField, ScopedViewSet
from relationships.filters import RelationshipFilter
from relationships.models import City, LegalStatusChange, Relationship, Tag


class CitySerializer(serializers.ModelSerializer):
    country = serializers.CharField(source="country.code", help_text="ISO 3166, two letters.")

    class Meta:
        model = City
        fields = [
            "id",
            "name",
            "native_name",
            "native_language",
            "country",
            "region",
            "kind",
            "latitude",
            "longitude",
            "population",
            "wikidata_id",
        ]
        read_only_fields = fields


class LegalStatusChangeSerializer(serializers.ModelSerializer):
    since = PartialDateField()
    first_day = serializers.DateField(source="since.first")
    last_day = serializers.DateField(source="since.last")

    class Meta:
        model = LegalStatusChange
        fields = ["status", "since", "first_day", "last_day"]
        read_only_fields = fields


class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["id", "name"]
        read_only_fields = fields


class RelationshipSerializer(serializers.ModelSerializer):
    """A tie without its people: contacts are never part of the API."""

    office = OfficeSlugField()
    home_city = CitySerializer()
    partner_city = CitySerializer()
    since = PartialDateField(allow_null=True)
    since_first_day = serializers.DateField(source="start_date", allow_null=True)
    since_last_day = serializers.SerializerMethodField()
    legal_history = LegalStatusChangeSerializer(source="legal_status_changes", many=True)
    tags = TagSerializer(many=True)

    class Meta:
        model = Relationship
        fields = [
            "id",
            "office",
            "home_city",
            "partner_city",
            "tier",
            "tier_label",
            "since",
            "since_first_day",
            "since_last_day",
            "legal_status",
            "legal_history",
            "owner",
            "tags",
            "source",
            "created_at",
            "updated_at",
            "version",
        ]
        read_only_fields = fields

    def get_since_last_day(self, tie) -> date | None:
        return tie.since.last if tie.since else None


class RelationshipViewSet(ScopedViewSet):
    """Relationships of the reader's offices, and reference ties."""

    queryset = Relationship.objects.with_cities().prefetch_related(
        Prefetch("legal_status_changes", LegalStatusChange.objects.standing()), "tags"
    )
    serializer_class = RelationshipSerializer
    filterset_class = RelationshipFilter
    permission = "relationships.view_relationship"
