"""The form of an activity as an officer fills it."""


def filled(tie, **changes) -> dict:
    return {
        "type": "student_exchange",
        "relationships": [tie.pk],
        "starts": "2019-05-14",
        "ends": "",
        "status": "held",
        "title": "Students of Qingdao in Montréal",
        "students": "15",
        "government_role": "courtesy",
        "substance": "substantive",
        "direction": "inbound",
        "mode": "in_person",
        "evidence": "self_reported",
    } | changes
