"""The database itself refuses to change or remove a line of the ledger or a seal."""

from django.db import migrations

TABLES = ("kernel_ledgerentry", "kernel_ledgerseal")
SENTENCE = "Sổ cái chỉ ghi thêm, không sửa, không xóa."


def refuse_changes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION kernel_append_only() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    for table in TABLES:
        for act in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} FOR EACH ROW "
                + (
                    "EXECUTE FUNCTION kernel_append_only()"
                    if schema_editor.connection.vendor == "postgresql"
                    else f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
                )
            )


def allow_changes(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for act in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{act}" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION kernel_append_only()")


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [migrations.RunPython(refuse_changes, allow_changes)]
