"""Every act from every state: allowed where the table says so, refused with what happened everywhere else."""

import pytest

from motcua.dossiers import services
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.dossiers.states import FINAL, INITIAL, PORTAL_CODES, TRANSITIONS, State
from motcua.dossiers.words import ACTS
from tests.factories.dossiers import MONDAY, accepted, birth, processed, processing, returned

ASKED = (SupplementInput(component_id="birth_proof", reason="Thiếu giấy chứng sinh"),)
BROUGHT = (ComponentInput(component_id="birth_proof"),)
GROUND = {"reason": "Đã đăng ký ở nơi khác", "legal_ground": "Điều 13 Luật Hộ tịch"}


def registered(desk):
    what = birth(desk, channel="online", unit_id=desk.unit.pk)
    return services.submit(intake=what, by_id=desk.tam.account_id, at=MONDAY)


def incomplete(desk):
    return services.ask_supplement(dossier_id=registered(desk).pk, items=ASKED, by=desk.le, at=MONDAY)


def supplementing(desk):
    return services.ask_supplement(dossier_id=processing(desk).pk, items=ASKED, by=desk.justice, at=MONDAY)


def paying(desk):
    return services.ask_payment(
        dossier_id=processing(desk).pk, amount_vnd=1, reason="Thuế", by=desk.justice, at=MONDAY
    )


def refused(desk):
    return services.refuse(dossier_id=registered(desk).pk, **GROUND, by=desk.le, at=MONDAY)


def withdrawn(desk):
    return services.withdraw(dossier_id=processing(desk).pk, reason="Theo đơn", by=desk.le, at=MONDAY)


def stopped(desk):
    return services.stop(dossier_id=processing(desk).pk, **GROUND, by=desk.head, at=MONDAY)


#: A dossier in each state; two kinds of supplement, before and after acceptance.
PLACES = {
    "registered": registered, "accepted": accepted, "not_accepted": refused, "processing": processing,
    "supplement_requested": supplementing, "supplement_requested before acceptance": incomplete,
    "financial_duty": paying, "withdrawn": withdrawn, "stopped": stopped, "processed": processed,
    "returned": returned,
}  # fmt: skip

#: Each act as its owner does it.
ACTIONS = {
    "accept": lambda desk, it: services.accept_registered(dossier_id=it.pk, by=desk.le, at=MONDAY),
    "accept_completed": lambda desk, it: services.accept_completed(
        dossier_id=it.pk, components=BROUGHT, by=desk.le, at=MONDAY
    ),
    "refuse": lambda desk, it: services.refuse(dossier_id=it.pk, **GROUND, by=desk.le, at=MONDAY),
    "ask_supplement": lambda desk, it: services.ask_supplement(
        dossier_id=it.pk, items=ASKED, new_fact="Mới phát hiện", by=desk.justice, at=MONDAY
    ),
    "take_supplement": lambda desk, it: services.take_supplement(
        dossier_id=it.pk, components=BROUGHT, by=desk.le, at=MONDAY
    ),
    "transfer": lambda desk, it: services.transfer(dossier_id=it.pk, by=desk.le, at=MONDAY),
    "ask_payment": lambda desk, it: services.ask_payment(
        dossier_id=it.pk, amount_vnd=1, reason="Thuế", by=desk.justice, at=MONDAY
    ),
    "confirm_payment": lambda desk, it: services.confirm_payment(
        dossier_id=it.pk, receipt_note="Biên lai 1", by=desk.justice, at=MONDAY
    ),
    "return_result": lambda desk, it: services.return_result(
        dossier_id=it.pk, received_by_name="Hân", by=desk.le, at=MONDAY
    ),
    "withdraw": lambda desk, it: services.withdraw(
        dossier_id=it.pk, reason="Theo đơn", by=desk.le, at=MONDAY
    ),
    "stop": lambda desk, it: services.stop(dossier_id=it.pk, **GROUND, by=desk.head, at=MONDAY),
}
#: Moves that begin with nothing, and those that follow from the steps (``test_life``).
BY_THEMSELVES = {"submit", "finish", "finish_on_payment"}


def is_allowed(verb, place):
    accepted_before = place != "supplement_requested before acceptance"
    if verb in {"accept_completed", "take_supplement"} and place.startswith("supplement"):
        return accepted_before == (verb == "take_supplement")
    return State(place.split()[0]) in TRANSITIONS[verb].sources


def test_every_move_of_the_table_is_tried_here_or_follows_from_the_steps():
    assert set(ACTIONS) | BY_THEMSELVES == set(TRANSITIONS)


def test_every_act_has_its_words():
    assert set(TRANSITIONS) <= set(ACTS)


def test_every_state_is_reached_and_every_open_one_has_an_exit():
    reached = INITIAL | {transition.target for transition in TRANSITIONS.values()}
    left = {source for transition in TRANSITIONS.values() for source in transition.sources}

    assert reached == set(State)
    assert left - {None} == set(State) - FINAL


def test_the_codes_are_those_of_the_national_portal():
    assert PORTAL_CODES[State.REGISTERED] == 1
    assert PORTAL_CODES[State.SUPPLEMENT_REQUESTED] == 5
    assert PORTAL_CODES[State.RETURNED] == 10


@pytest.mark.parametrize("place", PLACES)
def test_from_each_state_the_allowed_acts_move_and_all_others_say_what_happened(desk, place):
    for verb, act in ACTIONS.items():
        dossier = PLACES[place](desk)
        if is_allowed(verb, place):
            assert act(desk, dossier).state == TRANSITIONS[verb].target, verb
        else:
            with pytest.raises(services.WrongState, match=f"Hồ sơ {dossier.short_code}"):
                act(desk, dossier)
            dossier.refresh_from_db()
            assert dossier.state == place.split()[0], verb
