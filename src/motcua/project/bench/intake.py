"""Taking dossiers in: our whole path, beside the same rows written by plain SQL in the same database."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.conf import settings
from django.utils import timezone

from motcua.catalogue import eforms
from motcua.catalogue.queries import in_force
from motcua.dossiers import services
from motcua.dossiers.inputs import ApplicantInput, ComponentInput, Intake
from motcua.dossiers.models import Dossier
from motcua.identity.models import Account
from motcua.organisation import access
from motcua.organisation.access import Officer
from motcua.project.bench.by_hand import HandWritten
from motcua.project.bench.figures import Figure, Ground, middle, timed

TIMES = 20  # intakes in one run
MOTHER = ApplicantInput(
    full_name="Nguyễn Thị Đo Tốc Độ", personal_id="092185004417", birth_on=date(1985, 3, 14), sex="female",
    phone="0912345678", address="ấp Vàm Hồ A", confirmed_new=True,
)  # fmt: skip
BIRTH: dict[str, Any] = {
    "applicant_relation": "mother", "child_full_name": "Trần Gia Bảo",
    "child_sex": "male", "child_ethnicity": "01", "child_nationality": "VN", "child_birth_place_kind": "home",
    "child_birth_place": MOTHER.address, "child_home_town": MOTHER.address, "parentage": "mother_only",
    "mother_full_name": MOTHER.full_name, "mother_dob": "1985-03-14", "mother_nationality": "VN",
    "mother_residence": MOTHER.address, "mother_id_number": MOTHER.personal_id, "commitment": True,
    "result_channel": "office",
}  # fmt: skip
COPIES: dict[str, Any] = {
    "items": [
        {"document_name": "Bằng tốt nghiệp", "pages": 2, "copies": 3},
        {"document_name": "Học bạ", "pages": 16, "copies": 1},
    ],
    "result_channel": "office",
}


def intakes(ground: Ground) -> Iterator[Figure]:
    """Our act for a birth and for certified copies, and the rows of each by hand."""
    by = clerk()
    on = timezone.localdate()
    birth = prepared(
        "birth_registration",
        {**BIRTH, "child_dob": f"{on:%Y-%m-%d}"},
        ("application_form", "id_paper"),
        on=on,
    )
    copies = prepared("certified_copy", COPIES, ("original",), on=on)
    yield from _beside("birth", "khai sinh", birth, by=by, ground=ground)
    yield from _beside("copies", "chứng thực bản sao", copies, by=by, ground=ground)


def clerk() -> Officer:
    """The one-stop officer of the demonstration."""
    return access.officer(Account.objects.get(username="motcua"), on=timezone.localdate())


def prepared(slug: str, answers: dict[str, Any], papers: tuple[str, ...], *, on: date) -> Intake:
    """A complete dossier as the screen hands it over."""
    version = in_force(slug, on)
    definition = version.definition
    return Intake(
        key="",
        version_id=version.pk,
        applicant=MOTHER,
        answers=eforms.initial(definition) | eforms.prefill(definition, MOTHER) | answers,
        components=tuple(ComponentInput(component_id=paper) for paper in papers),
    )


def take_in(intake: Intake, *, by: Officer) -> Dossier:
    return services.accept(
        intake=msgspec.structs.replace(intake, key=uuid.uuid4().hex), by=by, at=timezone.now()
    )


def _beside(name: str, title: str, intake: Intake, *, by: Officer, ground: Ground) -> Iterator[Figure]:
    take_in(intake, by=by)  # the applicant is known, the workflow written down, the memories are full
    hand = HandWritten.of(lambda: take_in(intake, by=by))

    def ours() -> None:
        for _ in range(TIMES):
            take_in(intake, by=by)

    def plain() -> None:
        for _ in range(TIMES):
            hand.write()

    our_runs, plain_runs = timed(ours, runs=ground.runs), timed(plain, runs=ground.runs)
    in_time = [by_hand / own for own, by_hand in zip(our_runs.wall, plain_runs.wall, strict=True)]
    in_cpu = [by_hand / own for own, by_hand in zip(our_runs.cpu, plain_runs.cpu, strict=True)]
    engine = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    yield Figure(
        name=f"intake_{name}", title=f"Tiếp nhận một hồ sơ {title}", unit="giao dịch/giây",
        how=f"{TIMES} lần dossiers.services.accept từ tờ khai đã soạn, giờ đồng hồ, {engine}",
        **middle(our_runs.wall, scale=TIMES, per=True),
    )  # fmt: skip
    yield Figure(
        name=f"intake_{name}_cpu", title="… giờ CPU của một lần", unit="ms CPU", how="như trên",
        **middle(our_runs.cpu, scale=1e3 / TIMES),
    )  # fmt: skip
    yield Figure(
        name=f"intake_{name}_by_hand", title="… cùng những dòng ấy bằng SQL viết tay", unit="giao dịch/giây",
        how=f"{hand.rows} dòng, {hand.statements} lệnh soạn sẵn qua cursor, cùng cơ sở dữ liệu",
        **middle(plain_runs.wall, scale=TIMES, per=True),
    )  # fmt: skip
    yield Figure(
        name=f"intake_{name}_ratio", title="… tốc độ so với SQL viết tay", unit="lần", how="từng cặp lượt, giờ đồng hồ",
        at_least=0.25, **middle(in_time),
    )  # fmt: skip
    yield Figure(
        name=f"intake_{name}_cpu_ratio", title="… so theo giờ CPU", unit="lần", how="từng cặp lượt, không kể chờ đĩa",
        at_least=0.25, **middle(in_cpu),
    )  # fmt: skip
