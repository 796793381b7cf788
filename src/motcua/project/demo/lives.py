"""The life of one dossier as it might go, from the first visit to the last."""

import msgspec

from motcua.calendars.time_limits import TimeLimit, TimeUnit
from motcua.catalogue.time_limits import extended_limit
from motcua.dossiers.clock import catalogue_channel
from motcua.dossiers.inputs import ComponentInput, SupplementInput
from motcua.dossiers.states import Channel
from motcua.organisation.roles import Role
from motcua.project.demo.intakes import missing_paper
from motcua.project.demo.telling import DAY, Habit, Question, Story
from motcua.project.demo.working import Working

WITHDRAWN_SHARE, REFUSED_SHARE, STOPPED_SHARE = 0.006, 0.011, 0.002
INCOMPLETE_SHARE, EXTENDED_SHARE, NOTED_SHARE = 0.012, 0.03, 0.01

_REFUSALS = (
    ("Không thuộc thẩm quyền giải quyết của xã", "Nghị định 118/2025/NĐ-CP"),
    ("Bản chính bị tẩy xóa, sửa chữa, không chứng thực được", "Nghị định 23/2015/NĐ-CP, Điều 22"),
    ("Chưa đủ điều kiện theo quy định của thủ tục", "Nghị định 118/2025/NĐ-CP"),
)
_NOTES = (
    "Người nộp gọi hỏi, đã báo ngày hẹn trả.",
    "Đã gọi người nộp đến đối chiếu bản chính.",
    "Đã trao đổi với ấp để xác minh nơi ở.",
)
_APOLOGIES = ("Chờ kết quả xác minh của cơ quan khác", "Người giải quyết đi công tác đột xuất")


