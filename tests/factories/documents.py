"""Units, officers, files and papers for tests of documents."""

from datetime import datetime
from zoneinfo import ZoneInfo

import factory

from motcua.documents import services
from motcua.documents.models import Paper, StoredFile
from motcua.documents.papers.content import Content
from motcua.organisation.access import Officer
from motcua.organisation.models import Unit
from tests.factories.identity import AccountFactory

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 11, 23, 9, 12, tzinfo=HANOI)
A_PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"


class CommuneFactory(factory.django.DjangoModelFactory):
    """A commune of today."""

    class Meta:
        model = Unit

    code = factory.Sequence(lambda n: f"T{n:04}")
    name = factory.LazyAttribute(lambda unit: f"Xã {unit.short_name}")
    short_name = factory.Sequence(lambda n: f"An Thạnh {n}")
    level = "commune"
    kind = "xa"
    valid_from = "2025-07-01"


def officer(unit: Unit | None = None, *roles: str) -> Officer:
    """Somebody at work for a unit, with an account of their own."""
    account = AccountFactory(display_name="Phan Thị Kim Ngân")
    unit_id = (unit or CommuneFactory()).pk
    return Officer(account_id=account.pk, name=account.display_name, unit_id=unit_id, roles=frozenset(roles))


def stored(content: bytes = A_PDF, name: str = "giấy chứng sinh.pdf", **changes: object) -> StoredFile:
    return services.store_file(**{"content": content, "name": name, "by": None, "at": MORNING, **changes})


def issued(kind: str, data: Content, by: Officer | None = None, **changes: object) -> Paper:
    by = by or officer()
    return services.issue_paper(
        **{
            "kind": kind,
            "unit_id": by.unit_id,
            "subject": "H13.58.12-261123-0008",
            "data": data,
            "by": by,
            "at": MORNING,
            **changes,
        }
    )
