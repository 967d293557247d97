"""Import from XLSX and CSV in the admin: upload, preview row by row, then all of it or nothing."""

from contextlib import suppress
from pathlib import PurePath

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from import_export.admin import ImportMixin
from import_export.forms import ImportForm
from import_export.tmp_storages import TempFolderStorage

from organizations.sheets import CsvSheet, SheetError, XlsxSheet, template

FORMATS = [XlsxSheet, CsvSheet]
SUFFIXES = {".xlsx": "0", ".csv": "1", ".txt": "1"}  # places in FORMATS
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 5 * 1024 * 1024


class PreviewGone(Exception):
    """The file of the preview cannot be read: it was imported already, or cleared away since."""


class SheetStorage(TempFolderStorage):
    """The file between preview and import, deleted by the import; its name comes back without a path."""

    def read(self):
        try:
            return super().read()
        except OSError as error:
            raise PreviewGone from error

    def remove(self):
        """Nothing is left to do when two presses at once came to the end and the other was first."""
        with suppress(FileNotFoundError):
            super().remove()


class SheetForm(ImportForm):
    """One file; what kind it is follows from its name."""

    import_file = forms.FileField(
        label="Tệp cần nhập",
        help_text="Tệp Excel (.xlsx) hoặc CSV; không quá 5 MB. Chữ theo Unicode, TCVN3, VNI đều đọc được.",
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp rỗng. Hãy chọn tệp khác."},
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )

    def __init__(self, formats, resources, **kwargs):
        super().__init__(formats, resources, **kwargs)
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["format"].required = False

    @property
    def media(self):
        return forms.Media()

    def clean_import_file(self):
        file = self.cleaned_data["import_file"]
        if PurePath(file.name).suffix.lower() not in SUFFIXES:
            raise forms.ValidationError("Chỉ nhận tệp .xlsx hoặc .csv. Hãy lưu lại dưới dạng đó.")
        if file.size > MOST_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 5 MB. Hãy tách thành nhiều tệp.")
        return file

    def clean(self):
        cleaned = super().clean()
        if file := cleaned.get("import_file"):
            cleaned["format"] = SUFFIXES[PurePath(file.name).suffix.lower()]
        return cleaned


class SheetImportMixin(ImportMixin):
    """For a ModelAdmin whose `resource_classes` holds one SheetResource."""

    import_form_class = SheetForm
    tmp_storage_class = SheetStorage
    import_template_name = "admin/organizations/import.html"
    import_export_change_list_template = "admin/organizations/change_list_import.html"
    import_title = ""
    template_name = ""  # of the file to fill in

    def get_urls(self):
        name = "{}_{}_template".format(*self.get_model_info())
        page = self.admin_site.admin_view(self.template_file)
        return [path("import/mau/", page, name=name), *super().get_urls()]

    def template_file(self, request):
        """The XLSX file to fill in."""
        resource = self.resource_classes[0]()
        content = template(resource.columns, resource.sample, resource.guide)
        headers = {"Content-Disposition": f'attachment; filename="{self.template_name}"'}
        return HttpResponse(content, content_type=XLSX_TYPE, headers=headers)

    def get_import_formats(self):
        return FORMATS

    def has_import_permission(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_import_context_data(self, **kwargs):
        resource = self.resource_classes[0]()
        return {
            "subtitle": None,
            "import_title": self.import_title,
            "columns": resource.columns,
            "required": resource.required,
            "guide": resource.guide,
        }

    def get_import_data_kwargs(self, **kwargs):
        return {**super().get_import_data_kwargs(**kwargs), "rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form, e):
        unknown = "Không đọc được tệp này. Hãy mở bằng Excel kiểm tra rồi lưu lại dạng .xlsx."
        form.add_error("import_file", str(e) if isinstance(e, SheetError) else unknown)

    def process_import(self, request, **kwargs):
        try:
            return super().process_import(request, **kwargs)
        except PreviewGone:
            messages.warning(
                request,
                "Tệp này đã được nhập hoặc bản xem trước đã hết hạn. "
                "Hãy xem danh sách; nếu chưa có dữ liệu mới thì gửi lại tệp.",
            )
            return redirect(f"admin:{'{}_{}'.format(*self.get_model_info())}_changelist")

    def process_result(self, result, request):
        if result.has_errors() or result.has_validation_errors():
            messages.error(request, "Dữ liệu trên cổng vừa thay đổi nên chưa nhập dòng nào. Hãy gửi lại tệp.")
            return redirect(f"admin:{'{}_{}'.format(*self.get_model_info())}_import")
        return super().process_result(result, request)

    def add_success_message(self, result, request):
        totals = result.totals
        messages.success(request, f"Đã nhập xong: thêm {totals['new']} dòng, sửa {totals['update']} dòng.")
