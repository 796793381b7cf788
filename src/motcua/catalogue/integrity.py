"""Does a definition hold together? Faults are found when it is published, never when a dossier waits on it."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from jsonschema_rs import ValidationError

from motcua.catalogue.conditions import BadCondition, fields_of, parse
from motcua.catalogue.definitions import Column, FeeItem, Field, ProcedureDefinition
from motcua.catalogue.eforms.answering import DERIVED
from motcua.catalogue.eforms.dates import RULE
from motcua.catalogue.eforms.options import options_of
from motcua.catalogue.eforms.schema import validator
from motcua.organisation.roles import Role

_FACTS_OF_A_DOSSIER = {"case", "channel"}


def faults(definition: ProcedureDefinition) -> list[str]:
    """Return a Vietnamese sentence for each fault of a definition; each names the place."""
    return [
        *_names(definition),
        *_steps(definition),
        *_questions(definition),
        *_conditions(definition),
        *_fees(definition),
        *_schema(definition),
    ]


def _names(definition: ProcedureDefinition) -> Iterator[str]:
    groups = {
        "form": [field.id for field in definition.form.fields],
        "documents": [document.id for document in definition.documents],
        "cases": [case.id for case in definition.cases],
        "fee.items": [item.id for item in definition.fee.items],
    }
    for place, ids in groups.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield _("%(place)s: tên mã “%(name)s” dùng hai lần.") % {"place": place, "name": name}
            if not re.fullmatch(r"[A-Za-z0-9_]+", name):
                yield _("%(place)s: tên mã “%(name)s” chỉ được gồm chữ không dấu, số và gạch dưới.") % {
                    "place": place,
                    "name": name,
                }


def _steps(definition: ProcedureDefinition) -> Iterator[str]:
    for step in definition.steps:
        if step.role not in Role.values:
            yield _("steps, bước %(seq)d: không có vai trò “%(role)s”.") % {
                "seq": step.seq,
                "role": step.role,
            }


def _questions(definition: ProcedureDefinition) -> Iterator[str]:
    ids = {field.id for field in definition.form.fields}
    for field in definition.form.fields:
        questions: list[Field | Column] = [field, *field.columns]
        for question in questions:
            if question.type in ("enum", "multi_enum") and not options_of(definition, question):
                yield _("form, ô “%(field)s”: không có danh sách để chọn.") % {"field": question.id}
        derived = DERIVED.fullmatch(field.derived)
        if field.derived and (derived is None or derived["field"] not in ids):
            yield _("form, ô “%(field)s”: không hiểu cách tính “%(text)s”.") % {
                "field": field.id,
                "text": field.derived,
            }
        rule = RULE.fullmatch(field.rule)
        if field.rule and (rule is None or (rule["field"] and rule["field"] not in ids)):
            yield _("form, ô “%(field)s”: không hiểu quy tắc “%(text)s”.") % {
                "field": field.id,
                "text": field.rule,
            }
        if isinstance(field.max, str) and field.max not in ("today", "now"):
            yield _("form, ô “%(field)s”: không hiểu giới hạn “%(text)s”.") % {
                "field": field.id,
                "text": field.max,
            }


def _conditions(definition: ProcedureDefinition) -> Iterator[str]:
    questions = {field.id for field in definition.form.fields}
    texts = [
        *((f"form, {field.id}", field.when, questions) for field in definition.form.fields),
        *((f"cases, {case.id}", case.when, questions) for case in definition.cases),
        *((f"documents, {d.id}", d.when, questions | _FACTS_OF_A_DOSSIER) for d in definition.documents),
        *((f"fee.items, {item.id}", item.when.answers, questions) for item in definition.fee.items),
    ]
    for place, text, known in texts:
        try:
            unknown = set(fields_of(parse(text))) - known
        except BadCondition as bad:
            yield _("%(place)s: không hiểu điều kiện “%(text)s”.") % {"place": place, "text": bad}
            continue
        for name in sorted(unknown):
            yield _("%(place)s: điều kiện nói tới ô “%(name)s” không có trong biểu mẫu.") % {
                "place": place,
                "name": name,
            }


def _fees(definition: ProcedureDefinition) -> Iterator[str]:
    fields = {field.id: field for field in definition.form.fields}
    cases = {"", *(case.id for case in definition.cases)}
    for item in definition.fee.items:
        names = [item.quantity.field, item.quantity.rows]
        names += [part.field for part in (item.when.within, item.when.after) if part]
        for name in filter(None, names):
            if name not in fields:
                yield _("fee.items, %(item)s: không có ô “%(name)s” trong biểu mẫu.") % {
                    "item": item.id,
                    "name": name,
                }
        yield from _fee_columns(item, fields)
        if item.when.case is not None and item.when.case not in cases:
            yield _("fee.items, %(item)s: không có trường hợp “%(name)s”.") % {
                "item": item.id,
                "name": item.when.case,
            }
        if item.amount_vnd is None and not item.tiers and not item.set_by:
            yield _("fee.items, %(item)s: chưa có mức thu và cũng chưa nói ai quy định.") % {"item": item.id}


def _fee_columns(item: FeeItem, fields: dict[str, Field]) -> Iterator[str]:
    table = fields.get(item.quantity.rows)
    columns = {column.id for column in table.columns} if table else set()
    for name in filter(None, (item.quantity.units, item.quantity.pieces)):
        if name not in columns:
            yield _("fee.items, %(item)s: bảng không có cột “%(name)s”.") % {"item": item.id, "name": name}


def _schema(definition: ProcedureDefinition) -> Iterator[str]:
    try:
        validator(definition)
    except (ValidationError, ValueError) as error:
        yield _("form: mẫu kiểm tra không dùng được (%(error)s).") % {"error": error}
