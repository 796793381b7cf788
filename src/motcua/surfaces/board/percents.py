"""Shares and hours in words."""


def share(part: int, whole: int) -> float:
    """In percent; 0 of nothing."""
    return part * 100 / whole if whole else 0.0


def percent(part: int, whole: int) -> str:
    """``98,6%``; a dash when there is nothing to be a share of. Only the whole is 100."""
    if not whole:
        return "–"
    shown = round(share(part, whole), 1)
    return f"{min(shown, 99.9) if part < whole else shown:.1f}%".replace(".", ",")


def hours(minutes: float) -> str:
    """Working minutes in hours: ``6,2``."""
    return f"{minutes / 60:.1f}".replace(".", ",")
