from motcua.process.models.case import Case, StepAssignment, StepRun
from motcua.process.models.workflow import Workflow, WorkflowVersion

__all__ = ["Case", "StepAssignment", "StepRun", "Workflow", "WorkflowVersion"]
