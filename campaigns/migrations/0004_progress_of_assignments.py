import campaigns.models.assignment
import core.calendar
import core.derived
import core.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0003_urgency"),
        ("organizations", "0002_signing_by_order"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgressFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.LineField(max_length=200, verbose_name="tên tài liệu")),
                ("content_type", models.CharField(editable=False, max_length=100)),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("uploaded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                (
                    "file",
                    models.FileField(
                        max_length=255,
                        upload_to=campaigns.models.assignment.progress_path,
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "minh chứng tiến độ",
                "verbose_name_plural": "minh chứng tiến độ",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ProgressReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(default=core.calendar.today, verbose_name="tính đến ngày")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="đã làm được (%)"),
                ),
                ("text", core.fields.ProseField(blank=True, verbose_name="kết quả, việc đang làm")),
                ("is_final", models.BooleanField(default=False, verbose_name="đã hoàn thành nhiệm vụ")),
                ("at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
            ],
            options={
                "verbose_name": "báo cáo tiến độ",
                "verbose_name_plural": "báo cáo tiến độ",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"),
                        name="progress_up_to_100_percent",
                        violation_error_message="Tỷ lệ đã làm được từ 0 đến 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__isnull", False), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="progress_in_percent_or_words",
                        violation_error_message="Hãy ghi tỷ lệ đã làm được hoặc việc đang làm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_final", False), models.Q(("text", ""), _negated=True), _connector="OR"
                        ),
                        name="final_progress_has_result",
                        violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="answers",
                to="campaigns.plan",
                verbose_name="kế hoạch thực hiện của đơn vị",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="milestone",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="assignments",
                to="campaigns.milestone",
                verbose_name="phục vụ mốc",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="search_text",
            field=core.derived.SearchTextField(max_length=400, sources=("task",)),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", None),
                    models.Q(("answered_by", models.F("plan")), _negated=True),
                    _connector="OR",
                ),
                name="assignment_answered_by_another_plan",
                violation_error_message="Kế hoạch không thể thực hiện phân công của chính mình.",
            ),
        ),
        migrations.AddField(
            model_name="progressfile",
            name="uploaded_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="progressreport",
            name="assignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="campaigns.assignment"
            ),
        ),
        migrations.AddField(
            model_name="progressreport",
            name="by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="progressfile",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="files",
                to="campaigns.progressreport",
            ),
        ),
        migrations.AddIndex(
            model_name="progressreport",
            index=models.Index(fields=["assignment", "-on", "-id"], name="last_word_on_assignment"),
        ),
        migrations.AddConstraint(
            model_name="progressfile",
            constraint=models.UniqueConstraint(
                fields=("report", "sha256"),
                name="progress_file_once_per_report",
                violation_error_message="Tệp này đã có trong báo cáo.",
            ),
        ),
    ]
