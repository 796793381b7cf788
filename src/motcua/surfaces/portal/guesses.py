"""How often a stranger may guess the end of a telephone number."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest

from motcua.kernel.vietnamese import clean

PAUSE_SECONDS = 15 * 60
PER_CODE = 5
PER_ADDRESS = 20


def too_many(request: HttpRequest, code: str) -> bool:
    """Whether so many wrong guesses came, for this code or from this address, that we wait a while."""
    return any(cache.get(key, 0) >= limit for key, limit in _keys(request, code).items())


def count(request: HttpRequest, code: str) -> None:
    """Remember one wrong guess for a quarter of an hour."""
    for key in _keys(request, code):
        cache.add(key, 0, PAUSE_SECONDS)
        cache.incr(key)


def _keys(request: HttpRequest, code: str) -> dict[str, int]:
    named = hashlib.sha256(_without_agency(code).encode()).hexdigest()[:32]
    return {
        f"guess:code:{named}": PER_CODE,
        f"guess:from:{request.META.get('REMOTE_ADDR', '')}": PER_ADDRESS,
    }


def _without_agency(code: str) -> str:
    """The part by which a dossier is found however its code was typed: another space is not another code."""
    return "-".join(clean(code).upper().replace(" ", "").split("-")[-2:])
