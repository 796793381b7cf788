"""The lives of things drawn from their tables of moves, so that no picture can lie: ``docs/states/``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from motcua.directives import states as directive
from motcua.directives import task_states as task
from motcua.dossiers import states as dossier
from motcua.dossiers.states import PORTAL_CODES, Clock
from motcua.initiatives import states as initiative
from motcua.organisation.roles import Role
from motcua.oversight import award_states as award_round
from motcua.oversight import inspection_states as inspection
from motcua.reporting import states as report

_CLOCKS = {
    Clock.NONE: "–",
    Clock.START: "starts",
    Clock.PAUSE: "stands still",
    Clock.GO_ON: "goes on",
    Clock.STOP: "stops",
}

Cell = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Life:
    """What is drawn (an English name), from which module, said how, with which columns for each move."""

    name: str
    states: ModuleType
    words: str
    columns: tuple[tuple[str, Cell], ...] = ()

    def number(self, state: Any) -> str:
        """The portal's code of a dossier's state; other lives have none."""
        return f"{PORTAL_CODES[state]} " if self.states is dossier else ""


def _owners(move: Any) -> str:
    return ", ".join(role.value for role in Role if role in move.owners) or "its own team"


def _sides(move: Any) -> str:
    return ", ".join(sorted(side.value for side in move.sides))


BY: tuple[str, Cell] = ("by", _owners)
LIVES: dict[str, Life] = {
    "dossier": Life(
        "dossier", dossier,
        "Codes are those of the national portal (NĐ 118/2025/NĐ-CP, TT 03/2025/TT-VPCP). `finish` and\n"
        "`finish_on_payment` follow from the office's own steps: the dossier is settled when its return opens.",
        (("clock", lambda move: _CLOCKS[move.clock]), ("paper", lambda move: move.paper or "–"), BY),
    ),
    "directive": Life(
        "directive", directive,
        "A text that orders: written and signed here, or entered from paper. Its tasks have [their own life](task.md).",
        (BY,),
    ),
    "task": Life(
        "task", task,
        "Who acts is told by the side: the unit that gave the task (keeper), or the part that the own unit has in it.\n"
        "`close` asks for evidence.",
        (("side", _sides),),
    ),
    "initiative": Life(
        "initiative", initiative,
        "The life cycle of a model or initiative. Those of the sources came in as `replicating` or `operating`,\n"
        "as they were when the documents were written.",
        (BY,),
    ),
    "report": Life(
        "version of a report", report,
        "A correction after sending is a new version; the first sending decides whether a report was on time\n"
        "([why](../decisions/0011-first-sending.md)).",
        (("side", lambda move: move.side.value), BY),
    ),
    "award_round": Life("round of commendations", award_round, "Proposals, a council's vote, one decision.", (BY,)),
    "inspection": Life(
        "inspection", inspection,
        "A surprise inspection is seen by nobody but its team, and who signs its decision, until it starts.",
        (BY,),
    ),
}  # fmt: skip


def page(life: Life) -> str:
    """Return one page: the diagram, the states, every move."""
    module = life.states.__name__.removeprefix("motcua.").replace(".", "/")
    head = [
        f"# The states of {'an' if life.name[0] in 'aeiou' else 'a'} {life.name}",
        "",
        f"Drawn by `python manage.py states docs/states` from `src/motcua/{module}.py`; a test keeps it fresh.",
        life.words,
        "",
    ]
    return "\n".join([*head, "```mermaid", *_diagram(life), "```", "", *_states(life), "", *_moves(life), ""])


def _diagram(life: Life) -> Iterable[str]:
    yield "stateDiagram-v2"
    for state in life.states.State:
        yield f"    {state.value}: {life.number(state)}{state.label}"
    for verb, move in life.states.TRANSITIONS.items():
        for source in move.sources:
            yield f"    {source.value if source else '[*]'} --> {move.target.value}: {verb}"
    for state in life.states.State:
        if state in life.states.FINAL:
            yield f"    {state.value} --> [*]"


def _states(life: Life) -> Iterable[str]:
    numbered = life.states is dossier
    yield "| code | state | Vietnamese |" if numbered else "| state | Vietnamese |"
    yield "| ---: | --- | --- |" if numbered else "| --- | --- |"
    for state in life.states.State:
        code = f"| {PORTAL_CODES[state]} " if numbered else ""
        yield f"{code}| `{state.value}` | {state.label} |"


def _moves(life: Life) -> Iterable[str]:
    titles = ["move", "Vietnamese", "from", "to", *(title for title, _cell in life.columns)]
    yield f"| {' | '.join(titles)} |"
    yield f"| {' | '.join('---' for _title in titles)} |"
    for verb, move in life.states.TRANSITIONS.items():
        sources = ", ".join(_called(life, source) for source in move.sources)
        cells = [f"`{verb}`", move.title_vi, sources, _called(life, move.target)]
        yield f"| {' | '.join([*cells, *(cell(move) for _title, cell in life.columns)])} |"


def _called(life: Life, state: Any) -> str:
    if state is None:
        return "new"
    return str(PORTAL_CODES[state]) if life.states is dossier else str(state.value)
