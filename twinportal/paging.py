from rest_framework.pagination import PageNumberPagination


class Paging(PageNumberPagination):
    """Fifty rows a page; a reader may ask for up to five hundred."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500
