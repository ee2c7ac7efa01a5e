"""What the row of a tie says otherwise than the tie on record."""

from activities.imports.changes import Change
from activities.imports.ties.rows import TieRow
from activities.imports.values.dates import agrees, fineness
from relationships.dates import PartialDate
from relationships.models import Relationship


def tie_changes(tie: Relationship, row: TieRow, *, same_row: bool) -> list[Change]:
    """The facts on which they differ.

    The words of the source (label, source, note) are compared only with those of the
    ``same_row`` of an earlier file: two sources never use the same words.
    """
    changes = []
    if row.tier and row.tier != tie.tier:
        label = {"tier": row.tier, "tier_label": row.tier_label}
        changes.append(Change("tier", tie.tier, row.tier, label))
    if row.start and _says_more(row.start, tie.since):
        changes.append(
            Change("start_date", str(tie.since or ""), str(row.start), started(row.start))
        )
    if row.legal_status and row.legal_status != tie.legal_status:
        status = {"legal_status": row.legal_status}
        changes.append(Change("legal_status", tie.legal_status, row.legal_status, status))
    if same_row:
        for name in ("tier_label", "source", "note"):
            before, after = getattr(tie, name), getattr(row, name)
            if after and after != before:
                changes.append(Change(name, before, after, {name: after}))
    return changes


def started(start: PartialDate | None) -> dict:
    """The two columns of a start."""
    if not start:
        return {}
    return {"start_date": start.first, "start_precision": start.precision}


def _says_more(told: PartialDate, kept: PartialDate | None) -> bool:
    """Another date, or the same one more precisely; a mere year says nothing against its day."""
    return kept is None or not agrees(told, kept) or fineness(told) > fineness(kept)
