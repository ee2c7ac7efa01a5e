"""The yearly return: one page on which an office says that its record of a year is complete."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require
from reports.forms.annual_return import form_of
from reports.models.annual_return import ReturnState
from reports.return_page import Returns, counted
from reports.returns import ReturnsRefused, attest, undo
from reports.summary import annual_summary
from reports.whose import whose_ties

PAGE_SIZE = 50
UNDO = "annual_return_undo"


@require_http_methods(["GET", "HEAD", "POST"])
def annual_return(request):
    """What happened in a year, tie by tie; a POST keeps what the officer says of it."""
    office = office_for(request)
    require(request.user, "relationships.view_relationship", office)
    page = ReturnPage(request, office)
    if request.method == "POST":
        require(request.user, "reports.add_annualreturn", office)
        if page.keep():
            return redirect(request.get_full_path())
    return render(request, "reports/annual_return.html", page.context())


@require_POST
def annual_return_undo(request):
    """Put back what the person's last act on the page of the return has changed."""
    office = office_for(request)
    require(request.user, "reports.add_annualreturn", office)
    kept = request.session.pop(UNDO, None)
    if kept is None or kept["office"] != office.pk:
        messages.warning(request, _("There is nothing to undo any more."))
        return redirect("annual_return")
    try:
        undone = undo(
            office=office,
            changes=[(pk, version, _dated(before)) for pk, version, before in kept["changes"]],
            by=request.user,
            today=today_in(office),
        )
    except ReturnsRefused as refusal:
        messages.warning(request, " ".join(refusal.of_tie.values()))
    else:
        words = ngettext("Undone: %(n)s return.", "Undone: %(n)s returns.", undone)
        closed = _("An alert that these had closed stays closed until the next yearly check.")
        messages.success(request, words % {"n": undone} + " " + closed)
    return redirect(kept["page"])


def _dated(before):
    if before is None:
        return None
    return before | {"attested_date": date.fromisoformat(before["attested_date"])}


class ReturnPage:
    """One policy year of the ties a person asked for."""

    def __init__(self, request, office):
        self.request, self.office, self.today = request, office, today_in(office)
        self.whose = whose_ties(request, office)
        summary = annual_summary(
            year=self.today.year + 1, as_of=self.today, relationships=self.whose.ties
        )
        self.returns = Returns(summary, office)
        self.year = self._year()
        self.standings = self.returns.standings(self.year)
        pages = Paginator(list(self.standings), PAGE_SIZE)
        self.page = pages.get_page(request.GET.get("page"))
        rows = self.returns.rows(self.year, list(self.page.object_list))
        may_say = request.user.has_perm("reports.add_annualreturn", office)
        self.may_attest = may_say and self.year <= self.returns.latest
        self.rows = [(row, form_of(row, self._sent(row))) for row in rows]

    def _year(self) -> int:
        """The year of ``?year=``; the last one that is over for a year that is not offered."""
        asked = self.request.GET.get("year", "")
        known = asked.isdecimal() and len(asked) == 4 and int(asked) in self.returns.years
        return int(asked) if known else self.returns.latest

    def _sent(self, row):
        """What was sent of this tie; a tie that was not on the page then is left alone."""
        data = self.request.POST
        return data if f"tie-{row.relationship.pk}-seen" in data else None

    def keep(self) -> bool:
        sent = [(row, form) for row, form in self.rows if form.is_bound]
        if [form for _row, form in sent if not form.is_valid()]:
            return False
        try:
            changes = attest(
                office=self.office,
                year=self.year,
                words={row.relationship.pk: form.word for row, form in sent},
                by=self.request.user,
                today=self.today,
            )
        except ReturnsRefused as refusal:
            self._show(refusal)
            return False
        self._tell(changes)
        return True

    def _show(self, refusal):
        """Each sentence at its tie; who reads it has then seen what a colleague has said."""
        for row, form in self.rows:
            if sentence := refusal.of_tie.get(row.relationship.pk):
                form.add_error("state", sentence)
            if form.is_bound and row.kept:
                form.data = form.data.copy()
                form.data[form.add_prefix("seen")] = row.kept.version

    def _tell(self, changes):
        said = [
            (ReturnState.RETURNED, _("returned with activities: %(n)s")),
            (ReturnState.NIL, _("returned as nil: %(n)s")),
            (ReturnState.TAKEN_BACK, _("taken back: %(n)s")),
        ]
        states = [change.kept.state for change in changes]
        words = [words % {"n": states.count(one)} for one, words in said if one in states]
        if not words:
            messages.info(self.request, _("Nothing was changed."))
            return
        sentence = _("Kept for %(year)s: %(what)s.") % {
            "year": self.year,
            "what": ", ".join(words),
        }
        messages.success(self.request, sentence)
        self.request.session[UNDO] = {
            "office": self.office.pk,
            "page": self.request.get_full_path(),
            "changes": [_plain(change) for change in changes],
        }

    def context(self):
        undo_of_page = self.request.session.get(UNDO)
        path = self.request.get_full_path()
        attested = sum(row.is_attested for row, _form in self.rows)
        return {
            "office": self.office,
            "offices": Office.objects.visible_to(self.request.user),
            "as_of": self.today,
            "year": self.year,
            "years": self.returns.years,
            "missing": [one for one in self.returns.missing if one.year != self.year],
            "counts": counted(self.standings),
            "total": len(self.standings),
            "whose": self.whose,
            "page_obj": self.page,
            "rows": self.rows,
            "attested": attested,
            "may_attest": self.may_attest,
            "may_undo": bool(undo_of_page and undo_of_page["page"] == path),
            "has_errors": any(form.errors for _row, form in self.rows if form.is_bound),
        }


def _plain(change):
    before = change.before and change.before | {
        "attested_date": change.before["attested_date"].isoformat()
    }
    return [change.kept.pk, change.kept.version, before]
