"""The diary: everything that was done, from the ledger, newest first; and whether its chain is whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.dossiers.queries import HistoryEntry, history
from motcua.kernel import ledger
from motcua.kernel.models import LedgerEntry, LedgerSeal
from motcua.surfaces.desk.dossier_scene import Scene
from motcua.surfaces.desk.timeline_steps import short_title
from motcua.surfaces.desk.timeline_words import instant


@dataclass(frozen=True, slots=True)
class DiaryRow:
    time: str
    title: str
    short: str
    name: str
    remarks: str
    state: str


@dataclass(frozen=True, slots=True)
class Diary:
    rows: list[DiaryRow]
    chain: str
    is_whole: bool

    @property
    def last(self) -> DiaryRow | None:
        return self.rows[0] if self.rows else None


def diary(scene: Scene) -> Diary:
    """Return the diary of a dossier."""
    written = list(ledger.entries(scene.dossier.ledger_stream))
    entries, whole = history(scene.dossier, written), chain_is_whole(written)
    return Diary([_row(scene, entry) for entry in reversed(entries)], _chain(scene, whole=whole), whole)


def chain_is_whole(entries: Sequence[LedgerEntry]) -> bool:
    """Whether each entry of a history follows the one before and says what was hashed."""
    last = ""
    for sequence, entry in enumerate(entries, start=1):
        if entry.sequence != sequence or entry.previous_hash != last or _hash(entry) != entry.hash:
            return False
        last = entry.hash
    return True


def _hash(entry: LedgerEntry) -> str:
    return ledger.entry_hash(
        previous_hash=entry.previous_hash, stream=entry.stream, sequence=entry.sequence, at=entry.at,
        recorded_at=entry.recorded_at, by_id=entry.by_id, verb=entry.verb, payload=entry.payload,
    )  # fmt: skip


def _chain(scene: Scene, *, whole: bool) -> str:
    if not whole:
        return _("Nhật ký đã bị sửa sau khi ghi. Báo ngay người quản trị.")
    sealed = LedgerSeal.objects.order_by("-day").values_list("day", flat=True).first()
    if sealed is None:
        return _("Chuỗi nguyên vẹn, chưa niêm phong")
    shown = f"{sealed:%d/%m}" if sealed.year == scene.now.year else f"{sealed:%d/%m/%Y}"
    return _("Chuỗi nguyên vẹn, đã niêm phong %(day)s") % {"day": shown}


def _short(title: str) -> str:
    """The act, and the first words of the step that it was done to."""
    act, colon, step = title.partition(": ")
    return f"{act}: {short_title(step)}" if colon else act


def _row(scene: Scene, entry: HistoryEntry) -> DiaryRow:
    remarks = [remark.rstrip(".") for remark in entry.remarks]
    return DiaryRow(
        time=instant(entry.at, now=scene.now),
        title=entry.title,
        short=_short(entry.title),
        name=entry.by_name,
        remarks=f"{'. '.join(remarks)}." if remarks else "",
        state=entry.state,
    )
