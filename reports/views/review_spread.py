"""The lists behind what a review, or a unit's part of it, counts of spread, learning and communication."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from core.lists import FilteredListView
from exemplars.filters import AdoptionFilters, CoverageFilters, LearningFilters
from exemplars.tables import AdoptionTable, CoverageTable, LearningTable
from reports.behind import counted_for
from reports.models import ReviewPart
from reports.spreading import ADOPTIONS, COVERAGE, EVENTS, LABELS, LISTS
from reports.views.reviews import visible

SHOWN = {
    ADOPTIONS: (AdoptionTable, AdoptionFilters),
    EVENTS: (LearningTable, LearningFilters),
    COVERAGE: (CoverageTable, CoverageFilters),
}


class ReviewSpread(FilteredListView):
    """What one figure counts, of that which the person may see."""

    template_name = "reports/review_dossiers.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["what"] not in SHOWN:
            raise Http404
        self.table_class, self.filterset_class = SHOWN[kwargs["what"]]
        self.title = LABELS[kwargs["what"]]

    @cached_property
    def review(self):
        return get_object_or_404(visible(self.request), pk=self.kwargs["pk"])

    @property
    def above(self):
        """The record whose figure this is, to which the way back leads."""
        return self.review

    @property
    def lead(self):
        return (
            f"{self.above}, từ {self.review.period_from:%d/%m/%Y} đến hết {self.review.period_to:%d/%m/%Y}."
        )

    def counted(self):
        return LISTS[self.kwargs["what"]](self.review)

    def get_queryset(self):
        counted = self.counted()
        seen = counted.model.objects.visible_to(self.request.desk).order_by().values("pk")
        return counted.filter(pk__in=seen).for_table()


class PartSpread(ReviewSpread):
    """What one figure of a unit's part counts."""

    @cached_property
    def part(self):
        parts = ReviewPart.objects.visible_to(self.request.desk).for_table()
        return get_object_or_404(parts, pk=self.kwargs["pk"])

    @property
    def review(self):
        return self.part.review

    @property
    def above(self):
        return self.part

    def counted(self):
        return counted_for(self.part.unit, self.review, super().counted())
