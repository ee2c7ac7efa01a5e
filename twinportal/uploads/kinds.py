"""The kinds of document that are kept, by the ending of their name."""

OFFICE = "application/vnd.openxmlformats-officedocument"

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
}
ENDINGS = {kind: kind for kind in CONTENT_TYPES} | {"jpeg": "jpg"}
ACCEPTED = ",".join(f".{ending}" for ending in ENDINGS)


def kind_of(name: str) -> str | None:
    """The kind that a file of this name should be; None if such files are not kept."""
    _, dot, ending = name.rpartition(".")
    return ENDINGS.get(ending.lower()) if dot else None


def content_type_of(name: str) -> str:
    """What to hand a file of this name out as."""
    return CONTENT_TYPES.get(kind_of(name), "application/octet-stream")
