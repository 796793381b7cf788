"""How a line of shares is drawn."""

from collections.abc import Callable, Iterable


def path(values: Iterable[float | None], x: Callable[[int], float], y: Callable[[float], float]) -> str:
    """The path through the values; the pen is lifted where there is none, a lonely value is a dot."""
    runs: list[list[str]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{x(index)} {y(value)}")
    return " ".join(f"M{' L'.join(run)}{'h0' if len(run) == 1 else ''}" for run in runs if run)
