"""What the rail of the reform chain leads to."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.surfaces.components.navigation import Counts

#: Name of the page that ``here`` names, name of its address, words, icon, name of its count.
PLACES = (
    ("home", "reform_home", _("Tổng quan"), "trending-up", ""),
    ("directives", "directive_list", _("Văn bản"), "file-text", "directives_unseen"),
    ("tasks", "task_list", _("Việc được giao"), "list-checks", "tasks_open"),
    ("conferences", "conference_list", _("Hội nghị"), "users-round", ""),
    ("initiatives", "initiative_list", _("Mô hình"), "award", ""),
    ("matrix", "matrix", _("Nhân rộng"), "layers", ""),
    ("reports", "periodic_list", _("Báo cáo"), "send", "reports_due"),
    ("awards", "award_list", _("Khen thưởng"), "stamp", ""),
    ("inspections", "inspection_list", _("Kiểm tra"), "clipboard-check", ""),
    ("backlog", "backlog_list", _("Tài liệu tồn đọng"), "files", ""),
)


def rail(here: str, counts: Counts) -> list[dict[str, Any]]:
    """Return the items as ``rail_group`` draws them."""
    return [
        {
            "label": words, "href": reverse(f"board:{address}"), "icon": icon, "current": name == here,
            "count": counts.get(count),
        }
        for name, address, words, icon, count in PLACES
    ]  # fmt: skip
