"""Pages are looked at in a real browser."""

from tests.browser import browser, desktop, open_page, phone

__all__ = ["browser", "desktop", "open_page", "phone"]
