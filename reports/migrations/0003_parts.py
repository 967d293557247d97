import core.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0001_initial"),
        ("reports", "0002_cluster_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("due_on", models.DateField(verbose_name="hạn gửi")),
                (
                    "remarks",
                    core.fields.ProseField(
                        blank=True,
                        help_text="Số nào khác, đơn vị đếm được bao nhiêu, vì sao. Để trống nếu số liệu trên cổng đúng.",
                        verbose_name="số liệu đơn vị đếm khác",
                    ),
                ),
                ("figures", models.JSONField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Chờ đơn vị gửi"),
                            ("sent", "Chờ tiếp nhận"),
                            ("returned", "Trả lại để bổ sung"),
                            ("taken", "Đã tiếp nhận"),
                            ("recalled", "Đơn vị xin rút lại"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, editable=False, null=True, verbose_name="ngày gửi")),
                (
                    "changed_after_issue",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="thay đổi sau khi ban hành"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="reports.milestonereview",
                        verbose_name="báo cáo",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review_parts",
                        to="organizations.unit",
                        verbose_name="đơn vị báo cáo",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần báo cáo của đơn vị",
                "verbose_name_plural": "phần báo cáo của đơn vị",
                "ordering": ["unit__name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "unit"),
                        name="review_part_once_a_unit",
                        violation_error_message="Đơn vị này đã được yêu cầu gửi báo cáo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("asked", "returned")),
                            models.Q(("figures__isnull", False), ("sent_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="sent_part_has_day_and_figures",
                        violation_error_message="Phần đã gửi phải có ngày gửi và số liệu khi gửi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("direction", "Công tác lãnh đạo, chỉ đạo"),
                            ("communication", "Phát động, tuyên truyền"),
                            ("discovery", "Phát hiện, bồi dưỡng, nhân rộng"),
                            ("awards", "Công tác khen thưởng"),
                            ("limits", "Khó khăn, hạn chế và nguyên nhân"),
                            ("lessons", "Bài học kinh nghiệm"),
                            ("tasks", "Phương hướng, nhiệm vụ"),
                            ("proposals", "Đề xuất, kiến nghị"),
                        ],
                        max_length=20,
                        verbose_name="mục",
                    ),
                ),
                ("body", core.fields.ProseField(blank=True, verbose_name="nội dung")),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.reviewpart",
                    ),
                ),
            ],
            options={
                "verbose_name": "mục trong phần của đơn vị",
                "verbose_name_plural": "các mục trong phần của đơn vị",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("part", "kind"),
                        name="part_section_once",
                        violation_error_message="Mục này đã có.",
                    )
                ],
            },
        ),
    ]
