from datetime import date

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from accounts.permissions import may, require
from activities.choices import Status
from activities.timeline import timeline
from relationships.leaders import in_office, leaders_of
from relationships.models import Contact, Relationship
from relationships.papers import agreements_in_order, legal_steps
from reports.balance_and_cost import balance_and_cost
from reports.leadership_watch import watches
from reports.next_steps import cards_for
from reports.portfolio import last_activity, last_contact
from reports.relationship_sheet import (
    PEERS_SHOWN,
    Flag,
    peers_of,
    policy_in_words,
    policy_of,
    summary_of,
)
from reports.rows_behind import activities_behind, addresses_behind
from reports.wording import words_of
from reports.year_cells import year_cells

PAGE_SIZE = 50


@require_safe
def relationship_detail(request, pk):
    """Is this tie alive, why is that said, and what happened in it?"""
    relationship = get_object_or_404(
        Relationship.objects.visible_to(request.user)
        .with_cities()
        .select_related("owner", "community_body"),
        pk=pk,
    )
    require(request.user, "relationships.view_relationship", relationship)
    office = relationship.office
    today = today_in(office) if office else timezone.localdate()
    summary = summary_of(relationship, today)
    tie = summary.ties[0]
    peers = peers_of(relationship, request.user)
    context = {
        "relationship": relationship,
        **_leaders(relationship, today),
        "as_of": today,
        "tie": tie,
        "cells": year_cells(summary, tie),
        "last_activity": last_activity(tie),
        "last_contact": last_contact(tie),
        "flags": [Flag(finding) for finding in tie.findings],
        "policy": policy_in_words(policy_of(tie)) if tie.findings else "",
        "peers": peers[:PEERS_SHOWN],
        "more_peers": max(len(peers) - PEERS_SHOWN, 0),
        "demonstrations": relationship.cohorts.filter(is_demonstration=True),
        "cohorts": relationship.cohorts.kept().visible_to(request.user),
        "tags": relationship.tags.values_list("name", flat=True),
        "evidence": _evidence(tie),
        "addresses": addresses_behind(tie),
        "money": balance_and_cost(tie),
        "programmes": relationship.programmes.all(),
        "steps": cards_for(relationship, tie, request.user, today),
        "alerts": _alerts(request.user, relationship),
        "record_query": f"?relationship={relationship.pk}",
        "may_change": office and request.user.has_perm("activities.change_activity", office),
        "may_record": office and request.user.has_perm("activities.add_activity", office),
        **_papers(request.user, relationship, today),
        **_people(request.user, relationship, today),
        **_what_happened(request, relationship, today),
    }
    return render(request, "relationships/relationship_detail.html", context)


def _evidence(tie):
    """How many activities stand behind the flags, with the door to them."""
    words = ngettext(
        "%(total)s activity in the years that count",
        "%(total)s activities in the years that count",
        tie.counts.total,
    )
    return format_html(
        '<a href="{}">{}</a>', activities_behind(tie), words % {"total": tie.counts.total}
    )


def _alerts(user, relationship):
    """The alerts that wait for an answer, with the sentence each froze."""
    if not user.has_perm("reports.view_alert", relationship):
        return []
    waiting = relationship.alerts.visible_to(user).unresolved()
    return [(alert, words_of(alert)) for alert in waiting]


def _papers(user, relationship, today: date):
    """What was signed and decided, with what the person may do about it."""
    return {
        "papers": agreements_in_order(relationship, today),
        "legal_steps": legal_steps(relationship),
        "decisions": relationship.decisions.all(),
        "source_rows": relationship.source_rows.select_related("source"),
        "may_view_agreement": may(user, "relationships.view_agreement", relationship),
        "may_add_agreement": may(user, "relationships.add_agreement", relationship),
        "may_change_tie": may(user, "relationships.change_relationship", relationship),
        "may_decide": may(user, "relationships.add_decision", relationship),
    }


def _people(user, relationship, today: date):
    """Contacts are for those whose role reaches them; to the others the page says nothing."""
    may_view = user.has_perm("relationships.view_contact", relationship)
    contacts = Contact.objects.none()
    if may_view:
        there = relationship.contacts.visible_to(user).named().in_post(today)
        contacts = there.select_related("organisation").first_to_call_first(relationship)
    return {
        "may_view_contacts": may_view,
        "may_change_contacts": user.has_perm("relationships.change_contact", relationship),
        "contacts": contacts,
    }


def _what_happened(request, relationship, today: date):
    activities = relationship.activities.visible_to(request.user).not_void()
    held = activities.held().order_by("-end_date", "-start_date", "-pk")
    page = Paginator(held, PAGE_SIZE).get_page(request.GET.get("page"))
    not_held = activities.filter(status__in=[Status.POSTPONED, Status.DECLINED, Status.CANCELLED])
    waiting = activities.awaiting_confirmation(today)
    return {
        "page_obj": page,
        "timeline": timeline(page.object_list, today.year if page.number == 1 else None),
        "waiting": waiting.order_by("start_date", "pk"),
        "ahead": activities.filter(status__in=[Status.IDEA, Status.PLANNED])
        .exclude(pk__in=waiting)
        .order_by("start_date", "pk"),
        "not_held": not_held,
    }


def _leaders(relationship, today: date):
    """Who is in office on either side, and the open watches."""
    tie = Relationship.objects.filter(pk=relationship.pk)
    leaders = in_office(leaders_of(tie), today)
    return {
        "leaders": leaders,
        "open_watches": [one for one in watches(tie, today) if one.is_open] if leaders else [],
    }
