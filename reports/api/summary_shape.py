"""The annual summary as the API tells it: the value itself, field by field."""

from drf_spectacular.utils import extend_schema_field
from rest_framework.serializers import (
    BooleanField,
    CharField,
    ChoiceField,
    DateField,
    DecimalField,
    DictField,
    FloatField,
    IntegerField,
    JSONField,
    ListField,
    Serializer,
    SerializerMethodField,
)

from relationships.models.relationship import LegalStatus, Tier
from reports.metrics import CLASSES, INVOLVEMENTS
from reports.signs import FINDINGS, MARKS, STATUSES
from reports.statement import statement
from reports.summary import Statement


def whole_numbers(names):
    return {name: IntegerField() for name in names}


class CountsSerializer(Serializer):
    """Live activities by involvement."""

    def get_fields(self):
        return whole_numbers(INVOLVEMENTS)


class LikelihoodSerializer(Serializer):
    """``n`` of ``of`` pair-years; percent and 95 % interval as text, null below ten pair-years."""

    n = IntegerField()
    of = IntegerField()
    percent = CharField(allow_null=True)
    low = SerializerMethodField()
    high = SerializerMethodField()

    def get_low(self, likelihood) -> str | None:
        return likelihood.interval[0] if likelihood.interval else None

    def get_high(self, likelihood) -> str | None:
        return likelihood.interval[1] if likelihood.interval else None


class ClassesSerializer(Serializer):
    def get_fields(self):
        return {name: LikelihoodSerializer() for name in CLASSES}


class BalanceSerializer(Serializer):
    official = IntegerField()
    of = IntegerField()
    is_too_few = BooleanField()
    is_classify_first = BooleanField()
    is_official_heavy = BooleanField()
    is_official_only = BooleanField()


class FindingSerializer(Serializer):
    kind = ChoiceField([(kind, str(kind)) for kind in FINDINGS])
    sentence = CharField()
    rule = CharField()
    clearing = CharField()
    figures = JSONField()


def money(**kwargs):
    return DecimalField(max_digits=None, decimal_places=2, **kwargs)


class OriginalSerializer(Serializer):
    """What was paid in one currency, as it was paid."""

    currency = CharField()
    amount = money()


class SpentSerializer(Serializer):
    """The money of one office's currency; amounts as text. ``total`` is without what is only
    planned and what was given in kind. Averages are null where nothing is known.
    """

    currency = CharField()
    total = money()
    city = money()
    participants = money()
    grants = money()
    others = money()
    in_kind = money()
    planned = money()
    activities = IntegerField()
    ties = IntegerField()
    shared = IntegerField()
    per_activity = money(allow_null=True)
    per_tie = money(allow_null=True)
    per_person_day = money(allow_null=True)
    person_days = IntegerField()
    measured_activities = IntegerField()
    originals = OriginalSerializer(many=True)


class CostsSerializer(Serializer):
    """Of ``activities`` so many as ``recorded`` have money on record; of the others nothing is
    known, which is not zero.
    """

    activities = IntegerField()
    recorded = IntegerField()
    sums = SpentSerializer(many=True)


class ReasonSerializer(Serializer):
    """A word of the record, empty where none was given, and how many cancelled have it."""

    word = CharField(allow_blank=True)
    cancelled = IntegerField()


class DisruptionSerializer(Serializer):
    """``cancelled`` of the ``of`` held or cancelled ones; percent is null below ten."""

    held = IntegerField()
    cancelled = IntegerField()
    of = IntegerField()
    percent = CharField(allow_null=True)
    postponed = IntegerField()
    declined = IntegerField()
    reasons = ReasonSerializer(many=True)
    sides = ReasonSerializer(many=True)


class TieSerializer(Serializer):
    id = IntegerField()
    home = CharField()
    partner = CharField()
    partner_native = CharField()
    partner_language = CharField()
    country = CharField()
    tier = ChoiceField(Tier.choices)
    legal_status = ChoiceField(LegalStatus.choices)
    activity_status = ChoiceField([(status, status) for status in STATUSES], source="reading")
    last_activity = DateField(allow_null=True)
    last_precision = CharField(allow_null=True)
    last_contact = DateField(allow_null=True)
    last_contact_precision = CharField(allow_null=True)
    months_since = IntegerField(allow_null=True)
    counts = CountsSerializer()
    balance = BalanceSerializer()
    active_years = IntegerField()
    exposed_years = IntegerField()
    unreported_years = ListField(child=IntegerField())
    continuity = IntegerField()
    gap_days = IntegerField(allow_null=True)
    breadth = FloatField(allow_null=True)
    visits_reciprocity = FloatField(allow_null=True)
    people_reciprocity = FloatField(allow_null=True)
    participants = IntegerField()
    unnumbered = IntegerField()
    unplaced = IntegerField()
    costs = CostsSerializer()
    disruption = DisruptionSerializer()
    is_sporadic = BooleanField()
    is_vulnerable = BooleanField()
    marks = ListField(child=ChoiceField([(mark, mark) for mark in MARKS]))
    findings = FindingSerializer(many=True)


class TrendSerializer(Serializer):
    year = IntegerField()
    listed = IntegerField()
    exposed = IntegerField()
    ties = DictField(child=IntegerField())
    activities = CountsSerializer()
    participants = IntegerField()
    unnumbered = IntegerField()
    costs = CostsSerializer()
    disruption = DisruptionSerializer()


class ConcentrationSerializer(Serializer):
    ties = IntegerField()
    activities = IntegerField()
    gini = FloatField(allow_null=True)
    top_ties = IntegerField()
    top_activities = IntegerField()


class SharedSerializer(Serializer):
    activities = IntegerField()
    rows = IntegerField()
    shared = IntegerField()


class StatementSerializer(Serializer):
    def get_fields(self):
        return whole_numbers(Statement._fields)


class SummarySerializer(Serializer):
    """One office's year. ``ties`` is null for a role that reads aggregates only."""

    office = SerializerMethodField()
    is_demonstration = SerializerMethodField()
    year = IntegerField()
    as_of = DateField()
    window = ListField(child=IntegerField())
    strip_years = ListField(child=IntegerField())
    sentences = SerializerMethodField()
    statement = StatementSerializer()
    status_counts = DictField(child=IntegerField())
    panel = ClassesSerializer()
    exposure = ClassesSerializer()
    strict_panel = DictField(child=LikelihoodSerializer())
    strict_exposure = DictField(child=LikelihoodSerializer())
    trend = TrendSerializer(many=True)
    running = TrendSerializer(allow_null=True)
    concentration = ConcentrationSerializer()
    shared = SharedSerializer()
    participants = IntegerField()
    unnumbered = IntegerField()
    unplaced = IntegerField()
    costs = CostsSerializer()
    disruption = DisruptionSerializer()
    ties = SerializerMethodField()

    def get_office(self, summary) -> str:
        return self.context["office"].slug

    def get_is_demonstration(self, summary) -> bool:
        return self.context["office"].is_demonstration

    def get_sentences(self, summary) -> list[str]:
        return statement(summary)

    @extend_schema_field(TieSerializer(many=True, allow_null=True))
    def get_ties(self, summary):
        return TieSerializer(summary.ties, many=True).data if self.context["with_ties"] else None
