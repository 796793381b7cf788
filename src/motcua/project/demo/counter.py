"""The counter's verbs in memory: what ``dossiers.services`` writes when a dossier comes in and goes out.

Each method makes the rows and the ledger entry of the service of the same name, from the same pure rules, without
asking again what the service would refuse. A test takes the same lives through both and compares every row.
"""

import secrets
from datetime import date, datetime
from typing import Any

import msgspec

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.catalogue import fees as tariff
from motcua.catalogue.fees import FeeAssessment
from motcua.documents.models import Book, BookKind, Paper
from motcua.documents.papers.content import Content
from motcua.documents.papers.desk_forms import ReceivedPaper
from motcua.documents.papers.kinds import KINDS
from motcua.dossiers import clock, judging, papers, receiving
from motcua.dossiers.inputs import ComponentInput, Intake, SupplementInput
from motcua.dossiers.models import Dossier, DossierComponent, SupplementItem
from motcua.kernel.vietnamese import clean, search_form
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from motcua.payments.models import Bill, Receipt
from motcua.payments.services.assess_bill import fill_in
from motcua.process.definitions import StepKind
from motcua.process.models import Case
from motcua.process.running import new_run
from motcua.project.demo.clockwork import Clockwork
from motcua.project.demo.dated import Dated, local_day
from motcua.project.demo.held import Entering, Held, HeldCase
from motcua.project.demo.people import People
from motcua.project.demo.records import Records


