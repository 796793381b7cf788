"""Addresses of lists: the filters of the domain, a mark of the page, written as a link."""

from urllib.parse import urlencode

from django.urls import reverse

from motcua.dossiers.queries import Cursor, Filters

MARK = "trang"


def query(filters: Filters) -> str:
    """The filters as they stand behind the question mark; "" for the list of everything."""
    return urlencode(filters.to_query())


def address(filters: Filters, cursor: Cursor | None = None) -> str:
    """Return the address of the list that shows exactly these dossiers, from a mark on."""
    parameters = filters.to_query()
    if cursor is not None:
        parameters[MARK] = cursor.to_text()
    behind = urlencode(parameters)
    return f"{reverse('desk:dossiers')}?{behind}" if behind else reverse("desk:dossiers")
