from motcua.catalogue.definitions import Column, Field, Option, ProcedureDefinition

LOOKUP = "lookup:"


def options_of(definition: ProcedureDefinition, question: Field | Column) -> tuple[Option, ...]:
    """Return the choices of a question, from its own list or from the lookup pinned with the version."""
    if isinstance(question.options, str):
        return definition.lookups.get(question.options.removeprefix(LOOKUP), ())
    return question.options


def lookup_names(definition: ProcedureDefinition) -> set[str]:
    """Return the names of the lookups that an e-form uses."""
    questions: list[Field | Column] = [
        *definition.form.fields,
        *(c for f in definition.form.fields for c in f.columns),
    ]
    texts = [q.options for q in questions if isinstance(q.options, str)]
    return {text.removeprefix(LOOKUP) for text in texts}
