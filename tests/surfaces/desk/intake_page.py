"""The intake page in the hands of somebody whose browser runs no scripts: fields are filled, buttons pressed."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from motcua.dossiers.models import Dossier

ADDRESS = "/ban-lam-viec/nhan-ho-so/"
CARD = (
    "092088000017|331234567|Trần Lê Hoàng Minh Khang|14031988|Nam|"
    "Số 45, ấp Bình Du A, xã An Thạnh, thành phố Cần Thơ|02032022"
)
CHILD = {
    "applicant_relation": "father",
    "child_full_name": "Trần Lê Ngọc An Nhiên",
    "child_dob": "10112026",
    "child_sex": "female",
    "child_ethnicity": "01",
    "child_birth_place_kind": "home",
    "child_birth_place": "xã An Thạnh, thành phố Cần Thơ",
    "child_home_town": "xã An Thạnh, thành phố Cần Thơ",
    "parentage": "father_only",
    "commitment": "true",
}
COPIES = {"items-0-document_name": "Bằng tốt nghiệp", "items-0-pages": "12", "items-0-copies": "2"}
PDF = b"%PDF-1.7\n%%EOF\n"


class _Fields(HTMLParser):
    """What a browser would send of the form ``nhan`` or of the only other form with a field named so."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark, self.inside, self.noscript = mark, False, False
        self.sent: dict[str, list[str]] = {}
        self._select = self._textarea = ""
        self._first = True

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag == "form":
            self.inside = self.mark in (facts.get("id"), facts.get("action"))
        if not self.inside or "disabled" in facts:
            return
        name, value = facts.get("name") or "", facts.get("value") or ""
        if tag == "input" and name:
            kind = facts.get("type") or "text"
            if kind in ("checkbox", "radio") and "checked" not in facts:
                return
            if kind not in ("submit", "file"):
                self.sent.setdefault(name, []).append(value)
        elif tag == "select":
            self._select, self._first = name, True
        elif tag == "option" and self._select:
            if "selected" in facts:
                self.sent[self._select] = [value]
            elif self._first:
                self.sent.setdefault(self._select, [value])
            self._first = False
        elif tag == "textarea":
            self._textarea = name
            self.sent[name] = [""]

    def handle_data(self, data):
        if self.inside and self._textarea:
            self.sent[self._textarea][0] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""


class IntakePage:
    """The page as it stands; every act sends all of it, as a browser without scripts does."""

    def __init__(self, client: Client, query: str = "", address: str = ADDRESS, mark: str = "nhan") -> None:
        self.client, self.address, self.mark = client, address, mark
        self._shown(client.get(address + query))

    def _shown(self, answer: Any) -> None:
        self.answer, self.status = answer, answer.status_code
        self.text = answer.text if answer.headers.get("Content-Type", "").startswith("text/html") else ""
        parser = _Fields(self.mark)
        parser.feed(self.text)
        self.fields = parser.sent

    def fill(self, **values: str) -> "IntakePage":
        """Type into fields; a dot in a name is written as two underscores."""
        for name, value in values.items():
            self.fields[name.replace("__", ".")] = [value] if isinstance(value, str) else list(value)
        return self

    def tick(self, *papers: str) -> "IntakePage":
        self.fields.setdefault("paper", []).extend(papers)
        return self

    def press(self, name: str, value: str, files: dict | None = None) -> "IntakePage":
        """Press a button: ``intake.do`` with what it does, or ``intake.pick_…`` with a choice."""
        self._shown(self.client.post(self.address, {**self.fields, name: [value], **(files or {})}))
        return self

    def do(self, what: str, files: dict | None = None) -> "IntakePage":
        return self.press("intake.do", what, files)

    def scan(self, text: str) -> "IntakePage":
        return self.fill(intake__find=text).do("find")

    def choose(self, slug: str) -> "IntakePage":
        return self.press("intake.pick_procedure", slug)

    def value(self, name: str) -> str:
        return (self.fields.get(name) or [""])[0]

    @property
    def dossier(self) -> Dossier:
        """The dossier whose end the last answer leads to."""
        assert self.status == 302, self.text[self.text.find('id="loi"') :][:1500]
        return Dossier.objects.get(pk=int(self.answer.url.split("/da-nhan/")[1].split("/")[0]))


def birth_page(client: Client) -> IntakePage:
    """A birth as far as the last button: the card read, the e-form filled, the papers looked at."""
    page = IntakePage(client, "?thu-tuc=birth_registration").scan(CARD)
    return page.fill(applicant__phone="0912 345 678", **CHILD)


def copy_page(client: Client) -> IntakePage:
    """Two copies of twelve pages, as far as the last button."""
    page = IntakePage(client, "?thu-tuc=certified_copy").scan(CARD)
    return page.fill(applicant__phone="0912 345 678", **COPIES).tick("original")
