"""The quorum of councils becomes data: what was a rule of the code goes into every set of criteria, the first included.

That one holds from 15/04/2012, as Nghị định 13/2012/NĐ-CP does.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0004_form_keys")]

    operations = [
        migrations.AddField(
            model_name="criteriaset",
            name="fewest_members",
            field=models.PositiveSmallIntegerField(default=3, verbose_name="số thành viên ít nhất"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="criteriaset",
            name="quorum_votes",
            field=models.PositiveSmallIntegerField(default=2, verbose_name="số phiếu cần có"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="criteriaset",
            name="quorum_of",
            field=models.PositiveSmallIntegerField(default=3, verbose_name="trên mỗi số người được chấm"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="criteriaset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    fewest_members__gte=2, quorum_votes__gte=1, quorum_votes__lte=models.F("quorum_of")
                ),
                name="criteria_quorum_is_a_share",
                violation_error_message="Số phiếu cần có từ 1 đến toàn bộ; hội đồng có ít nhất hai người.",
            ),
        ),
    ]