class Life(Working):
    """From the first visit to the last."""

    def live(self) -> Story:
        if not (yield from self._come_in()):
            return
        yield from self._transfer()
        if self.happens(NOTED_SHARE):
            yield from self.sleep(self.random.randint(5, 60))
            yield from self.do("note", self.at_counter(), text=self.random.choice(_NOTES))
        if (yield from self._breaks_off()):
            return
        yield from self._maybe_extend()
        if not (yield from self.work()):
            return
        yield from self._hand_over()
        for run in self.state.running.open_steps():  # an optional lane that the result did not wait for
            yield from self.sleep(self.random.randint(60, 3 * DAY))
            yield from self.end(run)

    def _transfer(self) -> Story:
        """Hand over the same day, sooner where little time is left."""
        due = self.state.dossier.due_at
        left = self.calendar.working_minutes(self.now, due) if due else DAY
        longest = min(60 if self.is_calm else 120, left // 8)
        yield from self.sleep(self.random.randint(3, max(4, longest)), most=due)
        yield from self.do("transfer", self.at_counter())

    def _come_in(self) -> Question:
        """Hand in and be accepted; False when it ends here."""
        intake = self.intake
        if intake.channel in {Channel.ONLINE, Channel.POSTAL}:
            return (yield from self._come_from_afar())
        officer = self.at_counter()
        if self.happens(REFUSED_SHARE):
            reason, ground = self.random.choice(_REFUSALS)
            yield from self.do("refuse", officer, intake=intake, reason=reason, legal_ground=ground)
            return False
        item = missing_paper(self.random, self.version, intake) if self.happens(INCOMPLETE_SHARE) else None
        if item is not None:
            return (yield from self._come_back_complete(item))
        yield from self.do("accept", officer, intake=intake)
        yield from self._pay_now()
        return True

    def _come_from_afar(self) -> Question:
        by = self.setting.portal if self.intake.channel == Channel.ONLINE else self.at_counter()
        handed_in = msgspec.structs.replace(self.intake, unit_id=self.setting.unit.pk)
        yield from self.do("submit", by, intake=handed_in)
        wait = (
            6 * DAY if self.habit is Habit.UNANSWERED else self.random.randint(8, 60 if self.is_calm else 300)
        )
        yield from self.sleep(wait)
        if self.happens(REFUSED_SHARE):
            reason, ground = self.random.choice(_REFUSALS)
            yield from self.do("refuse", self.at_counter(), reason=reason, legal_ground=ground)
            return False
        if self.happens(WITHDRAWN_SHARE / 2):
            yield from self.do("withdraw", self.at_counter(), reason="Người nộp gửi nhầm thủ tục")
            return False
        yield from self.do("accept_registered", self.at_counter(), **self._promised_days())
        yield from self._pay_now()
        return True

    def _come_back_complete(self, item: SupplementInput) -> Question:
        """Incomplete at the counter: form 02, and a second visit, or none."""
        brought = [given for given in self.intake.components if given.component_id != item.component_id]

        incomplete = msgspec.structs.replace(self.intake, components=tuple(brought))
        yield from self.do("ask_supplement", self.at_counter(), intake=incomplete, items=(item,))
        yield from self.sleep(self.random.randint(200, 5 * DAY))
        paper = ComponentInput(component_id=item.component_id, copy_kind=item.copy_kind)
        yield from self.do(
            "accept_completed", self.at_counter(), components=(paper,), **self._promised_days()
        )
        yield from self._pay_now()
        return True

    def _promised_days(self) -> dict[str, object]:
        if self.intake.limit_days is None:
            return {}
        return {"limit_days": self.intake.limit_days, "limit_reason": self.intake.limit_reason}

    def _pay_now(self) -> Story:
        """Online dossiers are paid by transfer, most certified copies at once, others when the result is fetched."""
        online = self.intake.channel == Channel.ONLINE
        if online or self.happens(0.75 if self.version.procedure.slug.startswith("certified") else 0.3):
            yield from self._pay("transfer" if online or self.random.random() < 0.35 else "cash")

    def _pay(self, method: str) -> Story:
        owed = self.state.owed_vnd
        bill = self.state.dossier.bill
        if bill is None or owed == 0 or bill.is_unknown:
            return
        yield from self.sleep(2)
        yield from self.do("collect_fee", self.at_counter(), amount_vnd=owed, method=method)

    def _breaks_off(self) -> Question:
        """Now and then the applicant takes the dossier back, or it cannot go on."""
        chance = self.random.random()
        withdrawn, stopped = (share * self.setting.eventful for share in (WITHDRAWN_SHARE, STOPPED_SHARE))
        if self.habit is not Habit.USUAL or chance > withdrawn + stopped:
            return False
        yield from self.sleep(self.random.randint(20, 400))
        if chance < withdrawn:
            reason = "Người nộp đổi ý, xin nhận lại giấy tờ"
            yield from self.do("withdraw", self.at_counter(), reason=reason)
        else:
            yield from self.do(
                "stop",
                self.holder(Role.COMMUNE_LEADER),
                reason="Người nộp đề nghị dừng, đã xem xét",
                legal_ground="Nghị định 118/2025/NĐ-CP",
            )
        return True

    def _maybe_extend(self) -> Story:
        """Lengthen the limit for a verification, where the version allows it and the new day lies within it."""
        dossier = self.state.dossier
        longest = extended_limit(
            self.version.definition,
            channel=catalogue_channel(dossier.channel),
            case=dossier.procedure_case or None,
        )
        if longest is None or self.habit is not Habit.USUAL or not self.happens(EXTENDED_SHARE):
            return
        assert dossier.due_at is not None
        assert dossier.accepted_at is not None
        new = self.calendar.due(dossier.due_at, TimeLimit(2, TimeUnit.WORKING_DAY))
        yield from self.sleep(self.random.randint(5, 60))
        if self.now < dossier.due_at and new <= self.calendar.due(dossier.accepted_at, longest):
            by = self.specialist()
            yield from self.do("extend_limit", by, days=2, reason="Cần xác minh ở nơi cư trú trước đây")

    def _hand_over(self) -> Story:
        back = self.state.dossier.return_channel
        waits = (5, 10, 25, 60, 200, 480, 960, 2400) if back == Channel.DIRECT else (30, 240, 480, 960)
        wait = 12 * DAY if self.habit is Habit.UNFETCHED else self.random.choice(waits)
        yield from self.sleep(min(wait, 40) if self.is_calm else wait)
        yield from self._pay("cash" if self.happens(0.6) else "transfer")
        yield from self.do(
            "return_result",
            self.at_counter(),
            received_by_name=self.state.dossier.applicant_name,
            channel=str(back),
        )
