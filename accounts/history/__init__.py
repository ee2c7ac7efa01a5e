"""Who changed what and when, before and after: kept by django-auditlog, read here."""
