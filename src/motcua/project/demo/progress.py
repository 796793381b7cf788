"""Progress on a terminal: what, how many, per cent, seconds."""

import time
from typing import Any

from motcua.kernel.vietnamese import number


class Progress:
    """Says what is being built, at most a few times a second; ``stream`` None says nothing."""

    def __init__(self, stream: Any = None) -> None:
        self._stream, self._began, self._told = stream, time.monotonic(), 0.0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    def begin(self, what: str) -> None:
        """Say what begins now."""
        self._say(f"{self.seconds:6.1f} giây  {what}")

    def count(self, what: str, done: int, of: int) -> None:
        """Say how far something is, if it was not said just now."""
        if self.seconds - self._told >= 2:
            self._told = self.seconds
            share = 100 * done // max(of, 1)
            self._say(f"{self.seconds:6.1f} giây  {what}: {number(done)} / {number(of)} ({share}%)")

    def _say(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text, lambda words: words)
            self._stream.flush()
