"""What the import linter cannot see: keys named by strings, private modules, writes in a surface."""

import ast

from tests.architecture.code import SOURCE, layers, models, modules, package_of, place

PRIVATE = {"rules", "listeners", "admin"}
WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "acreate", "asave", "adelete", "aupdate",
}  # fmt: skip
CLOCKS = {
    f"{call}()"
    for call in ("timezone.now", "timezone.localtime", "timezone.localdate", "datetime.now", "datetime.today",
                 "date.today", "time.time")
}  # fmt: skip


def test_foreign_keys_point_down():
    depth = layers()
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many) and field.concrete
        and depth.get(field.related_model._meta.app_label, 99) < depth[model._meta.app_label]
    ]  # fmt: skip

    assert upward == []


def test_siblings_hold_no_keys_to_each_other():
    depth = layers()
    sideways = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one) and field.concrete
        and field.related_model._meta.app_label != model._meta.app_label
        and depth.get(field.related_model._meta.app_label) == depth[model._meta.app_label]
    ]  # fmt: skip

    assert sideways == []


def test_rules_listeners_and_admin_are_private_to_their_package():
    strays = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("motcua.")):
                continue
            owner, *rest = node.module.split(".")[1:]
            names = {*rest, *(alias.name for alias in node.names)}
            if names & PRIVATE and package_of(path) not in {owner, "project"}:
                strays.append(f"{place(path, node.lineno)} imports {node.module}")

    assert strays == []


def test_surfaces_write_nothing():
    writes = [
        f"{place(path, node.lineno)} .{node.func.attr}()"
        for path, tree in modules(SOURCE / "surfaces")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]

    assert writes == []


def test_the_domain_never_reads_the_clock():
    allowed = {"kernel", "project", "surfaces"}
    readings = [
        place(path, node.lineno)
        for path, tree in modules()
        if package_of(path) not in allowed and not {"management", "admin.py"} & set(path.parts)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node) in CLOCKS
    ]

    assert readings == []
