from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Q

from core.calendar import today
from core.fields import LineField
from law.models import (
    AwardPower,
    AwardType,
    BaseSalary,
    CountedDay,
    FormNumber,
    LegalText,
    MeritKind,
    Origin,
    Parameter,
    Prize,
    Regime,
    Standard,
    VoteRule,
)

DATED = ["valid_from", "valid_to", "citation", "certainty", "note", "origin"]


class InForceFilter(admin.SimpleListFilter):
    title = "hiệu lực"
    parameter_name = "hieu-luc"

    def lookups(self, request, model_admin):
        return [("now", "đang có hiệu lực"), ("past", "đã hết hiệu lực"), ("future", "chưa có hiệu lực")]

    def queryset(self, request, queryset):
        on = today()
        conditions = {
            "now": Q(valid_from__lte=on) & (Q(valid_to__gte=on) | Q(valid_to=None)),
            "past": Q(valid_to__lt=on),
            "future": Q(valid_from__gt=on),
        }
        return queryset.filter(conditions.get(self.value(), Q()))


class DatedAdmin(admin.ModelAdmin):
    """A row of the catalogue that is changed here is kept as it is when the catalogue is loaded again."""

    show_facets = admin.ShowFacets.NEVER
    columns = ()
    filters = ()
    formfield_overrides = {LineField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})}}
    date_hierarchy = "valid_from"
    readonly_fields = ["origin"]
    list_per_page = 50

    def get_list_display(self, request):
        return [*self.columns, "valid_from", "valid_to", "chosen_by", "certainty", "origin"]

    @admin.display(description="chọn theo")
    def chosen_by(self, rule):
        return CountedDay(rule.counted_day).label

    def get_list_filter(self, request):
        return [InForceFilter, "certainty", "origin", *self.filters]

    def get_fieldsets(self, request, obj=None):
        rule = [name for name in self.get_fields(request, obj) if name not in DATED]
        return [(None, {"fields": rule}), ("Hiệu lực và căn cứ", {"fields": DATED})]

    def save_model(self, request, obj, form, change):
        if obj.origin == Origin.CATALOGUE and form.changed_data:
            obj.origin = Origin.EDITED
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request, obj=None):
        """A rule of the catalogue is closed by its last day; only rows entered by hand may go."""
        entered = obj is not None and obj.origin == Origin.ENTERED
        return entered and super().has_delete_permission(request, obj)


@admin.register(Regime)
class RegimeAdmin(DatedAdmin):
    columns = ["code", "name"]
    filters = ["branch"]


@admin.register(LegalText)
class LegalTextAdmin(DatedAdmin):
    columns = ["code", "text"]
    filters = ["branch"]
    search_fields = ["code", "text"]


@admin.register(FormNumber)
class FormNumberAdmin(DatedAdmin):
    columns = ["form", "text"]
    search_fields = ["text"]


class AwardTypeForm(forms.ModelForm):
    merit_kinds = forms.MultipleChoiceField(
        label="Loại hình khen thưởng",
        choices=MeritKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Để trống với danh hiệu thi đua.",
    )


@admin.register(AwardType)
class AwardTypeAdmin(DatedAdmin):
    form = AwardTypeForm
    columns = ["code", "name", "group", "annual", "handling"]
    filters = ["group", "for_persons", "for_collectives", "for_households"]
    search_fields = ["code", "name"]


class AwardRuleAdmin(DatedAdmin):
    list_select_related = ["award"]
    autocomplete_fields = ["award"]
    search_fields = ["award__code", "award__name"]


@admin.register(AwardPower)
class AwardPowerAdmin(AwardRuleAdmin):
    columns = ["award", "tier", "office"]
    filters = ["tier"]


@admin.register(VoteRule)
class VoteRuleAdmin(AwardRuleAdmin):
    columns = ["award", "share", "ballot_required"]
    filters = ["ballot_required"]

    @admin.display(description="tỷ lệ phiếu")
    def share(self, rule):
        return rule.share


@admin.register(Standard)
class StandardAdmin(AwardRuleAdmin):
    columns = ["award", "subject_kind", "merit", "rule", "weight"]
    filters = ["rule", "subject_kind"]


@admin.register(Prize)
class PrizeAdmin(AwardRuleAdmin):
    columns = ["award", "subject_kind", "multiple"]
    filters = ["subject_kind"]

    @admin.display(description="hệ số")
    def multiple(self, prize):
        return prize.multiple


@admin.register(BaseSalary)
class BaseSalaryAdmin(DatedAdmin):
    columns = ["amount"]


@admin.register(Parameter)
class ParameterAdmin(AwardRuleAdmin):
    columns = ["key", "award", "value", "unit"]
    filters = ["key"]
