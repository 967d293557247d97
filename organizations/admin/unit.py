from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import transaction
from django.template.response import TemplateResponse

from core.text import words
from core.workflow import TransitionError
from organizations.admin.importing import SheetImportMixin
from organizations.models import Succession, Tier, Unit, kinds_of
from organizations.reform import end_unit
from organizations.resources import UnitResource

# Any key to a unit will do for the autocomplete view, which asks who may choose units.
TO_UNIT = Unit._meta.get_field("sector_parent")


class FoldedSearch:
    """Search whatever the accents; `search_fields` must be columns of SearchTextField."""

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, " ".join(words(search_term)))


class ExistingFilter(admin.SimpleListFilter):
    title = "thời gian tồn tại"
    parameter_name = "ton-tai"

    def lookups(self, request, model_admin):
        return [("now", "đang hoạt động"), ("past", "không còn hoặc chưa hoạt động")]

    def queryset(self, request, queryset):
        existing = Unit.objects.existing().values("pk")
        if self.value() == "now":
            return queryset.filter(pk__in=existing)
        return queryset.exclude(pk__in=existing) if self.value() == "past" else queryset


class TierFilter(admin.SimpleListFilter):
    title = "cấp"
    parameter_name = "cap"

    def lookups(self, request, model_admin):
        return [(tier.value, tier.label) for tier in Tier if tier != Tier.CENTRAL]

    def queryset(self, request, queryset):
        return queryset.filter(kind__in=kinds_of(int(self.value()))) if self.value() else queryset


class UnitForm(forms.ModelForm):
    """A unit with its place in the tree, which treebeard keeps."""

    above = forms.ModelChoiceField(
        label="Đơn vị cấp trên",
        queryset=Unit.objects.all(),
        required=False,
        widget=AutocompleteSelect(TO_UNIT, admin.site),
        help_text="Để trống với đơn vị trên cùng. Chỉ đổi để chữa chỗ ghi nhầm; khi sắp xếp, sáp nhập thì "
        "kết thúc đơn vị cũ và lập đơn vị mới.",
    )

    class Meta:
        model = Unit
        fields = [
            "name", "kind", "code", "sector_parent", "starts_on", "ends_on", "legal_basis",
            "authority", "symbol", "place", "head_title", "has_council",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["above"] = Unit.objects.get_parent(self.instance)

    def clean_above(self):
        above = self.cleaned_data["above"]
        if above and self.instance.pk and above.path.startswith(self.instance.path):
            raise forms.ValidationError("Đơn vị không thể thuộc chính nó hoặc đơn vị dưới nó.")
        return above

    def place(self):
        """Write the unit at its place in the tree."""
        unit, above = self.instance, self.cleaned_data["above"]
        if not unit.pk:
            add = partial(Unit.objects.add_child, above) if above else Unit.objects.add_root
            return add(instance=unit)
        unit.save()
        if "above" in self.changed_data:
            top = above or Unit.objects.get_root_nodes().last()
            Unit.objects.move(unit, top, "last-child" if above else "last-sibling")
        return unit


class EndingForm(forms.Form):
    on = forms.DateField(
        label="Đơn vị mới hoạt động từ ngày", help_text="Đơn vị cũ hoạt động đến hết ngày liền trước."
    )
    successors = forms.ModelMultipleChoiceField(
        label="Đơn vị kế thừa, nhận hồ sơ",
        queryset=Unit.objects.all(),
        required=False,
        widget=AutocompleteSelectMultiple(Succession._meta.get_field("successor"), admin.site),
        help_text="Lập đơn vị mới trước, rồi chọn ở đây. Để trống nếu giải thể.",
    )
    subtree = forms.BooleanField(
        label="Kết thúc cả các đơn vị trực thuộc còn hoạt động (ấp, khu phố, phòng, ban…)", required=False
    )
    legal_basis = forms.CharField(label="Căn cứ", max_length=300, required=False)

    @transaction.atomic
    def end(self, units):
        """End all of `units`, the lowest first, or, on TransitionError, none."""
        fields = dict(self.cleaned_data)
        for unit in sorted(units, key=lambda unit: -unit.depth):
            unit.refresh_from_db()
            end_unit(unit, fields["on"], list(fields["successors"]), subtree=fields["subtree"],
                     legal_basis=fields["legal_basis"])  # fmt: skip


class OriginInline(admin.TabularInline):
    model = Succession
    fk_name = "successor"
    verbose_name = "đơn vị trước"
    verbose_name_plural = "kế thừa từ"
    autocomplete_fields = ["predecessor"]
    extra = 0


class SuccessionInline(admin.TabularInline):
    model = Succession
    fk_name = "predecessor"
    verbose_name = "đơn vị kế thừa"
    verbose_name_plural = "chuyển sang"
    autocomplete_fields = ["successor"]
    extra = 0


@admin.register(Unit)
class UnitAdmin(SheetImportMixin, FoldedSearch, admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    form = UnitForm
    resource_classes = [UnitResource]
    import_title = "Nhập đơn vị từ tệp"
    template_name = "mau-nhap-don-vi.xlsx"
    list_display = ["name", "kind", "parent_name", "code", "starts_on", "ends_on", "has_council"]
    list_filter = [ExistingFilter, TierFilter, "kind", "has_council"]
    search_fields = ["search_text"]
    autocomplete_fields = ["sector_parent"]
    inlines = [OriginInline, SuccessionInline]
    actions = ["end"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "code", "above", "sector_parent"]}),
        ("Thời gian", {"fields": ["starts_on", "ends_on", "legal_basis"]}),
        ("Trên văn bản", {"fields": ["authority", "symbol", "place", "head_title", "has_council"]}),
    ]

    def get_queryset(self, request):
        return Unit.objects.with_parent()

    @admin.display(description="trực thuộc")
    def parent_name(self, unit):
        return unit.parent_name

    def save_model(self, request, obj, form, change):
        form.place()

    def delete_model(self, request, obj):
        Unit.objects.filter(pk=obj.pk).delete()

    @admin.action(description="Kết thúc hoạt động, chuyển sang đơn vị khác", permissions=["change"])
    def end(self, request, queryset):
        """Ask for the day and the successors, then end the chosen units together."""
        form = EndingForm(request.POST if "end" in request.POST else None)
        if form.is_valid() and self._ended(request, form, queryset):
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Kết thúc hoạt động của đơn vị",
            "opts": self.opts,
            "form": form,
            "units": queryset,
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/organizations/end_units.html", context)

    def _ended(self, request, form, queryset):
        try:
            form.end(list(queryset))
        except TransitionError as error:
            form.add_error(None, str(error))
            return False
        note = f"Kết thúc hoạt động trước ngày {form.cleaned_data['on']:%d/%m/%Y}."
        for unit in queryset:
            self.log_change(request, unit, note)
        messages.success(request, f"Đã kết thúc {len(queryset)} đơn vị cùng các chức trách ở đó.")
        return True


@admin.register(Succession)
class SuccessionAdmin(FoldedSearch, admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    list_display = ["predecessor", "successor", "on", "takes_files"]
    list_filter = ["on", "takes_files"]
    list_select_related = ["predecessor", "successor"]
    search_fields = ["predecessor__search_text", "successor__search_text"]
    autocomplete_fields = ["predecessor", "successor"]
