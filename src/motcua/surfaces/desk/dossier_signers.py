"""Who signs a result, and the block of words that decree 30/2020 prints above the name."""

from django.utils.translation import gettext as _

from motcua.documents.papers.content import Signer
from motcua.identity.models import Account
from motcua.organisation.models import Staff
from motcua.organisation.queries import holders
from motcua.organisation.roles import Role
from motcua.surfaces.desk.dossier_scene import Scene


def signers(scene: Scene) -> list[tuple[str, str]]:
    """Accounts that may sign this dossier's result: its leaders, but never who received it."""
    people = holders(scene.dossier.unit, Role.COMMUNE_LEADER, on=scene.now.date())
    able = [account for account in people if account.pk != scene.dossier.accepted_by_id]
    titles = _titles(scene)
    return [(str(account.pk), _named(account, titles.get(account.pk, ""))) for account in able]


def signer_of(scene: Scene, account_id: int) -> Signer:
    """The signature block of a leader: a deputy signs for the chair (KT.), the chair for the committee (TM.).

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7.
    """
    account = Account.objects.get(pk=account_id)
    title = _titles(scene).get(account_id, "")
    if "phó" in title.lower():
        return Signer(name=account.display_name, title=_("Phó Chủ tịch"), authority=_("KT. Chủ tịch"))
    return Signer(name=account.display_name, title=_("Chủ tịch"), authority=_("TM. Ủy ban nhân dân"))


def _titles(scene: Scene) -> dict[int, str]:
    posts = Staff.objects.valid(on=scene.now.date()).filter(
        unit=scene.dossier.unit_id, role=Role.COMMUNE_LEADER
    )
    return dict(posts.values_list("account_id", "title_vi"))


def _named(account: Account, title: str) -> str:
    return f"{account.display_name}, {title}" if title else account.display_name


def own_block(scene: Scene) -> Signer:
    """The signature block of the officer who signs now, whoever the draft was drawn up for."""
    return signer_of(scene, scene.officer.account_id)
