"""A workflow as a file that an office can keep, send to its neighbour and read back unchanged."""

import msgspec
import yaml
from django.utils.translation import gettext as _

from motcua.process import rules
from motcua.process.definitions import WorkflowDefinition


def write(workflow: WorkflowDefinition) -> str:
    """Return the YAML text of a workflow; ``read`` gives back an equal workflow."""
    data = msgspec.to_builtins(workflow)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def read(text: str) -> WorkflowDefinition:
    """Return the workflow of a YAML text, checked as if it were published.

    Raises:
        WorkflowFaulty: the text is no list of steps, or the steps do not make a workflow.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise rules.WorkflowFaulty(
            [_("Tệp không đọc được. Hãy xuất lại tệp từ một quy trình có sẵn.")]
        ) from error
    workflow = rules.read(data if isinstance(data, dict) else {})
    rules.check(workflow)
    return workflow
