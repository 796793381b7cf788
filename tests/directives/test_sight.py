"""A text entered as another agency's is its keeper's copy: it reaches the keeper and those below it, nobody else."""

from datetime import date

import pytest

from motcua.directives import access, queries, services
from motcua.directives.models import Recipient
from motcua.organisation.access import NotAllowed
from tests.factories.directives import FRIDAY, officer, task, words
from tests.factories.documents import stored


def entered(district, by, issuer, *recipients):
    return services.enter_directive(
        kind="official_letter", text=words(signer_name="Phạm Tấn Xiếu"), number="07/UBND-NV",
        issued_on=date(2021, 2, 1), issuer_id=issuer.pk, recipient_ids=[unit.pk for unit in recipients],
        scan_id=stored().pk, by=by, at=FRIDAY,
    )  # fmt: skip


def who_sees(district, directive):
    people = ("hanh", "ba", "tu", "head_of_town")
    return {name for name in people if access.visible_to(getattr(district, name)).filter(pk=directive.pk)}


def test_neither_its_issuer_nor_its_other_recipients_see_the_copy_of_one(district):
    copy = entered(district, district.ba, district.unit, *district.communes)

    assert who_sees(district, copy) == {"ba"}
    with pytest.raises(NotAllowed):
        access.require_visible(district.tu, copy)


def test_it_waits_for_nobody_who_cannot_open_it(district):
    copy = entered(district, district.ba, district.unit, *district.communes)

    unread = {name: queries.inbox(getattr(district, name)).unseen for name in ("tu", "head_of_town")}
    opened = services.receive_directive(directive_id=copy.pk, by=district.tu, at=FRIDAY)

    assert unread == {"tu": [], "head_of_town": []}
    assert opened == []
    assert not Recipient.objects.exclude(received_at=None).exists()


def test_its_keeper_passes_it_on_to_those_below_that_it_names(district):
    copy = entered(district, district.hanh, district.province, district.unit, district.an_hiep)

    assert who_sees(district, copy) == {"hanh", "ba"}
    assert [row.directive for row in queries.inbox(district.ba).unseen] == [copy]
    assert [line.reached for line in queries.reading(copy)] == [True, True]


def test_a_task_from_it_shows_it_to_the_unit_that_has_to_do_it(district):
    copy = entered(district, district.hanh, district.province, district.unit, district.an_hiep)

    services.assign_task(directive_id=copy.pk, task=task(district.an_hiep), by=district.hanh, at=FRIDAY)

    assert who_sees(district, copy) == {"hanh", "ba"}


def test_who_is_named_beside_the_keeper_is_not_said_to_have_left_it_unread(district):
    copy = entered(district, district.ba, district.unit, district.an_hiep, district.an_khanh)

    assert [line.reached for line in queries.reading(copy)] == [True, False]


def test_the_own_text_on_paper_is_seen_by_all_to_whom_it_went(district):
    own = entered(district, district.hanh, district.unit, *district.communes)

    assert who_sees(district, own) == {"hanh", "ba", "tu", "head_of_town"}


def test_a_text_of_the_committee_that_its_office_keeps_is_the_committees_own(district):
    clerk = officer(district.unit, "home_affairs_officer", name="Mai Văn Tám", division=district.home_affairs)
    own = services.enter_directive(
        kind="official_letter", text=words(signer_name="Phạm Tấn Xiếu"), number="08/UBND-NV",
        issued_on=date(2021, 2, 1), issuer_id=district.unit.pk, scan_id=stored().pk,
        recipient_ids=[district.home_affairs.pk, district.an_hiep.pk], unit_id=district.home_affairs.pk,
        by=clerk, at=FRIDAY,
    )  # fmt: skip

    assert who_sees(district, own) == {"hanh", "ba"}
    assert not own.of_another_agency
