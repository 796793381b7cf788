"""Bà Rịa – Vũng Tàu 2019: the province recommends twelve models, five as a department's and seven as a commune's.

Source: “Nhân rộng 12 mô hình sáng kiến, cách làm hay trong CCHC”, 22/05/2019.
"""

from datetime import datetime

from motcua.directives.models import Directive
from motcua.project.demo.stories.orders import issue
from motcua.project.demo.stories.stage import Stage


def recommend_models(stage: Stage, at: datetime) -> Directive:
    """The letter of the chair of the province to departments and districts."""
    return issue(stage, "ba_ria_vung_tau_letter", (), at=at)
