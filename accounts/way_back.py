from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request, otherwise: str) -> str:
    """The page of ours that sent the reader here (``next``), to return to; never a foreign one."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours and asked.isprintable() else otherwise
