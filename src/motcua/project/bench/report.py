"""The figures as a person reads them, and as a program does."""

from motcua.project.bench.figures import Figure


def head(machine: dict[str, str | int]) -> str:
    words = {"cores": "nhân", "processor": "bộ xử lý", "python": "Python", "sqlite": "SQLite", "system": "hệ"}
    return " · ".join(f"{words[name]}: {value}" for name, value in machine.items())


def line(figure: Figure) -> str:
    """``Trang danh sách …   3,4 ms CPU  (3,2–3,9)   ngưỡng ≤ 2: chưa đạt``, then how it was measured."""
    first = f"{figure.title:58} {number(figure.value):>11} {figure.unit:15}"
    spread = f"({number(figure.least)} – {number(figure.most)})"
    return f"{first} {spread:24} {bar(figure)}".rstrip() + f"\n    {figure.how}"


def bar(figure: Figure) -> str:
    """What the figure is held against, and whether it keeps it."""
    wanted = [f"≤ {number(figure.at_most)}" if figure.at_most is not None else ""]
    wanted += [f"≥ {number(figure.at_least)}" if figure.at_least is not None else ""]
    words = " ".join(filter(None, wanted))
    return f"ngưỡng {words}: {'đạt' if figure.is_reached else 'chưa đạt'}" if words else ""


def number(value: float) -> str:
    """Three significant digits as Vietnamese write them: 1.234.567 · 12,3 · 0,045."""
    if value >= 100:
        return f"{value:,.0f}".replace(",", ".")
    return f"{value:.3g}".replace(".", ",")
