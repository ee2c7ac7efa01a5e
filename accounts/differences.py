"""What two forms say differently, for an editor whose colleague was quicker."""

from typing import NamedTuple


class Difference(NamedTuple):
    label: str
    yours: str
    on_record: str


def differences(yours, on_record) -> list[Difference]:
    """The boxes of two forms of one kind whose words differ; hidden ones left out."""
    pairs = zip(yours.visible_fields(), on_record.visible_fields(), strict=True)
    said = [(mine.label, in_words(mine), in_words(other)) for mine, other in pairs]
    return [Difference(*words) for words in said if words[1] != words[2]]


def in_words(box) -> str:
    """What stands in the box, choices by their labels; lists in the order of the choices."""
    value = box.value()
    values = value if isinstance(value, (list, tuple)) else [value]
    chosen = {str(one) for one in values if one not in (None, "", False)}
    choices = [(str(key), str(label)) for key, label in getattr(box.field, "choices", ())]
    named = [label for key, label in choices if key in chosen]
    return ", ".join(named) if choices else ", ".join(sorted(chosen))
