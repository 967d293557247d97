import core.derived
import core.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0001_initial"),
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cluster",
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
                        choices=[("cluster", "Cụm thi đua"), ("block", "Khối thi đua")],
                        default="cluster",
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("name", core.fields.LineField(max_length=200, verbose_name="tên cụm, khối")),
                ("name_key", core.derived.TextKeyField(max_length=400, sources=("name",))),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clusters",
                        to="organizations.unit",
                        verbose_name="cơ quan tổ chức",
                    ),
                ),
            ],
            options={
                "verbose_name": "cụm, khối thi đua",
                "verbose_name_plural": "cụm, khối thi đua",
                "ordering": ["name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "name"),
                        name="cluster_name_once_an_office",
                        violation_error_message="Cơ quan này đã có cụm, khối cùng tên.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "cross",
                    models.CharField(
                        choices=[
                            ("all", "Mỗi đơn vị chấm tất cả đơn vị khác"),
                            ("next", "Mỗi đơn vị chấm đơn vị kế tiếp trong danh sách"),
                        ],
                        default="all",
                        max_length=20,
                        verbose_name="chấm chéo",
                    ),
                ),
                ("tie_rules", models.JSONField(blank=True, default=list, verbose_name="khi bằng điểm")),
                ("contract", core.fields.ProseField(blank=True, verbose_name="nội dung giao ước thi đua")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ngày ký giao ước")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("forming", "Đang lập"),
                            ("contracted", "Đã ký giao ước"),
                            ("scoring", "Đang chấm điểm"),
                            ("ranked", "Đã xếp hạng"),
                            ("closed", "Đã công nhận"),
                        ],
                        default="forming",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("search_text", core.derived.SearchTextField(max_length=400, sources=("cluster", "year"))),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="years",
                        to="campaigns.cluster",
                        verbose_name="cụm, khối",
                    ),
                ),
            ],
            options={
                "verbose_name": "cụm, khối thi đua theo năm",
                "verbose_name_plural": "cụm, khối thi đua theo năm",
                "ordering": ["-year", "cluster__name_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cluster", "year"),
                        name="cluster_year_once",
                        violation_error_message="Cụm, khối này đã được lập cho năm đó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2004), ("year__lte", 2100)),
                        name="cluster_year_from_2004",
                        violation_error_message="Năm thi đua từ 2004 đến 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "forming"), ("signed_on__isnull", False), _connector="OR"
                        ),
                        name="cluster_contract_has_its_day",
                        violation_error_message="Giao ước đã ký phải có ngày ký.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClusterMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "seat",
                    models.CharField(
                        choices=[
                            ("leader", "Cụm trưởng, khối trưởng"),
                            ("deputy", "Cụm phó, khối phó"),
                            ("member", "Thành viên"),
                        ],
                        default="member",
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "signed_by",
                    core.fields.LineField(blank=True, max_length=120, verbose_name="người ký giao ước"),
                ),
                (
                    "signed_title",
                    core.fields.LineField(blank=True, max_length=150, verbose_name="chức vụ người ký"),
                ),
                (
                    "total",
                    models.DecimalField(
                        decimal_places=2, editable=False, max_digits=7, null=True, verbose_name="tổng điểm"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="hạng")),
                (
                    "tie_note",
                    core.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="xét khi bằng điểm"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cluster_places",
                        to="organizations.unit",
                        verbose_name="đơn vị thành viên",
                    ),
                ),
                (
                    "cluster_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="campaigns.clusteryear",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên cụm, khối",
                "verbose_name_plural": "thành viên cụm, khối",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cluster_year", "unit"),
                        name="cluster_member_once",
                        violation_error_message="Đơn vị này đã có trong cụm, khối.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("seat", "leader")),
                        fields=("cluster_year",),
                        name="cluster_has_one_leader",
                        violation_error_message="Mỗi cụm, khối có một đơn vị trưởng và một đơn vị phó.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("seat", "deputy")),
                        fields=("cluster_year",),
                        name="cluster_has_one_deputy",
                        violation_error_message="Mỗi cụm, khối có một đơn vị trưởng và một đơn vị phó.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rank", None), ("total", None)),
                            models.Q(("rank__isnull", False), ("total__isnull", False)),
                            _connector="OR",
                        ),
                        name="cluster_rank_has_total",
                        violation_error_message="Hạng và tổng điểm phải có cùng nhau.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PointLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", core.fields.LineField(max_length=200, verbose_name="nhóm nội dung")),
                ("text", core.fields.LineField(max_length=400, verbose_name="nội dung")),
                (
                    "kind",
                    models.CharField(
                        choices=[("basic", "Điểm chuẩn"), ("bonus", "Điểm thưởng"), ("minus", "Điểm trừ")],
                        default="basic",
                        max_length=20,
                        verbose_name="loại điểm",
                    ),
                ),
                (
                    "max_points",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="điểm tối đa"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "cluster_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="campaigns.clusteryear",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng bảng điểm",
                "verbose_name_plural": "bảng điểm",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("max_points__gt", 0), ("max_points__lte", 1000)),
                        name="point_line_within_1000",
                        violation_error_message="Điểm tối đa của một dòng lớn hơn 0 và không quá 1.000.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoreSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                (
                    "scored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="got_sheets",
                        to="campaigns.clustermember",
                    ),
                ),
                (
                    "scorer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given_sheets",
                        to="campaigns.clustermember",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu chấm điểm cụm, khối",
                "verbose_name_plural": "phiếu chấm điểm cụm, khối",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scorer", "scored"),
                        name="score_sheet_once",
                        violation_error_message="Phiếu chấm này đã có.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SettledPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "points",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="điểm thống nhất"),
                ),
                ("reason", core.fields.LineField(max_length=300, verbose_name="lý do")),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settled",
                        to="campaigns.pointline",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="settled",
                        to="campaigns.clustermember",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm thống nhất",
                "verbose_name_plural": "điểm thống nhất",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "line"),
                        name="settled_point_once",
                        violation_error_message="Nội dung này đã được thống nhất.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gte", 0)),
                        name="settled_point_not_negative",
                        violation_error_message="Điểm không được âm.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "points",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="điểm"
                    ),
                ),
                ("ground", core.fields.LineField(blank=True, max_length=300, verbose_name="căn cứ chấm")),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given",
                        to="campaigns.pointline",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="campaigns.scoresheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm chấm chéo",
                "verbose_name_plural": "điểm chấm chéo",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "line"),
                        name="sheet_point_once",
                        violation_error_message="Nội dung này đã được chấm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points", None), ("points__gte", 0), _connector="OR"),
                        name="sheet_point_not_negative",
                        violation_error_message="Điểm không được âm.",
                    ),
                ],
            },
        ),
    ]
