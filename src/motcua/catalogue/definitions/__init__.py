"""One procedure version as typed, frozen values; the YAML files and the rows hold exactly this."""

from motcua.catalogue.definitions.base import Confidence, Definition
from motcua.catalogue.definitions.clock import ApologyRule, ClockRules, CutoffRule, SupplementRule
from motcua.catalogue.definitions.fees import Fee, FeeItem, FeeQuantity, FeeTier, FeeWhen, Within
from motcua.catalogue.definitions.forms import Column, Field, Form, Option, Section
from motcua.catalogue.definitions.procedure import (
    Case,
    Channels,
    Document,
    LinkedProcedures,
    ProcedureDefinition,
    Result,
    Step,
)
from motcua.catalogue.definitions.times import Extension, StatutoryTime, TimeUnit

__all__ = [
    "ApologyRule",
    "Case",
    "Channels",
    "ClockRules",
    "Column",
    "Confidence",
    "CutoffRule",
    "Definition",
    "Document",
    "Extension",
    "Fee",
    "FeeItem",
    "FeeQuantity",
    "FeeTier",
    "FeeWhen",
    "Field",
    "Form",
    "LinkedProcedures",
    "Option",
    "ProcedureDefinition",
    "Result",
    "Section",
    "StatutoryTime",
    "Step",
    "SupplementRule",
    "TimeUnit",
    "Within",
]
