import django_filters

from core.filters import YesNoFilter
from organizations.models import Message, MessageKind


class MessageFilters(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(label="Loại", choices=MessageKind)
    unread = YesNoFilter(field_name="read_at", lookup_expr="isnull", label="Chưa đọc")

    class Meta:
        model = Message
        fields = ["kind", "unread"]
