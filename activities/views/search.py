from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from activities.search import Question, groups_for, search

WHILE_TYPING = 3
ON_PAGE = 5
PAGE_SIZE = 50


@require_safe
def search_page(request):
    """What ``?q=`` finds; ``?group=`` shows all of one kind. While somebody types in the box of
    the header, only the answer.
    """
    groups = {group.name: group for group in groups_for(request.user)}
    if not groups:
        raise PermissionDenied
    question = Question.of(request.GET.get("q", ""))
    group = groups.get(request.GET.get("group", ""))
    context = {"question": question, "group": group, "groups": groups.values()}
    if group and question.words:
        page = _page(request, group, question)
        hits = [group.show(row) for row in page]
        return render(request, "search/group.html", context | {"page_obj": page, "hits": hits})
    context["results"] = search(question, request.user, _most(request))
    part = "search/while_typing.html" if request.htmx else "search/search.html"
    return render(request, part, context)


def _most(request):
    return WHILE_TYPING if request.htmx else ON_PAGE


def _page(request, group, question):
    rows = group.find(request.user, list(question.words))
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
