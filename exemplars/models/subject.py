from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from core.derived import FoldedField, PersonKeyField, SearchTextField
from core.fields import LineField
from core.text import fold
from core.workflow import Audited
from law.models import SubjectKind
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class Sex(models.TextChoices):
    FEMALE = "female", "Nữ"
    MALE = "male", "Nam"


class WorkerGroup(models.TextChoices):
    """The groups by which persons are counted (TT 02/2023/TT-BNV, biểu 0603.N)."""

    LEADER = "leader", "Lãnh đạo, quản lý"
    DIRECT = "direct", "Người trực tiếp lao động, công tác"
    ENTREPRENEUR = "entrepreneur", "Doanh nhân"


class CollectiveKind(models.TextChoices):
    OFFICE = "office", "Cơ quan, đơn vị"
    RESIDENTIAL = "residential", "Ấp, khu phố, thôn"
    SCHOOL = "school", "Trường học"
    ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã"
    GROUP = "group", "Tổ, nhóm, câu lạc bộ, mô hình"


class Facts(models.Model):
    """What is stated of a person, a collective or a household; each kind uses its own part.

    A subject holds what is known of it last, a nomination what was true when it was made.
    """

    PERSON = (
        "birth_date",
        "sex",
        "id_number",
        "position",
        "workplace",
        "worker_group",
        "ethnicity",
        "party_member",
    )
    COLLECTIVE = ("collective_kind", "headcount", "women", "party_members", "address")
    HOUSEHOLD = ("sex", "id_number", "household_size", "hamlet", "address")

    name = LineField("tên", max_length=200)  # of a household: its head's name
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    sex = models.CharField("giới tính", max_length=10, choices=Sex, blank=True)
    id_number = LineField("số CCCD hoặc mã công chức, viên chức", max_length=20, blank=True)
    position = LineField("chức vụ, nghề nghiệp", max_length=200, blank=True)
    workplace = LineField("nơi công tác hoặc nơi ở", max_length=250, blank=True)
    worker_group = models.CharField("nhóm", max_length=20, choices=WorkerGroup, blank=True)
    ethnicity = LineField("dân tộc", max_length=50, blank=True)
    party_member = models.BooleanField("đảng viên", default=False)
    collective_kind = models.CharField("loại tập thể", max_length=20, choices=CollectiveKind, blank=True)
    headcount = models.PositiveIntegerField("tổng số người", null=True, blank=True)
    women = models.PositiveIntegerField("trong đó nữ", null=True, blank=True)
    party_members = models.PositiveIntegerField("số đảng viên", null=True, blank=True)
    household_size = models.PositiveSmallIntegerField("số nhân khẩu", null=True, blank=True)
    hamlet = LineField("ấp, khu phố, thôn", max_length=120, blank=True)
    address = LineField("địa chỉ", max_length=250, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def fields_of(cls, kind):
        """Names of the facts that a subject of that kind has, besides its name."""
        return {
            SubjectKind.PERSON: cls.PERSON,
            SubjectKind.COLLECTIVE: cls.COLLECTIVE,
            SubjectKind.HOUSEHOLD: cls.HOUSEHOLD,
        }[kind]

    @property
    def description(self):
        """What stands after the name on lists and papers: post and workplace, or the address."""
        is_person = self.kind == SubjectKind.PERSON
        parts = (self.position, self.workplace) if is_person else (self.hamlet, self.address)
        return ", ".join(part for part in parts if part)


def keeping_paths(desk):
    """Tree paths at or below which the person enters what is known of subjects."""
    return desk.paths(*PREPARING) | desk.office_paths(Role.STANDING)


class SubjectQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Subjects of the person's own territory, and those in dossiers the person may see."""
        territory = within(desk.paths() | desk.office_paths(), "unit__path")
        dossiers = self.model.nominations.rel.related_model.objects
        named = dossiers.visible_to(desk).filter(subject=OuterRef("pk"))
        return self.filter(territory | Exists(named))

    def kept_by(self, desk):
        """Those about whom the person may enter and mend facts."""
        return self.filter(within(keeping_paths(desk), "unit__path"))

    def named(self, name, *, kind, unit):
        """Subjects of that kind and unit with that name, whatever the accents, case and spacing."""
        return self.filter(kind=kind, unit=unit, folded_name=fold(name))

    def twins_of(self, facts):
        """Subjects that may be the one that `facts` (a nomination, a subject) speak of.

        The same number of identity, or the same name in the same unit unless the days of birth differ.
        """
        same_name = Q(unit=facts.unit_id, folded_name=fold(facts.name))
        if facts.birth_date:
            same_name &= Q(birth_date=facts.birth_date) | Q(birth_date=None)
        same_number = Q(id_number=facts.id_number) if facts.id_number else Q(pk__in=[])
        return self.filter(same_name | same_number, kind=facts.kind)


class Subject(Audited, Facts):
    """One person, collective or household over the years (đối tượng)."""

    kind = models.CharField("loại", max_length=20, choices=SubjectKind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="subjects", verbose_name="thuộc đơn vị")
    name_key = PersonKeyField(sources=["name"])
    folded_name = FoldedField(sources=["name"], max_length=200)
    search_text = SearchTextField(
        sources=["name", "position", "workplace", "hamlet", "address"], max_length=900
    )

    objects = SubjectQuerySet.as_manager()

    class Meta:
        verbose_name = "đối tượng"
        verbose_name_plural = "đối tượng"
        ordering = ["name_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(women__lte=F("headcount")) | Q(women=None) | Q(headcount=None),
                name="subject_women_within_headcount",
                violation_error_message="Số nữ không thể nhiều hơn tổng số người.",
            )
        ]
        indexes = [
            models.Index(fields=["kind", "name_key"], name="subject_by_name"),
            models.Index(fields=["unit", "folded_name"], name="subject_of_unit_by_name"),
            models.Index(fields=["id_number"], name="subject_by_id_number"),
        ]

    def __str__(self):
        return f"Hộ {self.name}" if self.kind == SubjectKind.HOUSEHOLD else self.name

    def get_absolute_url(self):
        return reverse("exemplars:subject", args=[self.pk])
