from django.db import models
from django.db.models import F, Q


class Structure(models.Model):
    """Of a number of delegates, how many at least are to be of each group (cơ cấu); None: not said."""

    GROUPS = ("women", "minorities", "workers", "collectives", "households")

    women = models.PositiveSmallIntegerField("nữ", null=True, blank=True)
    minorities = models.PositiveSmallIntegerField("dân tộc thiểu số", null=True, blank=True)
    workers = models.PositiveSmallIntegerField("trực tiếp lao động", null=True, blank=True)
    collectives = models.PositiveSmallIntegerField("đại diện tập thể", null=True, blank=True)
    households = models.PositiveSmallIntegerField("đại diện hộ gia đình", null=True, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def labels(cls):
        """{group: its name}, in the order of the columns."""
        return {name: cls._meta.get_field(name).verbose_name for name in cls.GROUPS}

    @property
    def targets(self):
        """{group: how many at least} of the groups for which something is asked."""
        asked = {name: getattr(self, name) for name in self.GROUPS}
        return {name: number for name, number in asked.items() if number is not None}


def within_number(number):
    """A Q: no group is asked to be larger than the `number` of all, where that is said."""
    condition = Q()
    for name in Structure.GROUPS:
        condition &= Q(**{name: None}) | Q(**{number: None}) | Q(**{f"{name}__lte": F(number)})
    return condition
