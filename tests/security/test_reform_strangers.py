"""Who has no part in the reform chain reads nothing of it and changes nothing, by whatever address or field."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.directives import services as directives
from motcua.identity.models import Account
from motcua.initiatives import services as initiatives
from motcua.kernel.models import LedgerEntry
from motcua.reporting import services as reporting
from tests.factories import directives as written
from tests.factories import oversight as watched
from tests.factories.documents import A_PDF, stored
from tests.factories.identity import AccountFactory
from tests.factories.initiatives import author, facts
from tests.factories.organisation import UnitFactory, officer_at
from tests.factories.reform import ChauThanh
from tests.surfaces.board.directives.office import client_of

MARK = "Kín7391 <img src=x onerror=alert(1)> {{7*7}}"
RAW, WORD = "<img src=x", "Kín7391"
OUTSIDERS = ("youth_volunteer", "post_officer", "administrator", "hamlet_head", "citizen")
#: What any of the forms might ask for, so that it is the services that judge.
TYPED = {
    "text": "x",
    "reason": "x",
    "content": "x",
    "kind": "minutes",
    "percent": "5",
    "to_on": "31/12/2099",
    "outcome": "x",
    "minutes": "x",
    "place": "x",
    "held_on": "01/01/2026",
    "conclusion": "x",
    "symbol": "TTr",
    "difficulties": "x",
    "tra-lai-reason": "x",
    "lan-moi-reason": "x",
    "value": "1",
    "name": "x",
    "from_on": "01/01/2026",
    "answer": "adopted",
    "on": "01/01/2026",
    "quantity": "1",
    "note": "x",
    "seq": "1",
    "done_on": "01/01/2026",
    "percent_done": "5",
    "rest": "on",
    "conclusion_number": "1/KL",
    "reported_on": "01/01/2026",
    "processed": "1",
    "deadline_on": "31/12/2099",
    "abstract": "x",
    "title": "x",
    "area": "x",
    "person": "x",
    "counters": "x",
    "begins_on": "01/01/2026",
    "ky": "2026Q3",
    "bieu": "quarterly_model_report",
    "report_form": "quarterly_model_report",
    "from_quarter": "4",
    "from_year": "2026",
    "all_of": "communes",
}


FREE = (
    "directive_list directive_draft directive_enter task_list task_late conference_list conference_new feed_help "
    "initiative_list initiative_register initiative_new round_new initiative_recognise council_list council_new "
    "criteria_new matrix matrix_file matrix_remind adoption_list case_import case_template reform_home periodic_list "
    "periodic_remind periodic_consolidate periodic_oblige periodic_duties award_list award_book award_round_new "
    "inspection_list inspection_new backlog_list backlog_new"
)
OF_DIRECTIVE = (
    "directive directive_edit directive_task_new directive_models directive_preview directive_paper directive_scan "
    "directive_issue directive_withdraw"
)
OF_ROUND = "award_round award_propose award_council award_vote award_submit award_decide award_cancel"
OF_INSPECTION = "inspection inspection_start inspection_cancel inspection_conclude inspection_tasks"
TASK_ACTS = ["tien-do", "minh-chung", "hoan-thanh", "gia-han", "thoi-giao"]
REPORT_ACTS = [
    "nhan-xet", "dem-lai", "ky", "gui", "ky-gui", "rut-ve", "tiep-nhan", "chap-nhan", "tra-lai", "lan-moi",
]  # fmt: skip


class Chain(ChauThanh):
    """The chain of An Hiệp and of the district, every typed word of it marked."""

    def __init__(self) -> None:
        super().__init__()
        now = timezone.now()
        self.duty = self.duties(self.an_hiep)[0]
        self.draft = written.drafted(self, now, text=written.words(abstract=MARK, body=MARK))
        hidden = written.drafted(
            self, now, text=written.words(abstract=MARK, body=MARK), recipient_ids=[self.an_hiep.pk]
        )
        what = written.task(self.an_hiep, content=MARK, deadline_on=now.date() + timedelta(days=9))
        directives.assign_task(directive_id=hidden.pk, task=what, by=self.hanh, at=now)
        self.directive = written.issue(self, hidden, now)
        self.copy = directives.enter_directive(
            kind="official_letter", text=written.words(abstract=MARK, body=MARK, signer_name="x"), number="7/UBND",
            issued_on=timezone.localdate(now), issuer_id=self.unit.pk, scan_id=stored().pk, scan_name="kin.pdf",
            recipient_ids=[self.an_hiep.pk, self.an_khanh.pk], by=self.ba, at=now,
        )  # fmt: skip
        self.task = self.directive.tasks.get()
        self.piece = directives.add_evidence(
            task_id=self.task.pk,
            kind="minutes",
            text=MARK,
            file_id=stored().pk,
            name="kin.pdf",
            by=self.ba,
            at=now,
        )
        directives.send_message(task_id=self.task.pk, text=MARK, by=self.ba, at=now)
        self.conference = written.held(self, now, title=MARK, agenda=MARK, minutes=MARK)
        self.report = reporting.open_report(
            obligation_id=self.duty.pk, period=self.period.key, by=self.head_of_an_hiep, at=now
        )
        self.initiative = initiatives.register_initiative(
            facts=facts(author(self.ba), title=MARK, problem=MARK, solution=MARK),
            year=now.year,
            by=self.ba,
            at=now,
        )
        self.decision = watched.decided(self, watched.office(MARK, achievement=MARK), at=now)
        self.inspection = watched.inspection_planned(self, now, title=MARK, contents=MARK)
        self.block = watched.registered(self, now, deadline_on=now.date() + timedelta(days=90))
        self.case = self.case_of(now)

    def case_of(self, now: Any) -> Any:
        initiatives.adopt(
            initiative_id=self.letters.pk,
            unit_id=self.an_hiep.pk,
            from_on=self.day,
            by=self.head_of_an_hiep,
            at=now,
        )
        return initiatives.enter_case(
            initiative_id=self.letters.pk, unit_id=self.an_hiep.pk, on=self.day, note=MARK, by=self.ba, at=now
        )

    @property
    def addresses(self) -> list[str]:
        """Every page and every act of the chain, with the keys of what is there."""
        target, certificate = self.inspection.targets.order_by("pk")[0], self.decision.commendations.get()
        keys: dict[str, list[tuple[Any, ...]]] = {
            FREE: [()],
            OF_DIRECTIVE: [(self.draft.pk,), (self.directive.pk,), (self.copy.pk,)],
            "directive_task_edit": [(self.draft.pk, "1")],
            "directive_task_drop": [(self.directive.pk, "1")],
            "directive_model_drop": [(self.draft.pk, self.letters.pk)],
            "task task_say": [(self.task.pk,)],
            "task_evidence": [(self.task.pk, self.piece.pk)],
            "task_act": [(self.task.pk, slug) for slug in TASK_ACTS],
            "conference conference_edit": [(self.conference.pk,)],
            "initiative initiative_edit initiative_submit initiative_proof": [(self.initiative.pk,)],
            "initiative_act": [(self.initiative.pk, slug) for slug in ["thi-diem", "hoi-dong", "ket-thuc"]],
            "matrix_cell adoption_answer adoption_step case_enter": [
                (self.an_hiep.pk, self.letters.pk),
                (self.an_hiep.pk, self.initiative.pk),
            ],
            "case_cancel": [(self.case.pk,)],
            "periodic_open": [(self.duty.pk, self.period.key)],
            "periodic_report periodic_correct": [(self.report.pk,)],
            "periodic_act": [(self.report.pk, slug) for slug in REPORT_ACTS],
            "periodic_file": [(self.report.pk, kind) for kind in ["docx", "xlsx", "pdf"]],
            OF_ROUND: [(self.decision.round_id,)],
            "award_paper": [
                (self.decision.round_id, which) for which in ["to-trinh", "quyet-dinh", "giay-khen"]
            ],
            "award_certificate award_revoke": [(certificate.pk,)],
            "award_withdraw": [(certificate.proposal_id,)],
            OF_INSPECTION: [(self.inspection.pk,)],
            "inspection_minutes inspection_paper": [(target.pk,)],
            "backlog_block backlog_progress backlog_deadline": [(self.block.pk,)],
        }
        return [
            reverse(f"board:{name}", args=args)
            for names, found in keys.items()
            for name in names.split()
            for args in found
        ]


@pytest.fixture
def chain(db) -> Chain:
    return Chain()


def strangers(chain: Chain) -> dict[str, Client]:
    """Another commune of the district, an office far away, those who help or run the machine, and no post at all."""
    far = UnitFactory(
        code="H-xa-la", name="Xã Lạ", short_name="Lạ", level="commune", kind="xa", agency_code=""
    )
    found = {
        "sibling": client_of(chain.head_of_an_khanh),
        "far": client_of(officer_at(far, "commune_leader", "home_affairs_officer")),
        **{role: client_of(officer_at(chain.an_hiep, role)) for role in OUTSIDERS},
    }
    nobody = Client()
    nobody.force_login(AccountFactory(is_superuser=True, is_staff=True))
    return {**found, "nobody": nobody, "anonymous": Client()}


def words_in(answer: Any) -> str:
    return (
        b"".join(answer).decode("utf-8", "ignore")
        if answer.streaming
        else answer.content.decode("utf-8", "ignore")
    )


def test_strangers_read_none_of_it(chain):
    found = [
        (who, address, answer.status_code)
        for who, client in strangers(chain).items()
        for address in chain.addresses
        if (answer := client.get(address)).status_code >= 500
        or WORD in words_in(answer)
        or (answer.status_code == 200 and answer["Content-Type"] == "application/pdf")
    ]

    assert found == []


def test_helpers_see_no_figures_of_the_unit_that_they_help(chain):
    addresses = [
        reverse(f"board:{name}") for name in ("matrix", "matrix_file", "reform_home", "adoption_list")
    ]

    for role in OUTSIDERS:
        client = client_of(officer_at(chain.an_hiep, role))
        assert {client.get(address).status_code for address in addresses} == {403}


def test_strangers_change_none_of_it(chain):
    clients, before = strangers(chain), LedgerEntry.objects.count()
    found = []
    skipped = ("soan", "vao-so", "hoi-nghi/ghi", "dang-ky", "dot/", "lap/", "mo/", "tai-lieu/ghi", "tieu-chi")
    for who, client in clients.items():
        for address in chain.addresses:
            if any(part in address for part in skipped) and who in {"sibling", "far"}:
                continue  # they may begin their own
            answer = client.post(address, {**TYPED, "file": SimpleUploadedFile("a.pdf", A_PDF)})
            count = LedgerEntry.objects.count()
            if answer.status_code >= 500 or count != before:
                found.append((who, address, answer.status_code))
            before = count

    assert found == []


def test_looking_writes_nothing_but_that_it_was_read(chain):
    last, read = LedgerEntry.objects.order_by("-pk")[0].pk, 0
    for who in (chain.hanh, chain.ba, chain.head_of_an_hiep):
        client = client_of(who)
        for address in chain.addresses:
            answer = client.get(address)
            assert answer.status_code < 500, address
            assert RAW not in words_in(answer), address
            read += WORD in words_in(answer)
    for address in chain.addresses:
        client.head(address)

    assert read > 30  # what strangers do not find is there for those whose it is
    assert {*LedgerEntry.objects.filter(pk__gt=last).values_list("verb", flat=True)} <= {
        "receive",
        "read_messages",
    }


def test_a_form_of_another_site_changes_nothing(chain):
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(pk=chain.hanh.account_id))
    before = LedgerEntry.objects.count()

    assert {client.post(address, TYPED).status_code for address in chain.addresses} <= {403, 405}
    assert LedgerEntry.objects.count() == before
