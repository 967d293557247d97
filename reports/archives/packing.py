"""Writing an archive: the files, then a manifest and a list of digests that any machine can check."""

import hashlib
import zipfile
from dataclasses import dataclass

from django.utils import timezone

from core.templatetags.vietnamese import ngay_gio
from reports.archives.contents import distinct, table

MANIFEST, DIGESTS, NOTE = "danh-muc.csv", "SHA256SUMS", "DOC-TRUOC.txt"
HEADINGS = (
    "Đường dẫn",
    "Loại",
    "Tên",
    "Số, ký hiệu",
    "Ngày",
    "Dung lượng (byte)",
    "SHA-256",
    "Đối chiếu với mã đã lưu",
)
PIECE = 1024 * 1024  # bytes in memory at once
PACKED = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx")  # what compressing again makes no smaller
HOW_TO_CHECK = f"""{{title}}
Lập lúc {{moment}} trên cổng thi đua, khen thưởng.

{MANIFEST}: danh mục tệp trong gói, kèm số, ngày, dung lượng và mã SHA-256 của từng tệp; mở bằng Excel.
{DIGESTS}: mã SHA-256 của mọi tệp. Giải nén rồi kiểm tra tại thư mục gói bằng lệnh:
    sha256sum -c {DIGESTS}
"""


@dataclass(frozen=True)
class Packed:
    files: int
    faults: list  # sentences in Vietnamese on files that are missing or are not what was filed


def pack(items, handle, *, title, at, on_progress=lambda done: None):
    """Write the archive of `items` to an open file; what fails with one file is told and leaves the rest."""
    rows, digests, faults = [], [], []
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:

        def add(name, pieces):
            digest, size = hashlib.sha256(), 0
            with archive.open(_info(name, at), "w", force_zip64=True) as place:
                for piece in pieces:
                    digest.update(piece)
                    size += len(piece)
                    place.write(piece)
            digests.append(f"{digest.hexdigest()}  {name}\n")
            return digest.hexdigest(), size

        for done, item in enumerate(distinct(items), start=1):
            if item.is_missing:
                faults.append(f"{item.kind} {item.number}: đã ban hành, chưa in tại cổng nên không có tệp.")
                rows.append(_row(item, "", "", "chưa in"))
            elif item.file and not item.file.storage.exists(item.file.name):
                faults.append(f"{item.path}: không còn tệp trên máy chủ.")
                rows.append(_row(item, "", "", "thiếu tệp"))
            else:
                digest, size = add(item.path, _pieces(item))
                rows.append(_row(item, size, digest, _verdict(item, digest)))
                if item.sha256 and item.sha256 != digest:
                    faults.append(f"{item.path}: nội dung không khớp với mã SHA-256 đã lưu.")
            on_progress(done)
        add(MANIFEST, [table([HEADINGS, *rows])])
        add(NOTE, [HOW_TO_CHECK.format(title=title, moment=ngay_gio(at)).encode()])
        archive.writestr(_info(DIGESTS, at), "".join(digests))
    return Packed(len(rows), faults)


def _info(name, at):
    info = zipfile.ZipInfo(name, timezone.localtime(at).timetuple()[:6])
    info.compress_type = zipfile.ZIP_STORED if name.lower().endswith(PACKED) else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _pieces(item):
    if item.file is None:
        yield item.content
        return
    with item.file.storage.open(item.file.name, "rb") as stored:
        while piece := stored.read(PIECE):
            yield piece


def _verdict(item, digest):
    if not item.sha256:
        return ""
    return "khớp" if item.sha256 == digest else "không khớp"


def _row(item, size, digest, verdict):
    day = f"{item.day:%d/%m/%Y}" if item.day else ""
    return item.path, item.kind, item.title, item.number, day, size, digest, verdict
