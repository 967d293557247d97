import core.calendar
import core.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exemplars", "0005_visit_photos"),
        ("organizations", "0002_signing_by_order"),
        ("organizations", "__first__"),
    ]

    operations = [
        migrations.AddField(
            model_name="exemplar",
            name="request_id",
            field=models.UUIDField(editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="exemplar",
            name="rhythm",
            field=models.PositiveSmallIntegerField(
                choices=[(3, "3 tháng"), (6, "6 tháng"), (12, "12 tháng"), (24, "24 tháng")],
                default=6,
                verbose_name="đánh giá định kỳ",
            ),
        ),
        migrations.AddField(
            model_name="nomination",
            name="exemplar",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="nominations",
                to="exemplars.exemplar",
                verbose_name="điển hình",
            ),
        ),
        migrations.CreateModel(
            name="SupportPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("goal", core.fields.ProseField(verbose_name="mục tiêu bồi dưỡng")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến hết ngày")),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_plans",
                        to="exemplars.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch bồi dưỡng",
                "verbose_name_plural": "kế hoạch bồi dưỡng",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="support_ends_after_it_starts",
                        violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", core.fields.LineField(max_length=300, verbose_name="việc hỗ trợ")),
                (
                    "helper",
                    core.fields.LineField(blank=True, max_length=200, verbose_name="nơi, người giúp khác"),
                ),
                (
                    "money",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="ngày xong")),
                ("result", core.fields.ProseField(blank=True, verbose_name="kết quả")),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "helper_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support_tasks",
                        to="organizations.unit",
                        verbose_name="đơn vị giúp",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="exemplars.supportplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc hỗ trợ",
                "verbose_name_plural": "việc hỗ trợ",
                "ordering": ["order", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on", None)), fields=["due_on"], name="support_task_due"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("helper_unit__isnull", False),
                            models.Q(("helper", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="support_task_has_a_helper",
                        violation_error_message="Hãy ghi đơn vị giúp, hoặc nơi, người giúp khác.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        name="support_task_done_has_a_result",
                        violation_error_message="Việc đã xong phải có kết quả.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(default=core.calendar.today, verbose_name="ngày đánh giá")),
                (
                    "effect",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="tác dụng",
                    ),
                ),
                ("effect_ground", core.fields.LineField(max_length=400, verbose_name="căn cứ chấm tác dụng")),
                (
                    "efficiency",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="hiệu quả",
                    ),
                ),
                (
                    "efficiency_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm hiệu quả"),
                ),
                (
                    "capacity",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="khả năng phát triển",
                    ),
                ),
                (
                    "capacity_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm khả năng phát triển"),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="ảnh hưởng",
                    ),
                ),
                (
                    "influence_ground",
                    core.fields.LineField(max_length=400, verbose_name="căn cứ chấm ảnh hưởng"),
                ),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("effect"), "+", models.F("efficiency")
                                ),
                                "+",
                                models.F("capacity"),
                            ),
                            "+",
                            models.F("influence"),
                        ),
                        output_field=models.PositiveSmallIntegerField(verbose_name="tổng điểm"),
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="exemplars.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "đánh giá định kỳ",
                "verbose_name_plural": "đánh giá định kỳ",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("exemplar", "on"),
                        name="evaluation_once_a_day",
                        violation_error_message="Điển hình đã được đánh giá trong ngày này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effect__range", (1, 5))),
                        name="evaluation_effect_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("efficiency__range", (1, 5))),
                        name="evaluation_efficiency_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capacity__range", (1, 5))),
                        name="evaluation_capacity_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("influence__range", (1, 5))),
                        name="evaluation_influence_in_range",
                        violation_error_message="Điểm từ 1 đến 5.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Obstacle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", core.fields.ProseField(verbose_name="khó khăn, vướng mắc")),
                ("reported_on", models.DateField(default=core.calendar.today, verbose_name="ngày báo")),
                ("removed_on", models.DateField(editable=False, null=True, verbose_name="ngày tháo gỡ")),
                ("how", core.fields.ProseField(blank=True, editable=False, verbose_name="cách tháo gỡ")),
                ("recorded_at", models.DateTimeField(default=core.calendar.now, editable=False)),
                ("request_id", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="obstacles",
                        to="exemplars.exemplar",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "khó khăn, vướng mắc",
                "verbose_name_plural": "khó khăn, vướng mắc",
                "ordering": ["-reported_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("removed_on", None)), fields=["exemplar"], name="obstacle_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_on__gte", models.F("reported_on")),
                            ("removed_on", None),
                            _connector="OR",
                        ),
                        name="obstacle_removed_after_it_was_reported",
                        violation_error_message="Ngày tháo gỡ không thể trước ngày báo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", ""), ("removed_by", None), ("removed_on", None)),
                            models.Q(
                                ("removed_by__isnull", False),
                                ("removed_on__isnull", False),
                                models.Q(("how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="obstacle_removal_says_how_and_by_whom",
                        violation_error_message="Hãy ghi ngày, cách tháo gỡ và người tháo gỡ.",
                    ),
                ],
            },
        ),
    ]
