from rest_framework.pagination import PageNumberPagination


class Paging(PageNumberPagination):
    """Fifty rows a page; a reader may ask for up to five hundred."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500

    def get_paginated_response_schema(self, schema):
        """As it is answered: the first page has no previous one, the last no next."""
        declared = super().get_paginated_response_schema(schema)
        for link in ["next", "previous"]:
            declared["properties"][link] = {"type": ["string", "null"], "format": "uri"}
        declared["required"] = ["count", "next", "previous", "results"]
        return declared
