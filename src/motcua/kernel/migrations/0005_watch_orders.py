from django.db import migrations


class Migration(migrations.Migration):
    """The schema stays: ``migrate`` runs, and then gives triggers to the tables of orders and reports that are
    remembered from now on (``motcua.kernel.memory.watch_tables``)."""

    dependencies = [("kernel", "0004_sent_form")]
