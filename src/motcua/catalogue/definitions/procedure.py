from typing import Literal

from motcua.catalogue.definitions.base import Confidence, Definition
from motcua.catalogue.definitions.fees import Fee
from motcua.catalogue.definitions.forms import Form, Option
from motcua.catalogue.definitions.times import StatutoryTime

PaperMode = Literal["submit", "present"]
OnlineLevel = Literal["none", "partial", "full"]
DossierChannel = Literal["", "direct", "online", "post", "home", "mobile"]


class Case(Definition, frozen=True):
    """One case (trường hợp) of a procedure with its own limit or fee.

    A case with a ``channel`` applies by itself to dossiers of that channel; ``when`` suggests the case from
    the answers; otherwise the officer chooses it.
    """

    id: str
    name_vi: str
    channel: DossierChannel = ""
    when: str = ""
    time: StatutoryTime | None = None
    note: str = ""


class Document(Definition, frozen=True):
    """One component of a dossier (thành phần hồ sơ).

    ``mode``: submitted and kept, or shown, compared and handed back. ``when_vi`` tells people when the paper
    is needed; ``when`` says the same over the answers, where they can decide it. ``replaced_by_data`` names
    the database that is looked up first; the paper is asked for only if nothing is found there.
    """

    id: str
    name_vi: str
    mode: PaperMode
    required: bool
    source: Confidence
    original: int = 0
    copy: int = 0
    certified: int = 0
    when_vi: str = ""
    when: str = ""
    replaced_by_data: str = ""
    online_equivalent: str = ""
    form_ref: str = ""
    note: str = ""


class Result(Definition, frozen=True):
    """What the person receives (kết quả). ``code`` is the national result code, "" when not established."""

    name_vi: str
    source: Confidence
    code: str = ""


class Channels(Definition, frozen=True):
    """The ways in. ``online_level``: none, partial (một phần) or full (toàn trình)."""

    direct: bool
    postal: bool
    online_level: OnlineLevel
    online_level_source: Confidence
    mobile_service: bool
    assisted_at_desk: bool = False
    reception_hours_vi: str = ""
    other_vi: str = ""
    e_copy: str = ""


class Step(Definition, frozen=True):
    """One step of the usual internal process: an example split, replaced by each office's own workflow.

    ``hours`` are working hours (8 a day), None where another body decides; ``counted`` False leaves the step
    out of the limit; ``paused`` stops the clock; ``status_after`` is the national portal's state code 1–10.
    ``sub`` is the code of the linked procedure that the step belongs to.
    """

    seq: int
    role: str
    action_vi: str
    status_after: int
    hours: float | None = None
    papers: tuple[str, ...] = ()
    publish_days: int | None = None
    publish_unit: Literal["", "working_day", "calendar_day"] = ""
    counted: bool = True
    paused: bool = False
    optional: bool = False
    parallel_group: str = ""
    sub: str = ""


class LinkedProcedures(Definition, frozen=True):
    """How procedures are linked (liên thông): a bundle names its parts, a part names its bundle."""

    bundle: str = ""
    role: str = ""
    sub_procedures: tuple[str, ...] = ()
    parallel: bool = False
    choose: tuple[int, ...] = ()
    failure_rule_vi: str = ""


class ProcedureDefinition(Definition, frozen=True):
    """Everything that one version of a procedure (thủ tục hành chính) says.

    ``lookups`` are the lists of choices that the e-form uses, as they were when the version was published.
    """

    id: str
    code: str
    name_vi: str
    name_en: str
    field: str
    level: Literal["province", "district", "commune"]
    statutory_time: StatutoryTime
    fee: Fee
    results: tuple[Result, ...]
    channels: Channels
    steps: tuple[Step, ...]
    legal_basis: tuple[str, ...]
    form: Form
    code_source: Confidence
    documents: tuple[Document, ...] = ()
    cases: tuple[Case, ...] = ()
    code_note: str = ""
    publishing_decision: str = ""
    managing_sector: str = ""
    level_history: str = ""
    non_territorial: bool | None = None
    conditions_vi: tuple[str, ...] = ()
    linked: LinkedProcedures | None = None
    reference_models: tuple[str, ...] = ()
    notes: str = ""
    lookups: dict[str, tuple[Option, ...]] = {}

    def case(self, case_id: str) -> Case:
        """Return a case by its id. Raises KeyError for a case that this version does not know."""
        for case in self.cases:
            if case.id == case_id:
                return case
        raise KeyError(case_id)
