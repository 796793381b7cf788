"""A form of the reform chain acts once: pressed twice, reloaded, or sent again because its answer was lost."""

import re
from datetime import timedelta

import pytest
from django.urls import URLPattern, reverse
from django.utils import timezone

from motcua.directives.models import Conference, Directive, Message, Task
from motcua.kernel.models import LedgerEntry, SentForm
from motcua.kernel.vietnamese import day
from motcua.oversight.models import AwardRound, BacklogBlock, Inspection, Proposal
from motcua.surfaces.board import reform_urls
from motcua.surfaces.components.sent_once import FIELD
from tests.architecture.test_templates import templates
from tests.factories.directives import assigned, drafted, task
from tests.factories.oversight import opened
from tests.surfaces.board.directives import test_conferences, test_drafting
from tests.surfaces.board.directives.office import LiveDistrict, client_of
from tests.surfaces.board.oversight.test_backlog_pages import BLOCK

NEW = reverse("board:directive_draft")
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)


@pytest.fixture
def district(db) -> LiveDistrict:
    return LiveDistrict()


def keys_in(page: str) -> list[list[str]]:
    return [re.findall(rf'name="{FIELD}" value="([0-9a-f]{{32}})"', form) for form in FORM.findall(page)]


def plan(district):
    return {
        "kind": "surprise", "title": "Kiểm tra đột xuất", "contents": "Giờ giấc", "agencies": "Đài Truyền thanh",
        "decision_number": "9/QĐ-UBND", "decided_on": day(timezone.localdate()),
        f"seat-{district.hanh.account_id}": "head", f"seat-{district.chair.account_id}": "member",
    }  # fmt: skip


def planned_task(district):
    directive = drafted(district, at=timezone.now())
    return [directive.pk], {"content": "Báo cáo mô hình", "all_lead": "true"}


def talk(district):
    in_ten_days = timezone.localdate() + timedelta(days=10)
    it = assigned(district, task(district.an_hiep, deadline_on=in_ten_days), at=timezone.now())
    return [it.pk], {"text": "Xã cần thêm kệ sắt không?"}


def proposal(district):
    return [opened(district, timezone.now()).pk], {"pasted": "Cá nhân; Nguyễn Thị Tư; Công chức; xuất sắc"}


#: What is made, by whom, at which address, with which words.
MADE = {
    "a draft": (Directive, "hanh", "directive_draft", lambda one: ([], test_drafting.typed(one, all_of="communes"))),
    "a task": (Task, "hanh", "directive_task_new", planned_task),
    "a conference": (Conference, "hanh", "conference_new", lambda one: ([], test_conferences.typed())),
    "a message": (Message, "hanh", "task_say", talk),
    "a round": (AwardRound, "hanh", "award_round_new", lambda one: ([], {"title": "năm 2026", "period": "2026"})),
    "a proposal": (Proposal, "hanh", "award_propose", proposal),
    "an inspection": (Inspection, "hanh", "inspection_new", lambda one: ([], plan(one))),
    "a block": (BacklogBlock, "ba", "backlog_new", lambda one: ([], BLOCK)),
}  # fmt: skip


@pytest.mark.parametrize("what", MADE)
def test_sent_twice_it_is_made_once(district, what):
    model, who, address, words = MADE[what]
    args, typed = words(district)
    client = client_of(getattr(district, who))
    sent = {**typed, FIELD: "0" * 32}

    first = client.post(reverse(f"board:{address}", args=args), sent)
    rows, entries = model.objects.count(), LedgerEntry.objects.count()
    again = client.post(reverse(f"board:{address}", args=args), sent)

    assert rows > 0
    assert (model.objects.count(), LedgerEntry.objects.count()) == (rows, entries)
    assert (first.status_code, again.status_code, again.url) == (302, 302, first.url)


def test_who_sends_it_again_is_led_to_what_was_made_and_told_so(district):
    hanh, sent = (
        client_of(district.hanh),
        test_drafting.typed(district, all_of="communes", **{FIELD: "a" * 32}),
    )
    hanh.post(NEW, sent)
    hanh.get(NEW)

    page = hanh.post(NEW, sent, follow=True)

    assert page.request["PATH_INFO"] == reverse("board:directive", args=[Directive.objects.get().pk])
    assert "Lần gửi trùng không ghi thêm." in page.text


def test_the_same_form_with_other_words_is_not_taken_silently(district):
    hanh = client_of(district.hanh)
    for abstract in ("đăng ký mô hình", "đăng ký sáng kiến"):
        typed = test_drafting.typed(district, all_of="communes", abstract=abstract)
        page = hanh.post(NEW, {**typed, FIELD: "b" * 32}, follow=True)

    assert [one.abstract for one in Directive.objects.all()] == ["đăng ký mô hình"]
    assert "nội dung vừa gửi chưa ghi" in page.text


def test_a_form_that_came_back_with_its_mistakes_can_be_sent_again(district):
    hanh = client_of(district.hanh)
    wrong = hanh.post(NEW, test_drafting.typed(district, abstract="", **{FIELD: "c" * 32}))

    mended = hanh.post(NEW, test_drafting.typed(district, all_of="communes", **{FIELD: "c" * 32}))

    assert (wrong.status_code, mended.status_code, Directive.objects.count()) == (422, 302, 1)


def test_two_people_may_happen_to_bear_the_same_key(district):
    for who in (district.hanh, district.chair):
        client_of(who).post(NEW, test_drafting.typed(district, all_of="communes", **{FIELD: "d" * 32}))

    assert (Directive.objects.count(), SentForm.objects.count()) == (2, 2)


def test_every_form_of_a_page_bears_a_key_of_its_own(district):
    (pk,), _words = talk(district)

    page = client_of(district.hanh).get(reverse("board:task", args=[pk])).text
    found = [*keys_in(page), *keys_in(client_of(district.hanh).get(NEW).text)]

    assert len(found) > 2
    assert {len(keys) for keys in found} == {1}
    assert len({key for (key,) in found}) == len(found)


def test_every_address_of_the_chain_acts_once():
    """Only the calendar, which a telephone fetches without signing in, takes no form."""
    loose = {pattern.name for pattern in patterns() if not getattr(pattern.callback, "acts_once", False)}

    assert loose == {"feed"}


def patterns() -> list[URLPattern]:
    return [one for part in reform_urls.urlpatterns for one in part.url_patterns]


def test_no_form_of_the_chain_goes_without_its_inputs():
    bare = [
        path.name
        for path in templates()
        if "/templates/board/" in str(path)
        for form in FORM.findall(path.read_text())
        if "{{ csrf_input }}" not in form
    ]

    assert bare == []
