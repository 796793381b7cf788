"""What the e-form says, in words: for reading, and for the result that repeats it."""

from typing import Any

from motcua.catalogue.definitions import Column, Field
from motcua.catalogue.eforms.display import spoken, to_display
from motcua.kernel.vietnamese import clean
from motcua.surfaces.desk.dossier_scene import Scene

Sections = list[tuple[str, list[tuple[str, str]]]]


def answers(scene: Scene) -> Sections:
    """All answers by section, as people read them."""
    return to_display(scene.definition, scene.dossier.answers, on=scene.now.date())


def said(scene: Scene, field_id: str) -> str:
    """One answer in words; "" for one that is not there."""
    value = scene.dossier.answers.get(field_id)
    field = _field(scene, field_id)
    if field is None or value in (None, "", []):
        return ""
    return clean(spoken(scene.definition, field, value))


def table(scene: Scene, field_id: str) -> list[dict[str, str]]:
    """The rows of a table, each cell in words."""
    field = _field(scene, field_id)
    rows = scene.dossier.answers.get(field_id)
    if field is None or not isinstance(rows, list):
        return []
    return [_row(scene, field.columns, row) for row in rows if isinstance(row, dict)]


def _row(scene: Scene, columns: tuple[Column, ...], row: dict[str, Any]) -> dict[str, str]:
    return {
        column.id: spoken(scene.definition, column, row[column.id]) for column in columns if column.id in row
    }


def _field(scene: Scene, field_id: str) -> Field | None:
    return next((field for field in scene.definition.form.fields if field.id == field_id), None)
