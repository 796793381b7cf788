"""Settings and listeners: named in one place, and named truly."""

import ast
import re

from motcua.kernel.outbox import LISTENERS
from tests.architecture.code import ROOT, SOURCE, modules, place


def test_the_example_names_every_setting_and_no_other():
    tree = ast.parse((SOURCE / "project" / "settings.py").read_text())
    read = {
        f"MOTCUA_{node.args[0].value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "env" and isinstance(node.args[0], ast.Constant)
    }  # fmt: skip

    assert set(re.findall(r"^(MOTCUA_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)) == read


def test_the_environment_is_read_in_one_place():
    readings = [
        place(path, node.lineno)
        for path, tree in modules()
        if path.parts[-2:] not in {("project", name) for name in READERS}
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]

    assert readings == []


# Beside the settings: those who start other programs, or Django itself.
READERS = {"environment.py", "cli.py", "wsgi.py", "backup.py"}


def test_every_listener_is_named_after_the_function_that_listens():
    misnamed = [
        f"{event}: {name}"
        for event, listeners in LISTENERS.items()
        for name, function in listeners.items()
        if f"{function.__module__}.{function.__qualname__}"
        != "motcua.{}.listeners.{}".format(*name.split("."))
    ]

    assert LISTENERS
    assert misnamed == []


def test_every_event_that_is_listened_to_is_announced_by_somebody():
    announced = {
        ast.unparse(node.value).strip("'\"")
        for path, tree in modules()
        if path.stem == "events" or path.parent.name == "events"
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None
        and "NAME" in ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])
    }  # fmt: skip

    assert set(LISTENERS) - announced == set()
