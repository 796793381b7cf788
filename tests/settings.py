"""The project's own settings in demonstration mode, with a folder of its own and quick passwords."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("MOTCUA_DEMO", "1")
if "MOTCUA_DATA_DIR" not in os.environ:  # the workers of pytest-xdist inherit it
    os.environ["MOTCUA_DATA_DIR"] = tempfile.mkdtemp(prefix="motcua-test-")
    atexit.register(shutil.rmtree, os.environ["MOTCUA_DATA_DIR"], ignore_errors=True)

from motcua.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
AXES_ENABLED = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # nothing is collected before a test
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
if DATABASES["default"]["ENGINE"] == "motcua.kernel.sqlite":  # noqa: F405
    # A file, as in real life: one database in memory is shared by all threads of a live server, and two requests at
    # once disturb each other. Losing the last writes in a power cut does no harm here.
    _folder = tempfile.mkdtemp(prefix="motcua-test-database-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = (  # noqa: F405
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
