"""Typed readers of the environment: every setting has the prefix ``MOTCUA_`` and one place where it is read."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class Environment:
    """Read settings from environment variables, secrets also from files in ``secrets_dir``."""

    def __init__(self, prefix: str, secrets_dir: Path) -> None:
        self._prefix = prefix
        self._secrets_dir = secrets_dir

    def text(self, name: str, default: str) -> str:
        """Return a setting; one that is set to nothing counts as not set."""
        return os.environ.get(self._prefix + name) or default

    def whole(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        try:
            return int(value)
        except ValueError:
            raise ImproperlyConfigured(
                f"{self._prefix}{name} phải là số nguyên, không phải “{value}”."
            ) from None

    def truth(self, name: str, default: bool) -> bool:
        value = self.text(name, "1" if default else "0").lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise ImproperlyConfigured(f"{self._prefix}{name} phải là 1 hoặc 0, không phải “{value}”.")

    def words(self, name: str, default: str) -> list[str]:
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def folder(self, name: str, default: Path) -> Path:
        return Path(self.text(name, str(default))).expanduser().resolve()

    def secret(self, name: str, default: str = "") -> str:
        """Return a secret from the environment or from a file; whoever needs it refuses an empty one."""
        file = self._secrets_dir / (self._prefix + name).lower()
        value = os.environ.get(self._prefix + name) or (file.read_text().strip() if file.is_file() else "")
        return value or default


def demonstration_in(folder: Path) -> dict[str, str]:
    """Return the environment of a child process that works on demonstration data in a folder, with SQLite.

    Nothing of this installation's own settings goes with it.
    """
    foreign = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
    return {**foreign, "MOTCUA_DEMO": "1", "MOTCUA_DATA_DIR": str(folder)}
