"""The facts behind next steps, from a few queries however many peers there are."""

from collections import defaultdict
from datetime import date

from django.db.models import Case, Q, Value, When

from activities.models import Activity, ActivityField, ActivityRelationship, FundingLine
from relationships.models import Organisation, Relationship
from reports.metrics import add_months
from reports.next_steps.values import Body, Deed, Facts, Open

EXAMPLE_MONTHS = 12 * 15  # older ones are history, not examples
MOST_EXAMPLES = 400


def gather(relationship: Relationship, user, as_of: date) -> Facts:
    """What next steps on ``relationship`` need to know; of others only what ``user`` may see."""
    agreement = relationship.agreements.current().order_by("-signed_date", "-pk").first()
    return Facts(
        deeds=_deeds(relationship, user, as_of),
        fields=_fields_of(relationship),
        waiting=_waiting(relationship, as_of),
        bodies=_bodies(relationship, user),
        agreement=agreement and agreement.signed,
        agreement_end=agreement and agreement.end_date,
        partner=str(relationship.partner_city),
        office=relationship.office.slug,
    )


def _deeds(relationship, user, as_of):
    """Live activities of the peers: the same partner first, then citizens, then the latest."""
    same_partner = _touches("relationship__", "", relationship.partner_city_id)
    citizens = Q(activity__involvement__in="CM")
    links = list(
        ActivityRelationship.objects.filter(
            relationship__in=_peers(relationship, user),
            activity__in=Activity.objects.live().started_by(as_of).visible_to(user),
            activity__end_date__gte=add_months(as_of, -EXAMPLE_MONTHS),
        )
        # What the tie did together with a peer it does not need to be told.
        .exclude(activity__relationships=relationship)
        .annotate(
            is_far=Case(When(same_partner, then=Value(0)), default=Value(1)),
            is_official=Case(When(citizens, then=Value(0)), default=Value(1)),
        )
        .select_related("activity", "relationship__home_city", "relationship__partner_city")
        .order_by("is_far", "is_official", "-activity__end_date", "activity")[:MOST_EXAMPLES]
    )
    ids = {link.activity_id for link in links}
    payers = _by_activity(FundingLine, "payer", ids)
    fields = _by_activity(ActivityField, "field", ids)
    seen, deeds = set(), []
    for link in links:
        if link.activity_id not in seen:
            seen.add(link.activity_id)
            deeds.append(_deed(link, relationship, payers, fields))
    return deeds


def _peers(relationship, user):
    partner, country = relationship.partner_city_id, relationship.partner_city.country.code
    peers = (
        Relationship.objects.visible_to(user, "activities.view_activity")
        .filter(_touches("", "", partner) | _touches("", "__country", country))
        .exclude(pk=relationship.pk)
        .exclude(_touches("", "", relationship.home_city_id) & _touches("", "", partner))
    )
    if not relationship.office.is_demonstration:
        # A made-up record is no example for a true tie.
        peers = peers.exclude(cohorts__is_demonstration=True, office__isnull=True)
        peers = peers.exclude(office__is_demonstration=True)
    return peers.order_by().values("pk")


def _touches(path, part, value) -> Q:
    """One of the two cities is this one, whichever side it is recorded on."""
    home, partner = f"{path}home_city{part}", f"{path}partner_city{part}"
    return Q(**{home: value}) | Q(**{partner: value})


def _deed(link, relationship, payers, fields):
    tie, activity = link.relationship, link.activity
    partner = relationship.partner_city
    abroad = tie.partner_city_id == partner.pk or (
        tie.home_city_id != partner.pk and tie.partner_city.country == partner.country
    )
    is_ours = tie.office_id == relationship.office_id
    near, far = (tie.home_city, tie.partner_city) if abroad else (tie.partner_city, tie.home_city)
    return Deed(
        activity=activity.pk,
        title=activity.title,
        type=activity.type,
        mode=activity.mode,
        direction=activity.direction,
        involvement=activity.involvement,
        end=min(activity.end_date, activity.recorded_date),
        tie=tie.pk,
        tie_name=str(tie),
        peer=str(far if is_ours and link.is_far else near),
        is_same_partner=not link.is_far,
        is_ours=is_ours and bool(link.is_far),
        payers=payers[activity.pk],
        fields=fields[activity.pk],
    )


def _by_activity(model, column, ids):
    found = defaultdict(set)
    rows = model.objects.filter(activity__in=ids).order_by().values_list("activity", column)
    for activity, value in rows:
        found[activity].add(value)
    return found


def _fields_of(relationship):
    lies_in = ActivityField.objects.filter(
        activity__is_live=True, activity__relationships=relationship
    )
    return set(lies_in.order_by().values_list("field", flat=True).distinct())


def _waiting(relationship, as_of):
    waiting = relationship.activities.awaiting_confirmation(as_of).order_by("start_date", "pk")
    return [Open(*row) for row in waiting.values_list("pk", "title")]


def _bodies(relationship, user):
    """Organisations with a link to this tie, for those whose role reaches them."""
    linked = (
        Q(relationships_carried=relationship)
        | Q(contacts__relationships=relationship)
        | Q(led_activities__relationships=relationship)
        | Q(city=relationship.partner_city_id)
    )
    found = (
        Organisation.objects.visible_to(user, "relationships.view_organisation")
        .of_office(relationship.office)
        .filter(linked)
        .distinct()
    )
    return [Body(*row) for row in found.values_list("pk", "name", "kind")]
