import pytest

from activities.counting import counts_as
from tests.factories import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("recorded", "letter", "reason", "strict_letter"),
    [
        ({"government_role": "lead"}, "G", "Government led it and no citizens took part.", ""),
        ({"government_role": "participant"}, "G", "Government took part and no citizens did.", ""),
        (
            {"government_role": "participant", "students": 15, "teachers_unnumbered": True},
            "M",
            "Government took part, and citizens with it: students (15), teachers.",
            "",
        ),
        ({"artists": 4}, "C", "Citizens took part without government: artists (4).", ""),
        (
            {"artists": 4, "government_role": "courtesy"},
            "C",
            "Citizens took part without government: artists (4). "
            "A courtesy by officials does not make it official.",
            "M",
        ),
        (
            {"led_by": "community"},
            "C",
            "Citizens took part without government: a community organisation leads.",
            "",
        ),
        (
            {"business": 3, "government_role": "courtesy"},
            "B",
            "Business people took part, without government and without citizens.",
            "G",
        ),
        (
            {},
            "U",
            "Nobody has recorded yet who took part. It counts as an activity, in no share.",
            "",
        ),
        (
            {"substance": "courtesy"},
            "",
            "A courtesy: it moves last contact, never last activity.",
            "",
        ),
        ({"status": "planned"}, "", "It counts once you say that it was held.", ""),
        ({"status": "idea"}, "", "An idea counts once it was held.", ""),
        (
            {"status": "cancelled"},
            "",
            "It was not held. It counts in the figures of what was put off.",
            "",
        ),
        (
            {"status": "void", "reason_code": "mistake"},
            "",
            "It is void, and kept on record only.",
            "",
        ),
    ],
)
def test_what_an_activity_counts_as_is_said_with_its_reason(
    recorded, letter, reason, strict_letter
):
    activity = ActivityFactory(**recorded)
    activity.refresh_from_db()

    counted = counts_as(activity)

    assert (counted.letter, counted.reason, counted.strict_letter) == (
        letter,
        reason,
        strict_letter,
    )
