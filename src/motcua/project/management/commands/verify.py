import sys
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandParser

from motcua.kernel.vietnamese import number
from motcua.project.verification import Finding, verify


class Command(BaseCommand):
    help = "Kiểm tra sổ sách: chuỗi sổ cái, niêm phong, dãy số, hồ sơ, thống kê. Có sai lệch thì kết thúc với mã 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *, json: bool, **options: Any) -> None:
        findings = []
        for finding in verify():
            self.stderr.write(f"  {number(finding.count):>12} {finding.check.title_vi}", ending="")
            self.stderr.write(f": {len(finding.faults)} sai lệch" if finding.faults else "")
            findings.append(finding)
        self.stdout.write(as_json(findings) if json else as_sentences(findings))
        if any(finding.faults for finding in findings):
            sys.exit(1)


def as_json(findings: list[Finding]) -> str:
    counts = {finding.check.name: finding.count for finding in findings}
    faults = [
        {"check": finding.check.name, "subject": fault.subject, "sentence": fault.sentence}
        for finding in findings
        for fault in finding.faults
    ]
    return msgspec.json.encode({"intact": not faults, "counts": counts, "faults": faults}).decode()


def as_sentences(findings: list[Finding]) -> str:
    faults = [fault.sentence for finding in findings for fault in finding.faults]
    if faults:
        return "\n".join([*faults, f"Sổ sách có {number(len(faults))} chỗ sai lệch."])
    counts = ", ".join(f"{number(finding.count)} {finding.check.title_vi}" for finding in findings)
    return f"Sổ sách nguyên vẹn: {counts}."
