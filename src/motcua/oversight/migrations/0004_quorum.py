"""The quorum of award councils becomes data: those formed until now keep the two thirds that were a rule of the code."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("oversight", "0003_progress_key")]

    operations = [
        migrations.AddField(
            model_name="awardcouncil",
            name="quorum_votes",
            field=models.PositiveSmallIntegerField(default=2, verbose_name="số phiếu cần có"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="awardcouncil",
            name="quorum_of",
            field=models.PositiveSmallIntegerField(default=3, verbose_name="trên mỗi số người được bỏ phiếu"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="awardcouncil",
            constraint=models.CheckConstraint(
                condition=models.Q(quorum_votes__gte=1, quorum_votes__lte=models.F("quorum_of")),
                name="award_council_quorum_is_a_share",
                violation_error_message="Số phiếu cần có từ 1 đến toàn bộ số người được bỏ phiếu.",
            ),
        ),
    ]
