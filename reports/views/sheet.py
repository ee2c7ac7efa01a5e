from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from accounts.permissions import may, require
from relationships.models import Relationship
from relationships.papers import agreements_in_order, legal_steps
from reports.portfolio import last_activity, last_contact
from reports.relationship_sheet import Flag, policy_in_words, policy_of, summary_of
from reports.rows_behind import addresses_behind
from reports.year_cells import year_cells

# As many rows as one sheet of paper holds, whatever stands in them.
FLAGS, ACTIVITIES, AGREEMENTS, STEPS = 2, 6, 4, 3


@require_safe
def relationship_sheet(request, pk):
    """One relationship on one sheet of A4 or Letter: the most telling rows, and how many more."""
    visible = Relationship.objects.visible_to(request.user).with_cities()
    relationship = get_object_or_404(visible.select_related("owner", "community_body"), pk=pk)
    require(request.user, "relationships.view_relationship", relationship)
    office = relationship.office
    today = today_in(office) if office else timezone.localdate()
    summary = summary_of(relationship, today)
    tie = summary.ties[0]
    context = {
        "relationship": relationship,
        "office": office,
        "as_of": today,
        "tie": tie,
        "cells": year_cells(summary, tie),
        "last_activity": last_activity(tie),
        "last_contact": last_contact(tie),
        "policy": policy_in_words(policy_of(tie)),
        "addresses": addresses_behind(tie),
        "demonstrations": relationship.cohorts.filter(is_demonstration=True),
        **_rows(relationship, tie, request.user, today),
    }
    return render(request, "relationships/relationship_sheet.html", context)


def _rows(relationship, tie, user, today):
    flags = [Flag(finding) for finding in tie.findings]
    held = relationship.activities.visible_to(user).live().started_by(today)
    papers = agreements_in_order(relationship, today)
    steps = legal_steps(relationship)[::-1]
    if not may(user, "relationships.view_agreement", relationship):
        papers = []
    return {
        "flags": flags[:FLAGS],
        "other_flags": flags[FLAGS:],
        "activities": held.order_by("-end_date", "-start_date", "-pk")[:ACTIVITIES],
        "more_activities": max(held.count() - ACTIVITIES, 0),
        "papers": papers[:AGREEMENTS],
        "more_papers": max(len(papers) - AGREEMENTS, 0),
        "legal_steps": steps[:STEPS],
        "more_steps": max(len(steps) - STEPS, 0),
    }
