"""The e-form (biểu mẫu điện tử) of a procedure version: asked, typed, checked and read back from one definition."""

from motcua.catalogue.eforms.answering import derive, initial, prefill
from motcua.catalogue.eforms.checking import validate
from motcua.catalogue.eforms.display import to_display
from motcua.catalogue.eforms.posting import from_post
from motcua.catalogue.eforms.rendering import RenderCell, RenderField, RenderSection, fields_for_render
from motcua.catalogue.eforms.schema import json_schema
from motcua.catalogue.eforms.visibility import kept, visible

__all__ = [
    "RenderCell",
    "RenderField",
    "RenderSection",
    "derive",
    "fields_for_render",
    "from_post",
    "initial",
    "json_schema",
    "kept",
    "prefill",
    "to_display",
    "validate",
    "visible",
]
