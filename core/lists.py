"""What every list page shares: filter, search, sort, pages, and the rows alone for htmx."""

from django.core.paginator import Paginator
from django.urls import NoReverseMatch, reverse
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from core.pages import PartialMixin


class FilteredListView(PartialMixin, SingleTableMixin, FilterView):
    """A table of what `get_queryset()` lets the person see.

    The page's words are attributes, so that a plain list needs no template of its own; one that has a
    primary action extends list_page.html. Names sort by their stored key: `Column(order_by="name_key")`.
    """

    template_name = "list_page.html"
    partial_name = "components/rows.html"
    per_page = 25
    title = ""
    lead = ""
    empty_title = "Chưa có gì trong danh sách này"
    empty_text = ""  # what to do, shown when nothing is there at all
    export_url_name = ""
    export_what = ""  # the word for this list in reports:export; no link while there is no such page
    above_rows = ""  # a template shown between the count and the table, as for what is done to many rows

    def get_table(self, **kwargs):
        table = self.get_table_class()(self.get_table_data(), request=self.request, **kwargs)
        if sort := self.request.GET.getlist("sort"):
            table.order_by = sort
        table.data.data = in_one_order(table.data.data)
        table.paginator = Paginator(table.rows, self.per_page)
        table.page = table.paginator.get_page(self.request.GET.get("page"))
        return table

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["page_obj"] = context["table"].page
        used = {name for name, value in self.request.GET.items() if value} & self.filterset.filters.keys()
        context["is_filtered"] = bool(used)
        context["shows_all_filters"] = bool(used - {"q"})  # on a small screen; the search box always shows
        return context

    def export_url(self):
        """The address that exports exactly what is filtered, in the order shown."""
        try:
            address = self._export_address()
        except NoReverseMatch:
            return ""
        query = self.request.GET.copy()
        query.pop("page", None)
        return f"{address}?{query.urlencode()}".rstrip("?")

    def _export_address(self):
        if self.export_what:
            return reverse("reports:export", args=[self.export_what])
        return reverse(self.export_url_name)


def in_one_order(queryset):
    """The queryset with a last key, so that rows which are equal otherwise stay on their page."""
    ordering = queryset.query.order_by or queryset.model._meta.ordering
    return queryset.order_by(*ordering, "pk")
