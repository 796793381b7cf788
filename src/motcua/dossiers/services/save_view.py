from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers.models import SavedView
from motcua.kernel.refusals import Refusal
from motcua.kernel.vietnamese import clean
from motcua.organisation.access import Officer


class NameNeeded(Refusal):
    """A saved list has a name."""


@transaction.atomic
def save_view(*, name: str, query: str, by: Officer) -> SavedView:
    """Keep the filters of a list under a name; the same name again takes the new filters."""
    if not clean(name):
        raise NameNeeded(_("Đặt tên cho danh sách."), field="name")
    view, _created = SavedView.objects.update_or_create(
        owner_id=by.account_id, name=clean(name)[:60], defaults={"query": query[:500]}
    )
    return view


@transaction.atomic
def delete_view(*, view_id: int, by: Officer) -> None:
    """Forget a saved list of one's own."""
    SavedView.objects.filter(pk=view_id, owner=by.account_id).delete()
