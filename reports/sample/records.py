"""What hangs on the ties of a sample office: papers, decisions, bodies, programmes, returns."""

from accounts.models import Office
from activities.models import Activity, Programme
from relationships.dates import PartialDate
from relationships.models import Agreement, Decision, Organisation, Relationship
from reports.sample.files import rows
from reports.sample.returns import file_returns

Ties = dict[str, Relationship]


def seed_records(office: Office, ties: Ties) -> None:
    """Add what is missing; rows already there are left as people have made them since."""
    _agreements(ties)
    _decisions(ties)
    _organisations(office, ties)
    _programmes(ties)
    _returns(ties)


def _of(ties: Ties, name: str) -> list[tuple[Relationship, dict[str, str]]]:
    """The rows of a file that concern one of ``ties``, each with its tie."""
    return [(ties[row["tie_id"]], row) for row in rows(name) if row["tie_id"] in ties]


def _agreements(ties: Ties) -> None:
    for tie, row in _of(ties, "records/agreements.csv"):
        signed = PartialDate.parse(row["signed"])
        Agreement.objects.get_or_create(
            relationship=tie,
            kind=row["kind"],
            signed_date=signed.first,
            signed_precision=signed.precision,
            defaults={name: row[name] for name in ("signatories", "goals", "source")},
        )


def _decisions(ties: Ties) -> None:
    for tie, row in _of(ties, "records/decisions.csv"):
        decided = PartialDate.parse(row["date"]).first
        decision, is_new = Decision.objects.get_or_create(
            relationship=tie,
            body=row["body"],
            decided_date=decided,
            defaults={
                "motion": row["motion"],
                "result": row["result"],
                "minutes_url": row["source"],
            },
        )
        if is_new and row["legal_status"]:
            tie.record_legal_status(
                row["legal_status"], on=decided, decision=decision, note=row["motion"]
            )
        if is_new and row["activity_title"]:
            decided_upon = tie.activities.filter(title=row["activity_title"])
            Activity.objects.filter(pk__in=decided_upon.values("pk")).update(decision=decision)


def _organisations(office: Office, ties: Ties) -> None:
    cities = {
        city.name: city for tie in ties.values() for city in (tie.home_city, tie.partner_city)
    }
    for row in rows("records/organisations.csv"):
        if row["office"] != office.slug:
            continue
        body, is_new = Organisation.objects.get_or_create(
            office=office,
            name=row["name"],
            side=row["side"],
            defaults={
                "native_name": row["native_name"],
                "kind": row["kind"],
                "city": cities.get(row["city"]),
                "website": row["source"],
            },
        )
        if is_new and row["ties"]:
            carried = [ties[key].pk for key in row["ties"].split(";")]
            Relationship.objects.filter(pk__in=carried).update(community_body=body)


def _programmes(ties: Ties) -> None:
    for tie, row in _of(ties, "records/programmes.csv"):
        programme, is_new = Programme.objects.get_or_create(
            relationship=tie,
            name=row["name"],
            defaults={
                "every_years": int(row["every_years"]),
                "first_year": int(row["first_year"]),
                "note": row["source"],
            },
        )
        if is_new:
            occurrences = tie.activities.filter(title__contains=row["activity_title"])
            Activity.objects.filter(pk__in=occurrences.values("pk")).update(programme=programme)


def _returns(ties: Ties) -> None:
    for tie, row in _of(ties, "records/returns.csv"):
        years = range(int(row["first_year"]), int(row["last_year"]) + 1)
        file_returns([tie], years, "Illustrative: filed with the sample data, not by the city.")
