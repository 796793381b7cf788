"""The database itself refuses to change what was sent: figures, remarks, corrections, the first sending."""

from django.db import migrations

SENTENCE = "Số liệu đã gửi không thay đổi."
#: trigger: (table, act, when it is refused)
VERSION = ("figures", "remarks", "difficulties", "proposals", "number", "reason", "report_id", "sent_at", "signed_at")
SENT = "(SELECT sent_at FROM reporting_reportversion WHERE id = {row}.version_id) IS NOT NULL"


def rules(differs):
    changed = " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in VERSION)
    again = "OLD.first_sent_at IS NOT NULL AND ({})".format(
        " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in ("first_sent_at", "due_on", "data_from", "data_to"))
    )
    return {
        "reporting_version_frozen": (
            "reporting_reportversion", "UPDATE", f"OLD.sent_at IS NOT NULL AND ({changed})",
        ),
        "reporting_report_frozen": ("reporting_report", "UPDATE", again),
        "reporting_correction_late": ("reporting_correction", "INSERT", SENT.format(row="NEW")),
        "reporting_correction_frozen": ("reporting_correction", "UPDATE", SENT.format(row="OLD")),
    }  # fmt: skip


def freeze(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, (table, act, when) in rules("IS DISTINCT FROM" if postgresql else "IS NOT").items():
        if postgresql:
            schema_editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {when} THEN"
                f" RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation';"
                " END IF; RETURN NEW; END $$"
            )
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW "
            + (
                f"EXECUTE FUNCTION {name}()"
                if postgresql
                else f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            )
        )


def thaw(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, (table, _act, _when) in rules("IS NOT").items():
        schema_editor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if postgresql else ""))
        if postgresql:
            schema_editor.execute(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]

    operations = [migrations.RunPython(freeze, thaw)]
