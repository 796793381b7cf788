"""Orders of the stories: read from ``orders.yaml``, drafted, signed, opened by those they are addressed to."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from motcua.directives import services
from motcua.directives.inputs import TaskInput, TextInput
from motcua.directives.models import Directive
from motcua.identity.models import Account
from motcua.initiatives.models import Initiative
from motcua.initiatives.services import ReplicationOrder, order_replication
from motcua.organisation.roles import Role
from motcua.project.demo.stories.stage import Stage

_COMMUNES = "communes"


class OrderedTask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One numbered task of an order, by codes of units; ``due`` names a day that the teller knows."""

    content: str
    leads: tuple[str, ...]
    coordinate: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()
    deadline_on: date | None = None
    due: str = ""
    measure: str = ""
    target: str = ""


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A directive as ``orders.yaml`` has it."""

    kind: str
    issuer: str
    abstract: str
    body: str
    recipients: tuple[str, ...]
    tasks: tuple[OrderedTask, ...]
    addressed_to: str = ""
    symbol: str = ""
    models: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    recommended: bool = False


@cache
def orders() -> dict[str, Order]:
    content = files("motcua.project.demo.stories").joinpath("orders.yaml").read_bytes()
    return msgspec.yaml.decode(content, type=dict[str, Order])


def issue(
    stage: Stage,
    name: str,
    communes: Sequence[str],
    *,
    at: datetime,
    conference_id: int | None = None,
    due: Mapping[str, date] = MappingProxyType({}),
) -> Directive:
    """Draft an order the day before, let the chair sign it at an instant."""
    order, drafted_at = orders()[name], at - timedelta(hours=17)
    writer = stage.officer(order.issuer, Role.HOME_AFFAIRS_OFFICER)
    directive = services.draft_directive(
        kind=order.kind,
        text=TextInput(
            abstract=order.abstract.format(year=at.year),
            body=order.body,
            addressed_to=order.addressed_to,
            symbol=order.symbol,
            signer_title="Chủ tịch",
        ),
        recipient_ids=_ids(stage, order.recipients, communes),
        conference_id=conference_id,
        by=writer,
        at=drafted_at,
    )
    for task in order.tasks:
        services.assign_task(
            directive_id=directive.pk, task=_task(stage, task, communes, due), by=writer, at=drafted_at
        )
    if order.models:
        order_replication(directive_id=directive.pk, orders=_models(order), by=writer, at=drafted_at)
    chair = stage.officer(order.issuer, Role.COMMUNE_LEADER)
    return services.issue_directive(directive_id=directive.pk, by=chair, at=at)


def open_it(
    stage: Stage, directive: Directive, communes: Sequence[str], *, role: str = Role.PAR_OFFICER
) -> None:
    """The issuer's own offices open an order at once, communes one after the other within the day."""
    assert directive.issued_at is not None
    for minutes, office in ((20, Role.HOME_AFFAIRS_OFFICER), (25, Role.RECORDS_CLERK)):
        if Account.objects.filter(posts__unit=directive.issuer_id, posts__role=office).exists():
            at = directive.issued_at + timedelta(minutes=minutes)
            by = stage.officer(directive.issuer.code, office)
            services.receive_directive(directive_id=directive.pk, by=by, at=at)
    for turn, code in enumerate(communes):
        at = directive.issued_at + timedelta(minutes=12 + 31 * turn)
        services.receive_directive(directive_id=directive.pk, by=stage.officer(code, role), at=at)


def _models(order: Order) -> list[ReplicationOrder]:
    ids = dict(Initiative.objects.exclude(slug="").values_list("slug", "pk"))
    return [
        ReplicationOrder(initiative_id=ids[slug], group=group, mandatory=not order.recommended)
        for group, slugs in order.models.items()
        for slug in slugs
    ]


def _task(stage: Stage, task: OrderedTask, communes: Sequence[str], due: Mapping[str, date]) -> TaskInput:
    return TaskInput(
        content=task.content,
        lead_unit_ids=_ids(stage, task.leads, communes),
        coordinate_ids=_ids(stage, task.coordinate, communes),
        follow_ids=_ids(stage, task.follow, communes),
        deadline_on=due[task.due] if task.due else task.deadline_on,
        measure=task.measure,
        target=task.target,
    )


def _ids(stage: Stage, codes: Sequence[str], communes: Sequence[str]) -> tuple[int, ...]:
    whole = [each for code in codes for each in (communes if code == _COMMUNES else (code,))]
    return stage.ids(*whole)
