"""Files that the portal made, for those who may see them."""

from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header


def send(file, filename, *, content_type, keep=False):
    """The file under a Vietnamese name, to be read or, with `keep`, saved; 404 when it has gone."""
    if settings.MEDIA_BY_PROXY:
        return _by_proxy(file, filename, content_type, keep)
    try:
        content = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(content, as_attachment=keep, filename=filename, content_type=content_type)


def _by_proxy(file, filename, content_type, keep):
    """The proxy reads the file by itself; what it is told is seen by nobody else."""
    response = HttpResponse(content_type=content_type)
    response["X-Accel-Redirect"] = f"{settings.MEDIA_URL}{quote(file.name)}"
    response["Content-Disposition"] = content_disposition_header(keep, filename)
    return response
