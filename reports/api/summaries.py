from datetime import date

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.current_office import today_in
from accounts.models import Office
from accounts.permissions import require
from relationships.models import Relationship
from reports.api.summary_shape import SummarySerializer
from reports.metrics import first_day, last_day, policy_year
from reports.summary import annual_summary

EARLIEST = 1900


class Asked(serializers.Serializer):
    as_of = serializers.DateField(required=False)


class SummaryView(APIView):
    """The annual summary of one office: the figures of its dashboard and its annual edition."""

    @extend_schema(
        operation_id="summaries_retrieve",
        responses=SummarySerializer,
        parameters=[
            OpenApiParameter(
                "as_of",
                date,
                description="What was known of that day; the last day of the year, or today.",
            )
        ],
    )
    def get(self, request, office, year):
        office = get_object_or_404(Office.objects.visible_to(request.user), slug=office)
        require(request.user, "reports.view_summary", office)
        if not EARLIEST <= year <= policy_year(today_in(office), office.fiscal_year_start_month):
            raise NotFound(_("There is no summary of this policy year."))
        ties = Relationship.objects.visible_to(request.user).of_office(office)
        summary = annual_summary(
            year=year, as_of=self._as_of(request, office, year), relationships=ties
        )
        with_ties = request.user.has_perm("relationships.view_relationship", office)
        shape = SummarySerializer(summary, context={"office": office, "with_ties": with_ties})
        return Response(shape.data)

    def _as_of(self, request, office, year) -> date:
        first_month, today = office.fiscal_year_start_month, today_in(office)
        asked = Asked(data=request.query_params)
        asked.is_valid(raise_exception=True)
        as_of = asked.validated_data.get("as_of") or min(last_day(year, first_month), today)
        if not first_day(year, first_month) <= as_of <= today:
            raise ValidationError(
                {"as_of": [_("Choose a day from the beginning of the year up to today.")]}
            )
        return as_of
