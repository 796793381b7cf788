"""How the cases of a model registered here may be counted: by hand, or by one of the ways a dossier comes and goes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.initiatives.counting import DossierRule, EnteredRule, OwnCounting, Rule
from motcua.kernel.vietnamese import clean, search_form

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

BY_HAND = "entered"
OPENING = gettext_lazy("Một trường hợp là")


class Way(msgspec.Struct, frozen=True):
    """``label`` as a form offers it; ``case`` what one case then is, unless the authors say it themselves."""

    label: "StrOrPromise"
    case: "StrOrPromise"
    rule: Rule


WAYS: dict[str, Way] = {
    BY_HAND: Way(
        gettext_lazy("Đơn vị tự ghi từng trường hợp"), gettext_lazy("một lượt phục vụ theo mô hình"), EnteredRule()
    ),
    "home": Way(
        gettext_lazy("Máy đếm hồ sơ nhận hoặc trả tại nhà"),
        gettext_lazy("một hồ sơ nhận hoặc trả tại nhà, đã xử lý xong"),
        DossierRule(channels=("home",), return_channels=("home",)),
    ),
    "mobile": Way(
        gettext_lazy("Máy đếm hồ sơ nhận hoặc trả lưu động"),
        gettext_lazy("một hồ sơ nhận hoặc trả lưu động, đã xử lý xong"),
        DossierRule(channels=("mobile",), return_channels=("mobile",)),
    ),
    "online": Way(
        gettext_lazy("Máy đếm hồ sơ nộp trực tuyến"),
        gettext_lazy("một hồ sơ nộp trực tuyến đã tiếp nhận"),
        DossierRule(channels=("online",), moment="accepted"),
    ),
    "postal": Way(
        gettext_lazy("Máy đếm hồ sơ nhận hoặc trả qua bưu chính"),
        gettext_lazy("một hồ sơ nhận hoặc trả qua bưu chính, đã xử lý xong"),
        DossierRule(channels=("postal",), return_channels=("postal",)),
    ),
}  # fmt: skip


def content_of(way: str, case: str) -> dict[str, Any]:
    """What an initiative keeps of a way and of the authors' own words for a case; blank where nothing was chosen."""
    words = clean(case).rstrip(". ")
    way = way if way in WAYS else BY_HAND
    if way == BY_HAND and not words:
        return {}
    chosen = WAYS[way]
    own = OwnCounting(rule=chosen.rule, case_vi=_sentence(words or str(chosen.case)))
    return dict(msgspec.to_builtins(own))


def typed_of(content: Mapping[str, Any]) -> dict[str, str]:
    """The same again as a form shows it."""
    if "rule" not in content:
        return {"way": BY_HAND, "case": ""}
    own = msgspec.convert(content, OwnCounting)
    way = next((key for key, one in WAYS.items() if one.rule == own.rule), BY_HAND)
    said = own.case_vi.removeprefix(f"{OPENING} ").rstrip(".")
    return {"way": way, "case": "" if said == str(WAYS[way].case) else said}


def _sentence(words: str) -> str:
    if search_form(words).startswith(search_form(str(OPENING))):
        return f"{words}."
    return _("Một trường hợp là %(case)s.") % {"case": words[:1].lower() + words[1:]}
