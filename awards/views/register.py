from django.db.models import Sum
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from awards.filters import RegisterFilters
from awards.models import AwardEntry
from awards.tables import RegisterTable
from core.lists import FilteredListView
from core.pages import part_or_page
from exemplars.models import Subject


class Register(FilteredListView):
    filterset_class, table_class = RegisterFilters, RegisterTable
    above_rows = "awards/register_total.html"
    title = "Sổ khen thưởng"
    lead = "Mọi khen thưởng đã quyết định mà đồng chí được xem."
    empty_title = "Chưa có khen thưởng nào"
    empty_text = "Khen thưởng vào sổ khi quyết định được ban hành."
    export_what = "register"

    def get_queryset(self):
        return (
            AwardEntry.objects.visible_to(self.request.desk).for_table().order_by("-awarded_on", "name_key")
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = context["filter"].qs.counting().order_by().aggregate(total=Sum("prize"))
        return {**context, "total": found["total"] or 0}


@require_GET
def awards_of(request, subject_pk):
    """Everything that one subject was given, as far as the person may see it: a fragment or a page."""
    subject = get_object_or_404(Subject.objects.visible_to(request.desk), pk=subject_pk)
    entries = AwardEntry.objects.visible_to(request.desk).filter(subject=subject).for_table()
    return part_or_page(request, "awards/awards_of", {"subject": subject, "entries": entries})
