"""Columns that follow another column of their row, in single and in bulk writes alike."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _CharField = models.CharField[str, str]
    _YearField = models.PositiveSmallIntegerField[int | None, int | None]
else:
    _CharField, _YearField = models.CharField, models.PositiveSmallIntegerField


class DerivedCharField(_CharField):
    """Text worked out from ``source`` each time the row is written; what the caller sets is ignored."""

    def __init__(self, *args: Any, source: str = "", form: Callable[[str], str] = str, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "editable": False})
        self._source, self._form = source, form

    def deconstruct(self) -> Any:
        """Leave the rule to the model: migrations know a plain column."""
        name, _path, args, kwargs = super().deconstruct()
        del kwargs["editable"]
        return name, "django.db.models.CharField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = self._form(getattr(model_instance, self._source))
        setattr(model_instance, self.attname, value)
        return value


class YearField(_YearField):
    """The year of the date in ``source``; while there is no date, the year that the caller knows."""

    def __init__(self, *args: Any, source: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._source = source

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveSmallIntegerField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> int | None:
        day = getattr(model_instance, self._source)
        if day is not None:
            setattr(model_instance, self.attname, day.year)
        return super().pre_save(model_instance, add)  # type: ignore[no-any-return]
