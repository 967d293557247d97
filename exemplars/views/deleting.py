from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.moving import carry_out
from core.pages import confirm
from exemplars.attachments import OWNERS
from exemplars.deleting import delete_record, is_maker

LISTS = {
    "nhan-rong": "exemplars:adoptions",
    "hoc-tap": "exemplars:learning",
    "truyen-thong": "exemplars:coverage-list",
}


@require_http_methods(["GET", "HEAD", "POST"])
def record_delete(request, what, pk):
    """Asks, then deletes what the person has entered; 404 for what one does not see, 403 for another's."""
    if what not in OWNERS:
        raise Http404
    record = get_object_or_404(OWNERS[what][0].objects.visible_to(request.desk), pk=pk)
    if not is_maker(record, request.user):
        raise PermissionDenied("Chỉ người đã ghi xóa được.")
    if request.method == "POST":
        act = partial(delete_record, record, desk=request.desk)
        return carry_out(request, record, act, f"Đã xóa “{record}”.", then=reverse(LISTS[what]))
    return confirm(
        request,
        title=f"Xóa “{record}”?",
        text="Dành cho việc ghi nhầm. Tệp kèm theo cũng bị xóa; không lấy lại được.",
        action="Xóa",
        back=record,
        danger=True,
    )
