"""Pages for everybody: whoever asks gets the same answer, so that any cache may keep it."""

from django.urls import reverse
from django.utils.cache import add_never_cache_headers


class PublicPagesMiddleware:
    """Below the public register no cookie is read and none is set.

    What is found says itself how long it may be kept. What is not found is never kept, so that a
    register that opens or closes does so at once.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(reverse("register")):
            return self.get_response(request)
        request.COOKIES = {}
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        response.cookies.clear()
        if response.status_code in (200, 304):
            del response["Vary"]  # the language stands in the address
        else:
            add_never_cache_headers(response)
        return response
