from auditlog.registry import auditlog

from accounts.history.parts import fields_of, parts, wholes


def keep_history():
    """From now on whatever is saved or deleted of these models leaves a change behind."""
    for model in wholes() | set(parts()):
        links = [link.name for link in model._meta.many_to_many if _is_plain(link)]
        auditlog.register(model, include_fields=fields_of(model), m2m_fields=links)


def _is_plain(link) -> bool:
    """Rows that link two records and say more are parts; the others have no row of their own."""
    return link.remote_field.through._meta.auto_created
