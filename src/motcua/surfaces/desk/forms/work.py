from django import forms


class Quick(forms.Form):
    """An act on one row: ``revision`` is what the screen showed, ``step`` the step that the button named."""

    revision = forms.IntegerField(required=False)
    step = forms.IntegerField(required=False)
