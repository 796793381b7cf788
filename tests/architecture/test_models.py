"""What holds for every model."""

from django.db import models as fields

from motcua.kernel.privacy import Privacy
from tests.architecture.code import models
from tests.architecture.words import is_vietnamese

TELLING = (
    fields.CharField, fields.TextField, fields.DateField, fields.DateTimeField, fields.TimeField,
    fields.JSONField, fields.FileField, fields.GenericIPAddressField, fields.BinaryField,
)  # fmt: skip


def test_every_field_that_could_tell_of_a_person_is_classified():
    unclassified = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.concrete_fields
        if isinstance(field, TELLING)
        and not field.choices
        and field.name not in getattr(model, "privacy", {})
    ]

    assert unclassified == []


def test_no_classification_names_a_field_that_is_gone():
    unknown = [
        f"{model._meta.label}.{name}"
        for model in models()
        for name, level in getattr(model, "privacy", {}).items()
        if name not in {field.name for field in model._meta.concrete_fields} or level not in Privacy
    ]

    assert unknown == []


def test_who_and_when_stand_or_fall_together():
    loose = []
    for model in models():
        nullable = {field.name: field.null for field in model._meta.concrete_fields}
        conditions = [str(getattr(rule, "condition", "")) for rule in model._meta.constraints]
        for name in nullable:
            stem = name.removesuffix("_by")
            for when in (f"{stem}_at", f"{stem}_on"):
                if name == stem or when not in nullable or not (nullable[name] or nullable[when]):
                    continue
                if not any(f"'{name}" in text and f"'{when}" in text for text in conditions):
                    loose.append(f"{model._meta.label}: {when}, {name}")

    assert loose == []


def test_every_constraint_has_a_name_of_its_own_words():
    nameless = [
        f"{model._meta.label}: {rule.name}"
        for model in models()
        for rule in model._meta.constraints
        if not rule.name or rule.name.startswith(model._meta.app_label + "_" + model._meta.model_name + "_c")
    ]

    assert nameless == []


def test_people_read_a_vietnamese_name_for_every_model_and_field():
    foreign = [
        f"{model._meta.label}.{name}: {title}"
        for model in models()
        for name, title in [
            ("", str(model._meta.verbose_name)),
            *((field.name, str(field.verbose_name)) for field in model._meta.concrete_fields),
        ]
        if name not in {"id", "password", "last_login", "is_superuser"} and not is_vietnamese(title)
    ]

    assert foreign == []


def test_no_model_orders_its_rows_where_nobody_asked():
    assert [model._meta.label for model in models() if model._meta.ordering] == []
