"""The project's own settings in demonstration mode, with a folder of its own and quick passwords."""

import os
import tempfile

os.environ.setdefault("MOTCUA_DEMO", "1")
os.environ.setdefault("MOTCUA_DATA_DIR", tempfile.mkdtemp(prefix="motcua-test-"))

from motcua.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
AXES_ENABLED = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # nothing is collected before a test
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
