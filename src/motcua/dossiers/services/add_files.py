from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from motcua.dossiers import judging, receiving
from motcua.dossiers.inputs import FileInput
from motcua.dossiers.models import Dossier
from motcua.dossiers.moving import take
from motcua.dossiers.states import FINAL, State
from motcua.kernel.refusals import Refusal
from motcua.organisation.access import Officer


class FilesNeeded(Refusal):
    """Nothing was sent, or files that do not belong to the dossier."""


@transaction.atomic
def add_files(*, dossier_id: int, files: tuple[FileInput, ...], by: Officer, at: datetime) -> Dossier:
    """Add scans to a dossier that is not over (số hóa thêm); they change nothing that was handed in before.

    Raises:
        FilesNeeded: no file, one that was never stored, or a paper outside the version.
    """
    states = [state for state in State if state not in FINAL]
    moving = take("add_files", dossier_id=dossier_id, by=by, at=at, states=states)
    if not files:
        raise FilesNeeded(_("Chọn tệp cần gửi lên."), field="files")
    faults = dict(judging.paper_faults(moving.dossier.version.definition, (), files))
    if faults:
        raise FilesNeeded("; ".join(faults.values()), field="files")
    receiving.add_papers(moving.dossier, (), files, by=by, at=at)
    moving.record("add_files", files=[{"file": file.stored_file_id, "name": file.name} for file in files])
    return moving.dossier
