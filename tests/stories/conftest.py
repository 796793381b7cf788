"""All stories, told once for the whole folder; whatever a test changes is undone."""

import pytest
from django.db import transaction

from motcua.project.demo.stories.telling import tell_stories
from motcua.statistics.services import rebuild
from tests.factories.demo import UNTIL, set_up_office


@pytest.fixture(scope="package")
def told(django_db_setup, django_db_blocker):
    """The stage with all units and officers of the stories, without the commune's own three years."""
    with django_db_blocker.unblock(), transaction.atomic():
        set_up_office()
        stage = tell_stories(until=UNTIL, password="motcua-demo", seed=1)
        rebuild()
        yield stage
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def stage(told, db):
    return told
