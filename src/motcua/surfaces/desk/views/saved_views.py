"""Lists that an officer comes back to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.dossiers import services
from motcua.dossiers.queries import Filters
from motcua.identity.questions import understand
from motcua.organisation.access import Officer
from motcua.surfaces.components.act_only import act_only
from motcua.surfaces.desk import list_links
from motcua.surfaces.desk.forms.lists import SaveView
from motcua.surfaces.desk.work_access import reader_page
from motcua.surfaces.desk.work_parts import first_errors


@act_only
@reader_page
def save(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Keep the list on the screen under a name; the same name again takes the new filters."""
    form = SaveView(request.POST)
    filters = Filters.from_query(QueryDict(request.POST.get("query", "")))
    if understand(filters.text).number:
        messages.error(
            request, _("Để giữ kín số định danh, máy không lưu danh sách tìm theo số của một người.")
        )
    elif form.is_valid():
        view = services.save_view(by=officer, name=form.cleaned_data["name"], query=list_links.query(filters))
        messages.success(request, _("Đã lưu danh sách “%(name)s”.") % {"name": view.name})
    else:
        messages.error(request, next(iter(first_errors(form).values())))
    return redirect(list_links.address(filters))


@act_only
@reader_page
def delete(request: HttpRequest, officer: Officer, pk: int) -> HttpResponse:
    """Forget a saved list of one's own."""
    services.delete_view(view_id=pk, by=officer)
    messages.success(request, _("Đã bỏ danh sách đã lưu."))
    return redirect("desk:dossiers")
