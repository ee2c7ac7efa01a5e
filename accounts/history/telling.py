"""The history of one record as its page tells it: acts, newest first, each with its steps."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.history.change import Change
from accounts.history.parts import parts
from accounts.history.words import Words, before_and_after, field_of
from accounts.models import Membership, User

# What one person saved at once comes as several changes, one after the other.
AT_ONCE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one row: the record itself (``subject`` is empty) or a part of it."""

    action: int
    subject: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Act:
    who: str
    moment: datetime
    steps: list[Step]


def tell(changes, reader, zone) -> list[Act]:
    changes = list(changes)
    words, people = Words(changes, reader, zone), _people(changes, reader)
    return [
        Act(_who(one[0], people), one[0].timestamp, [_step(change, words) for change in one])
        for one in _at_once(changes)
    ]


def _at_once(changes) -> list[list[Change]]:
    acts = []
    for change in changes:
        if acts and _belongs(change, acts[-1]):
            acts[-1].append(change)
        else:
            acts.append([change])
    return acts


def _belongs(change, act) -> bool:
    """``change`` came right before those of ``act``, by the same hand and of another row."""
    last = act[-1]
    rows = {(one.content_type_id, one.object_id) for one in act}
    return (
        (last.actor_id, last.cid) == (change.actor_id, change.cid)
        and last.timestamp - change.timestamp < AT_ONCE
        and (change.content_type_id, change.object_id) not in rows
    )


def _people(changes, reader) -> dict[int, str]:
    """Who may be named to ``reader``: colleagues, and who is in no office at all."""
    actors = {change.actor_id for change in changes}
    elsewhere = Membership.objects.filter(user__in=actors).values("user")
    named = User.objects.visible_to(reader) | User.objects.exclude(pk__in=elsewhere)
    return {person.pk: str(person) for person in named.filter(pk__in=actors)}


def _who(change, people) -> str:
    if change.actor_id:
        return people.get(change.actor_id) or _("Somebody of another office")
    if change.actor_email:
        return _("Somebody whose account is gone")
    if change.cid:
        return _("The portal by itself (%(task)s)") % {"task": change.cid.rpartition(".")[2]}
    return _("The portal, by a command on its server")


def _step(change, words) -> Step:
    model = change.content_type.model_class()
    is_part = (change.whole_type_id, change.whole_id) != (change.content_type_id, change.object_id)
    subject = f"{capfirst(model._meta.verbose_name)}: {change.object_repr}" if is_part else ""
    lines = [_line(change, *told, words) for told in _told(change, parts().get(model))]
    shown = [line for line in lines if line.before != line.after]
    return Step(change.action, subject, sorted(shown, key=lambda line: line.label))


def _told(change, link):
    """What was said, without the link to the whole; of a new or removed row only what was true."""
    for name, values in (change.changes or {}).items():
        if name != link and (change.action == Change.Action.UPDATE or not _is_false(values)):
            yield name, values


def _is_false(values) -> bool:
    return isinstance(values, list) and not any(values)


def _line(change, name, values, words) -> Line:
    field = field_of(change, name)
    label = capfirst(field.verbose_name) if field is not None else name
    before, after = (_say(words, field, side) for side in before_and_after(values))
    return Line(str(label), before, after)


def _say(words, field, side) -> str:
    if isinstance(side, list) and field is not None and field.many_to_many:
        return ", ".join(sorted(words.say(field, one) for one in side))
    return words.say(field, side)
