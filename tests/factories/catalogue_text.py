"""Procedure definitions straight from the files that come with the package, without any database."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from motcua.catalogue import yaml_text
from motcua.catalogue.definitions import ProcedureDefinition


@lru_cache(maxsize=1)
def definitions() -> dict[str, ProcedureDefinition]:
    """All procedures of the catalogue by their id."""
    folder = files("motcua.catalogue") / "data" / "procedures"
    texts = (path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".yaml"))
    found = [msgspec.convert(yaml_text.load(text), ProcedureDefinition) for text in texts]
    return {definition.id: definition for definition in found}
