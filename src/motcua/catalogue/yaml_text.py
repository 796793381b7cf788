"""The catalogue as readable YAML: one line for each field, paper, step or choice, in a fixed order."""

import re
from typing import Any

import yaml

_BLOCKS = frozenset({"fields", "sections", "procedures", "rules", "cutoff_rules"})


_LINE = 160


class _OneLine(dict[str, Any]):
    pass


class _OneLineList(list[Any]):
    pass


class _Dumper(yaml.CSafeDumper):
    pass


class _Loader(yaml.CSafeLoader):
    """A safe loader that knows decimal numbers only: 15:00 and 2026-07-01 stay the texts that they are."""


_Dumper.add_representer(
    _OneLine,
    lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True),
)
_Dumper.add_representer(
    _OneLineList,
    lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True),
)
_INT, _TIMESTAMP = "tag:yaml.org,2002:int", "tag:yaml.org,2002:timestamp"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_INT, _TIMESTAMP)]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_INT, re.compile(r"^[-+]?(0|[1-9][0-9]*)$"), list("-+0123456789"))


def dump(value: Any) -> str:
    """Write plain values as YAML; the same value always gives the same text."""
    return yaml.dump(
        _arranged(value, in_list=False),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )


def load(text: str) -> Any:
    """Read YAML text into plain values.

    Raises:
        yaml.YAMLError: the text is not YAML; its ``problem_mark`` tells the line.
    """
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - derives from the safe loader


def _arranged(value: Any, *, in_list: bool) -> Any:
    if isinstance(value, dict):
        inner = {key: _arranged(part, in_list=False) for key, part in value.items()}
        flat = not any(isinstance(part, dict | list | tuple) for part in value.values())
        return _OneLine(inner) if flat or (in_list and not _BLOCKS & value.keys()) else inner
    if isinstance(value, list | tuple):
        parts = [_arranged(part, in_list=True) for part in value]
        flat = not any(isinstance(part, dict | list) for part in parts)
        return _OneLineList(parts) if flat and sum(len(str(part)) + 2 for part in parts) <= _LINE else parts
    return value
