import json


def as_json(content: dict) -> bytes:
    """The whole content, readable, in UTF-8."""
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"
