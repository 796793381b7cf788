"""What a registration must say before it is sent, and the sentences that ask for it."""

from django.utils.translation import gettext_lazy as _

from motcua.initiatives.models import Initiative

REQUIRED = {
    "field": _("Chọn lĩnh vực cải cách."),
    "problem": _("Ghi thực trạng trước khi áp dụng."),
    "solution": _("Ghi nội dung giải pháp."),
    "novelty": _("Ghi tính mới: khác cách làm cũ ở điểm nào."),
    "scope": _("Ghi phạm vi, địa bàn áp dụng."),
    "first_applied_on": _("Ghi ngày áp dụng lần đầu."),
    "benefit_social": _("Ghi hiệu quả xã hội."),
    "replicability": _("Ghi khả năng nhân rộng."),
}


def gaps(initiative: Initiative) -> dict[str, str]:
    """Return every field that is still empty, with the sentence that asks for it; empty when all is said."""
    found = {name: str(sentence) for name, sentence in REQUIRED.items() if not getattr(initiative, name)}
    if not initiative.authors.exists():
        found["authors"] = str(_("Ghi ít nhất một tác giả."))
    return found
