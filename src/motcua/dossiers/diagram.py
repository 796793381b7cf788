"""The states of a dossier drawn from the table of moves, so that the picture cannot lie."""

from motcua.dossiers.states import FINAL, PORTAL_CODES, TRANSITIONS, Clock, State
from motcua.organisation.roles import Role

_CLOCKS = {
    Clock.NONE: "–",
    Clock.START: "starts",
    Clock.PAUSE: "stands still",
    Clock.GO_ON: "goes on",
    Clock.STOP: "stops",
}


def page() -> str:
    """Return ``docs/states.md``: the diagram, the states with their portal codes, every move."""
    return "\n".join([_HEAD, "```mermaid", *_diagram(), "```", "", *_states(), "", *_moves(), ""])


_HEAD = """# The states of a dossier

Drawn by `python manage.py states > docs/states.md` from `src/motcua/dossiers/states.py`; a test keeps it fresh.
Codes are those of the national portal (NĐ 118/2025/NĐ-CP, TT 03/2025/TT-VPCP). `finish` and `finish_on_payment`
follow from the office's own steps: the dossier is settled when its return opens.
"""


def _diagram() -> list[str]:
    lines = ["stateDiagram-v2"]
    lines += [f"    {state.value}: {PORTAL_CODES[state]} {state.label}" for state in State]
    for verb, transition in TRANSITIONS.items():
        for source in transition.sources:
            lines.append(f"    {source.value if source else '[*]'} --> {transition.target.value}: {verb}")
    return lines + [f"    {state.value} --> [*]" for state in State if state in FINAL]


def _states() -> list[str]:
    rows = ["| code | state | Vietnamese |", "| ---: | --- | --- |"]
    return rows + [f"| {PORTAL_CODES[state]} | `{state.value}` | {state.label} |" for state in State]


def _moves() -> list[str]:
    rows = [
        "| move | Vietnamese | from | to | clock | paper | by |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for verb, transition in TRANSITIONS.items():
        sources = ", ".join(str(PORTAL_CODES[source]) if source else "new" for source in transition.sources)
        roles = ", ".join(role.value for role in Role if role in transition.owners)
        rows.append(
            f"| `{verb}` | {transition.title_vi} | {sources} | {PORTAL_CODES[transition.target]} "
            f"| {_CLOCKS[transition.clock]} | {transition.paper or '–'} | {roles} |"
        )
    return rows
