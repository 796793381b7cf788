"""A clerk at a real server: one browser session that takes dossier after dossier, whatever happens to the server."""

import re
import threading
from collections.abc import Callable
from http.client import HTTPException
from http.cookiejar import CookieJar
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPErrorProcessor, build_opener

from tests.surfaces.desk.intake_page import IntakePage, copy_page


class _AnswerAsItIs(HTTPErrorProcessor):
    """Give back redirections and refusals as they are."""

    def http_response(self, request: Any, response: Any) -> Any:
        return response


class Session:
    """The few methods of Django's test client that a page in the hands of a clerk uses, over a real socket."""

    def __init__(self, root: Callable[[], str]) -> None:
        self._root, self._jar = root, CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self._jar), _AnswerAsItIs)

    def get(self, address: str) -> SimpleNamespace:
        return self._answer(address, None)

    def post(self, address: str, fields: dict[str, Any]) -> SimpleNamespace:
        token = next((cookie.value for cookie in self._jar if cookie.name == "csrftoken"), "")
        return self._answer(address, urlencode({**fields, "csrfmiddlewaretoken": token}, doseq=True).encode())

    def _answer(self, address: str, body: bytes | None) -> SimpleNamespace:
        with self._opener.open(self._root() + address, body, timeout=20) as response:
            text = response.read().decode()
            headers = response.headers
            return SimpleNamespace(
                status_code=response.status, headers=headers, text=text, url=headers.get("Location", "")
            )


class Clerk:
    """Takes copies to certify; presses the last button again until the server says that it has the dossier."""

    def __init__(self, root: Callable[[], str], username: str, password: str) -> None:
        self.session, self.acknowledged, self.pressed = Session(root), list[str](), 0
        self._patiently(lambda: self._sign_in(username, password))

    def take_one(self) -> None:
        page = self._patiently(lambda: copy_page(self.session))  # type: ignore[arg-type]
        self.pressed += 1
        typed = dict(page.fields)
        self._patiently(lambda: self._accepted(page, typed))

    def _sign_in(self, username: str, password: str) -> None:
        self.session.get("/dang-nhap/")
        answer = self.session.post("/dang-nhap/", {"username": username, "password": password})
        assert answer.status_code == 302, answer.text[-1500:]

    def _accepted(self, page: IntakePage, typed: dict[str, list[str]]) -> None:
        page.fields = dict(typed)
        page.do("accept")
        assert page.status == 302, page.text[page.text.find('id="loi"') :][:1500]
        answer = self.session.get(page.answer.url)
        self.acknowledged.append(re.findall(r"[A-Z0-9.]+-\d{6}-\d{4}", answer.text)[0])

    def _patiently(self, act: Callable[[], Any]) -> Any:
        for _attempt in range(900):
            try:
                return act()
            except (OSError, HTTPException):
                threading.Event().wait(0.1)
        raise AssertionError("The server never came back.")
