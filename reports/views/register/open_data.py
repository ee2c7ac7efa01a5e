"""The open data of a register: readable from any site, on the terms the office chose."""

from django.http import HttpResponse

from reports.register.columns import ACTIVITY_COLUMNS, LICENCES, TIE_COLUMNS
from reports.register.files import as_csv, as_json
from reports.views.register.answering import for_everybody


@for_everybody
def register_ties_csv(register, *, page):
    return _csv(register, "ties", as_csv(TIE_COLUMNS, _ties(register)))


@for_everybody
def register_ties_json(register, *, page):
    return _json(register, as_json("ties", TIE_COLUMNS, _ties(register), register))


@for_everybody
def register_activities_csv(register, *, page):
    return _csv(register, "activities", as_csv(ACTIVITY_COLUMNS, _activities(register)))


@for_everybody
def register_activities_json(register, *, page):
    rows = _activities(register)
    return _json(register, as_json("activities", ACTIVITY_COLUMNS, rows, register))


def _ties(register):
    rows = list(register.ties())
    return register.published_ties(rows, register.summary_of(rows))


def _activities(register):
    return register.published_activities(register.activities())


def _csv(register, kind, content):
    answer = _open(register, content, "text/csv; charset=utf-8")
    name = f"{register.office.slug}-{kind}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _json(register, content):
    return _open(register, content, "application/json")


def _open(register, content, kind):
    answer = HttpResponse(content, content_type=kind)
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Link"] = f'<{LICENCES[register.office.register_licence]}>; rel="license"'
    return answer