class Counter(Clockwork):
    """What is done at the counter; ``Desk`` adds what happens behind it."""

    def __init__(self, records: Records, dated: Dated, people: People, units: dict[int, Unit]) -> None:
        super().__init__(records, dated)
        self.people, self.units = people, units
        self._books: dict[tuple[int, str, int], Book] = {}

    def submit(self, *, intake: Intake, by: Officer, at: datetime) -> Held:
        assert intake.unit_id is not None
        entering = self._bring_in(intake, unit_id=intake.unit_id, by=by, at=at)
        entering.go("submit")
        entering.record("submit", draft=intake.key)
        self._add_papers(entering, intake.components)
        return entering.held

    def accept(self, *, intake: Intake, by: Officer, at: datetime) -> Held:
        entering = self._bring_in(intake, unit_id=by.unit_id, by=by, at=at)
        received = papers.given_papers(entering.held.definition, intake.components)
        self._accept(entering, "accept", received, days=intake.limit_days, reason=intake.limit_reason)
        entering.record("accept", draft=intake.key)
        self._add_papers(entering, intake.components)
        return entering.held

    def accept_registered(
        self, held: Held, *, by: Officer, at: datetime, limit_days: int | None = None, limit_reason: str = ""
    ) -> None:
        entering = Entering(held, self.records, by, at)
        received = papers.kept_papers(held.components)
        self._accept(entering, "accept", received, days=limit_days, reason=limit_reason)
        entering.record("accept")

    def accept_completed(
        self,
        held: Held,
        *,
        components: tuple[ComponentInput, ...],
        by: Officer,
        at: datetime,
        limit_days: int | None = None,
        limit_reason: str = "",
    ) -> None:
        entering = Entering(held, self.records, by, at)
        self._add_papers(entering, components)
        self._take_items(held, by=by, at=at)
        received = papers.kept_papers(held.components)
        self._accept(entering, "accept_completed", received, days=limit_days, reason=limit_reason)
        entering.record("accept_completed")

    def refuse(
        self,
        held: Held | None,
        *,
        reason: str,
        legal_ground: str,
        by: Officer,
        at: datetime,
        intake: Intake | None = None,
    ) -> Held:
        entering = self._in_hand(held, intake, by=by, at=at)
        entering.change(closed_at=at)
        entering.go("refuse")
        entering.record("refuse", reason=reason.strip(), legal_ground=legal_ground.strip())
        if intake is not None:
            self._add_papers(entering, intake.components)
        slip = papers.refusal_slip(
            entering.dossier, reason=reason, legal_ground=legal_ground, officer_name=by.name, at=at
        )
        self.issue("form_03", entering.dossier.received_unit_id, slip, entering)
        return entering.held

    def ask_supplement(
        self,
        held: Held | None,
        *,
        items: tuple[SupplementInput, ...],
        by: Officer,
        at: datetime,
        respond_by: date | None = None,
        intake: Intake | None = None,
    ) -> Held:
        entering = self._in_hand(held, intake, by=by, at=at)
        dossier = entering.dossier
        if dossier.accepted_at is not None:
            self.stand_still(entering)
        entering.go("ask_supplement")
        entering.record("ask_supplement", **self._request(entering, items, respond_by))
        if intake is not None:
            self._add_papers(entering, intake.components)
        names = {document.id: document.name_vi for document in entering.held.definition.documents}
        entering.held.items += [
            self.records.new(
                SupplementItem(
                    dossier=dossier,
                    component_id=item.component_id,
                    name=names[item.component_id][:500],
                    copy_kind=item.copy_kind,
                    reason=item.reason.strip()[:500],
                    asked_at=at,
                    asked_by_id=by.account_id,
                )
            )
            for item in items
        ]
        slip = papers.supplement_request(dossier, items=items, respond_by=respond_by, officer=by, at=at)
        self.issue("form_02", dossier.received_unit_id, slip, entering)
        return entering.held

    def collect_fee(self, held: Held, *, amount_vnd: int, method: str, by: Officer, at: datetime) -> None:
        dossier, year = held.dossier, local_day(at).year
        assert dossier.bill is not None
        unit_id = dossier.bill.unit_id
        receipt = Receipt(
            bill=dossier.bill,
            unit_id=unit_id,
            year=year,
            number=f"{self.records.number(f'receipt:{unit_id}:{year}'):07}",
            amount_vnd=amount_vnd,
            method=method,
            paid_at=at,
            collected_by_id=by.account_id,
        )
        held.others.append(self.records.new(receipt))
        held.owed_vnd -= amount_vnd
        Entering(held, self.records, by, at).record(
            "collect_fee", receipt=receipt.number, amount_vnd=amount_vnd, method=str(method)
        )

    def return_result(
        self, held: Held, *, received_by_name: str, channel: str, by: Officer, at: datetime
    ) -> None:
        step = held.running.open_of_kind(StepKind.RETURN)
        assert step is not None
        self.complete(held, step.key, by=by, at=at)
        entering = Entering(held, self.records, by, at)
        entering.change(
            returned_at=at,
            returned_by_id=by.account_id,
            returned_to=clean(received_by_name)[:200],
            return_channel=channel,
        )
        entering.go("return_result")
        entering.record("return_result", received_by=clean(received_by_name), channel=str(channel))

    # Inside

    def complete(self, held: Held, key: str, *, by: Officer, at: datetime, note: str = "") -> Any:
        raise NotImplementedError

    def _in_hand(self, held: Held | None, intake: Intake | None, *, by: Officer, at: datetime) -> Entering:
        if held is not None:
            return Entering(held, self.records, by, at)
        assert intake is not None
        return self._bring_in(intake, unit_id=by.unit_id, by=by, at=at)

    def _bring_in(self, intake: Intake, *, unit_id: int, by: Officer, at: datetime) -> Entering:
        on = local_day(at)
        version = self.dated.versions[intake.version_id]
        definition = version.definition
        answers = judging.answers_of(definition, intake.answers, on=on)
        person = self.people.applicant_of(intake, by=by, at=at)
        unit = self.units[unit_id]
        subject = receiving.subject_name(definition, answers)
        agency, stamp = unit.agency_code or unit.code, f"{on:%y%m%d}"
        dossier = self.records.new(
            Dossier(
                code=f"{agency}-{stamp}-{self.records.number(f'dossier:{agency}:{stamp}'):04d}",
                intake_key=intake.key,
                follow_token=secrets.token_urlsafe(16),
                unit=unit,
                received_unit=unit,
                procedure=version.procedure,
                version=version,
                field=definition.field,
                procedure_case=intake.case_id,
                channel=intake.channel,
                return_channel=intake.return_channel,
                return_address=intake.return_address.strip(),
                applicant=person,
                applicant_name=person.full_name,
                subject_name=subject,
                search_name=search_form(f"{person.full_name} {subject}"),
                contact_phone=person.phone,
                contact_address=person.address,
                answers=answers,
                sets=intake.sets,
                recorded_at=at,
                submitted_at=intake.submitted_at or at,
            )
        )
        return Entering(Held(dossier, person), self.records, by, at)

    def _accept(
        self,
        entering: Entering,
        verb: str,
        received: list[ReceivedPaper],
        *,
        days: int | None,
        reason: str,
    ) -> None:
        dossier, held, at, by = entering.dossier, entering.held, entering.at, entering.officer
        on = local_day(at)
        self._promise(entering, on, days=days, reason=reason)
        book = self._book(dossier.received_unit_id, BookKind.DOSSIERS, on.year)
        bill = self._bill(entering, on)
        held.case = self._open_case(entering, on)
        entering.change(
            accepted_at=at,
            accepted_by_id=by.account_id,
            book_number=book.title,
            book_sequence=self.records.number(f"book:{book.unit_id}:{book.kind}:{book.year}"),
            bill=bill,
            case=held.case.case,
        )
        slip = papers.reception_slip(dossier, received=received, bill=bill, officer_name=by.name, at=at)
        entering.change(receipt=self.issue("form_01", dossier.received_unit_id, slip, entering))
        entering.go(verb)

    def _promise(self, entering: Entering, on: date, *, days: int | None, reason: str) -> None:
        dossier, definition = entering.dossier, entering.held.definition
        rules = self.dated.policy(on).rules
        own = clock.limit_of(definition, channel=dossier.channel, case_id=dossier.procedure_case, rules=rules)
        limit = own or TimeLimit(days or 0, TimeUnit.WORKING_DAY)
        calendar = entering.held.calendar = self.dated.calendar(dossier.unit_id, on)
        due_at = clock.due(definition, limit, received=entering.at, rules=rules, calendar=calendar)
        entering.change(
            limit_value=limit.value,
            limit_unit=limit.unit.value,
            limit_reason="" if own else reason.strip(),
            first_due_at=due_at,
            due_at=due_at,
        )

    def _bill(self, entering: Entering, on: date) -> Bill | None:
        assessment = self._assess(entering, on)
        if not assessment.lines:
            return None
        bill = Bill(unit_id=entering.dossier.received_unit_id, subject=entering.dossier.code)
        fill_in(bill, assessment, by=entering.officer, at=entering.at)
        entering.held.owed_vnd = assessment.total_vnd
        entering.held.others.append(self.records.new(bill))
        return bill

    def _assess(self, entering: Entering, on: date) -> FeeAssessment:
        """As ``dossiers.fees.assess``: prices and who asks are looked up only where they make a difference."""
        dossier, definition = entering.dossier, entering.held.definition
        channel = clock.catalogue_channel(dossier.channel)
        asked = {"channel": channel, "answers": dossier.answers, "on": on, "case": dossier.procedure_case}
        plain = tariff.assess(definition, entitlements=(), **asked)
        if not plain.unknown and not plain.total_vnd:
            return plain
        exempting = definition.fee.exempt_groups
        groups = self.people.entitlements(entering.held.person, on) if exempting else set()
        prices = (
            self.dated.prices(dossier.version, dossier.received_unit, on, channel) if plain.unknown else None
        )
        return tariff.assess(definition, entitlements=groups, schedule=prices, **asked)

    def _open_case(self, entering: Entering, on: date) -> HeldCase:
        dossier, at = entering.dossier, entering.at
        version = self.dated.workflow(dossier.version, dossier.unit_id, on)
        case = self.records.new(
            Case(version=version, unit_id=dossier.unit_id, subject=dossier.ledger_stream, opened_at=at)
        )
        workflow = version.steps
        steps = [
            self.records.new(new_run(case, definition, position=position))
            for position, definition in enumerate(workflow.steps)
        ]
        running = HeldCase(case, steps, self.dated)
        first = running.latest(workflow.intake.key)
        running.enter(first, workflow.intake, calendar=self.dated.calendar(dossier.unit_id, on), at=at)
        first.assignee_id = entering.by.account_id
        running.keep(at=at)
        return running

    def _book(self, unit_id: int, kind: str, year: int) -> Book:
        if (unit_id, kind, year) not in self._books:
            self._books[unit_id, kind, year], _new = Book.objects.get_or_create(
                unit_id=unit_id, kind=kind, year=year, number=1
            )
        return self._books[unit_id, kind, year]

    def issue(self, kind: str, unit_id: int, content: Content, entering: Entering) -> Paper:
        """A paper of a dossier, numbered as ``documents.services.issue_paper`` numbers it."""
        on = local_day(entering.at)
        series, number = "", content.number
        if KINDS[kind].numbering and not number:
            series = KINDS[kind].series(content)
            seq = self.records.number(f"paper:{unit_id}:{series}:{on.year}")
            number = KINDS[kind].number(content, seq=seq, year=on.year)
        content = msgspec.structs.replace(content, number=number, issued_on=content.issued_on or on)
        paper = self.records.new(
            Paper(
                kind=kind,
                unit_id=unit_id,
                subject=entering.dossier.code,
                series=series,
                year=on.year,
                number=number,
                data=msgspec.to_builtins(content),
                issued_at=entering.at,
                issued_by_id=entering.by.account_id,
            )
        )
        entering.held.others.append(paper)
        return paper

    def _add_papers(self, entering: Entering, components: tuple[ComponentInput, ...]) -> None:
        documents = {document.id: document for document in entering.held.definition.documents}
        entering.held.components += [
            self.records.new(
                DossierComponent(
                    dossier=entering.dossier,
                    component_id=given.component_id,
                    name=documents[given.component_id].name_vi[:500],
                    copy_kind=given.copy_kind,
                    quantity=given.quantity,
                    presented=given.presented or documents[given.component_id].mode == "present",
                    note=given.note,
                    added_at=entering.at,
                    added_by_id=entering.by.account_id,
                )
            )
            for given in components
        ]

    def _take_items(self, held: Held, *, by: Officer, at: datetime) -> None:
        for item in held.items:
            if item.received_at is None:
                item.received_at, item.received_by_id = at, by.account_id

    def _request(
        self, entering: Entering, items: tuple[SupplementInput, ...], respond_by: date | None
    ) -> dict[str, object]:
        dossier, on = entering.dossier, entering.held.received_on
        rule = self.dated.policy(on).rules.supplement.notice_within
        notice_due = self.dated.calendar(dossier.unit_id, on).due(
            dossier.accepted_at or dossier.submitted_at, TimeLimit(rule.value, TimeUnit.WORKING_DAY)
        )
        details: dict[str, object] = {
            "items": [{"component_id": item.component_id, "reason": item.reason} for item in items],
            "notice_late": entering.at > notice_due,
        }
        return details if respond_by is None else {**details, "respond_by": respond_by}
