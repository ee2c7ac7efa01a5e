from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require
from reports.filters import AlertPageFilter, StateFilter
from reports.forms import AnswerForm
from reports.models import Alert, AlertKind, AlertState
from reports.next_steps import cards_for
from reports.relationship_sheet import edge_of, policy_in_words, summary_of
from reports.wording import YEARLY, raised_by, words_of

PAGE_SIZE = 50
OPEN = ["q", "state", "kind", "country", "ordering"]


@require_safe
def alert_list(request):
    """What deserves a word, the newest first; resolved ones only when asked for."""
    office = office_for(request)
    if not request.user.has_perm("reports.view_alert", office):
        raise PermissionDenied
    asked = request.GET.copy()
    asked.setdefault("state", StateFilter.UNRESOLVED)
    alerts = Alert.objects.visible_to(request.user).of_office(office).with_relationship()
    found = AlertPageFilter(asked, alerts, request=request)
    page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "filter": found,
        "open_fields": [found.form[name] for name in OPEN],
        "hidden_fields": [("office", asked["office"])] if "office" in asked else [],
        "page_obj": page,
        "rows": [(alert, words_of(alert)) for alert in page],
        "is_filtered": any(request.GET.get(name) for name in OPEN),
    }
    return render(request, "reports/alert_list.html", context)


def alert_detail(request, pk):
    """Why us, and what do I answer? An answer is a POST to the same address."""
    alert = get_object_or_404(
        Alert.objects.visible_to(request.user)
        .with_relationship()
        .select_related("policy__office", "planned_activity", "resolved_by_activity"),
        pk=pk,
    )
    require(request.user, "reports.view_alert", alert)
    today = today_in(alert.office)
    may_answer = request.user.has_perm("reports.change_alert", alert)
    form = AnswerForm(request.POST or None, alert=alert, today=today)
    if request.method == "POST":
        require(request.user, "reports.change_alert", alert)
        if form.is_valid() and form.give(request.user):
            messages.success(request, _("Your answer is kept."))
            return redirect(alert)
    context = {
        "alert": alert,
        "relationship": alert.relationship,
        "words": words_of(alert),
        "raised_by": raised_by(alert),
        "policy_words": policy_in_words(alert.policy),
        "edge": edge_of(alert.kind),
        "form": form,
        "may_answer": may_answer and alert.state != AlertState.RESOLVED,
        "activities": alert.activities.order_by("-start_date", "-pk"),
        "is_yearly": alert.kind in YEARLY,
        "programme": _programme(alert),
        "history": alert.steps.select_related("taken_by"),
        "steps": _next_steps(alert, request.user, today),
        "may_record": request.user.has_perm("activities.add_activity", alert),
    }
    return render(request, "reports/alert_detail.html", context)


def _next_steps(alert, user, today):
    """What to do about it, while it waits for an answer."""
    if alert.kind not in YEARLY or alert.state == AlertState.RESOLVED:
        return []
    tie = summary_of(alert.relationship, today).ties[0]
    return cards_for(alert.relationship, tie, user, today, alert=alert)


def _programme(alert):
    """The programme that an alert says was missed, while it is on record."""
    if alert.kind != AlertKind.PROGRAMME_MISSED:
        return None
    return alert.relationship.programmes.filter(pk=alert.figures["programme"]).first()
