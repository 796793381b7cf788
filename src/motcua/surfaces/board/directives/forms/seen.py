"""A form that is drawn over something that several people write."""

from django import forms

from motcua.directives.services import ChangedMeanwhile
from motcua.surfaces.board.page_form import PageForm


class SeenForm(PageForm):
    """``revision`` is what the screen showed; a form that came too late keeps what was typed and says so."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def is_stale(self) -> bool:
        """Whether somebody changed it meanwhile; the form may be sent again once its writer has been told."""
        return isinstance(self.refusal, ChangedMeanwhile)
