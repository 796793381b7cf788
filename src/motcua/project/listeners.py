"""Who hears which news: the one list of listeners."""


def connect() -> None:
    """Fill the outbox's table of listeners once, when the program starts."""
