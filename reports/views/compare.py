"""Two groups of ties side by side: the page, its file, and the ties behind each count."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from relationships.models import Cohort
from reports.chart_files.likelihood import bars_file
from reports.chart_files.picture import PICTURES
from reports.comparing import example, figures, words
from reports.comparing.answer import LEFT_OUT, answer_to
from reports.comparing.as_csv import as_csv
from reports.comparing.groups import Groups
from reports.comparing.partners import partner_rows
from reports.comparing.question import Question
from reports.comparing.reading import may_read, readable
from reports.comparing.ties_behind import asked_part, tie_rows, total
from reports.signs import CLASSES

PAGE_SIZE = 50
PARTNERS_SHOWN = 25
CHANGE_COHORT = "relationships.change_cohort"


@require_safe
def compare(request):
    """Are others different with the same partners? Without a question, the article's answer."""
    is_asked = _is_asked(request)
    answer = None if is_asked else example.example()
    question = _question(request, request.GET if is_asked else {}, answer and answer.asked)
    if is_asked and question.is_valid():
        answer = answer_to(question)
    context = {
        "question": question,
        "is_asked": is_asked,
        "is_example": answer is not None and not is_asked,
        "cohorts": Cohort.objects.kept().owned().visible_to(request.user, CHANGE_COHORT),
        "as_of": question.as_of if is_asked else example.TODAY,
        **(_figures(request, answer) if answer else {}),
        **({} if is_asked else _real_ties(request)),
    }
    return render(request, "reports/compare.html", context)


@require_safe
def compare_file(request):
    """Every figure of the page, on both denominators."""
    answer = _asked(request)
    if answer is None:
        return redirect(_back(request))
    answer_file = HttpResponse(as_csv(answer), content_type="text/csv; charset=utf-8")
    answer_file["Content-Disposition"] = 'attachment; filename="comparison.csv"'
    return answer_file


@require_safe
def compare_picture(request, format):
    """The bars of the page."""
    if format not in PICTURES:
        raise Http404
    answer = _asked(request)
    if answer is None:
        return redirect(_back(request))
    bars = figures.bars(answer, opens=False)
    if not bars:
        raise Http404
    content_type, made = PICTURES[format]
    source = words.source(answer)
    picture = made(bars_file(bars, **words.of_picture(answer)), source)
    answer_file = HttpResponse(picture, content_type=content_type)
    answer_file["Content-Disposition"] = f'attachment; filename="comparison.{format}"'
    return answer_file


@require_safe
def compare_ties(request):
    """The ties behind a count, each with its years; or those left out, and why."""
    answer = _asked(request)
    if not request.user.has_perm("relationships.view_relationship"):
        raise PermissionDenied
    if answer is None:
        return redirect(_back(request))
    if not may_read(request.user, answer):
        raise PermissionDenied
    half, which = asked_part(answer, request.GET)
    page = Paginator(half.of(which), PAGE_SIZE).get_page(request.GET.get("page"))
    ties = list(page.object_list)
    context = {
        "answer": answer,
        "headline": CLASSES[answer.kind],
        "counted": words.COUNTED[answer.comparison.denominator],
        "half": half,
        "which": which,
        "is_left_out": which == LEFT_OUT,
        "page_obj": page,
        "rows": tie_rows(answer, half, ties, readable(request.user, ties)),
        "total": total(answer, half, which),
        "back": f"{reverse('compare')}?{answer.query}",
    }
    return render(request, "reports/compare_ties.html", context)


def _is_asked(request) -> bool:
    return bool({"group", "other"} & set(request.GET))


def _question(request, asked, shown=None) -> Question:
    office = office_for(request)
    if not request.user.has_perm("reports.view_summary"):
        raise PermissionDenied
    groups = Groups(request.user)
    return Question(asked, groups=groups, as_of=today_in(office), shown=shown)


def _asked(request):
    """The answer to what the address asks; the article's if it asks nothing."""
    question = _question(request, request.GET)
    if not _is_asked(request):
        return example.example()
    return answer_to(question) if question.is_valid() else None


def _back(request):
    return f"{reverse('compare')}?{request.GET.urlencode()}"


def _figures(request, answer):
    opens = may_read(request.user, answer)
    return {
        "answer": answer,
        "opens": opens,
        "lead": words.lead(answer),
        "headline": CLASSES[answer.kind],
        "counted": words.COUNTED[answer.comparison.denominator],
        "counted_otherwise": words.COUNTED[answer.other_denominator],
        "bars": figures.bars(answer, opens=opens),
        "rows": figures.rows(answer, opens=opens),
        "rows_otherwise": figures.rows_otherwise(answer, opens=opens),
        "notes": words.notes(answer),
        "left_out": figures.left_out(answer, opens=opens),
        **_partners(request, answer, opens),
    }


def _real_ties(request):
    """What the same question finds in the public lists of today."""
    answer = example.real_ties()
    if answer is None:
        return {}
    opens = may_read(request.user, answer)
    return {"real": answer, **_partners(request, answer, opens)}


def _partners(request, answer, opens):
    if not opens:
        return {"partners": None}
    shared = answer.comparison.shared
    page = Paginator(shared, PARTNERS_SHOWN).get_page(request.GET.get("page"))
    return {"page_obj": page, "partners": partner_rows(page.object_list, request.user)}
