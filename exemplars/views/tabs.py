"""The lists about exemplars stand side by side."""

from django.urls import reverse

LISTS = (
    ("Điển hình", "exemplars:exemplars"),
    ("Kiểm tra", "exemplars:visits"),
    ("Nhân rộng", "exemplars:adoptions"),
    ("Học tập, giao lưu", "exemplars:learning"),
    ("Truyền thông", "exemplars:coverage-list"),
)


class Tabbed:
    """For list views: `tabs` of the lists beside this one."""

    template_name = "exemplars/tabbed_list.html"

    def tabs(self):
        here = self.request.path
        return [
            {"label": label, "url": (url := reverse(name)), "active": here == url} for label, name in LISTS
        ]
