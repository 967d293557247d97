"""Photos of the demonstration: drawn landscapes, so that pages show where photos stand; nobody is in them."""

import datetime
from hashlib import sha256
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

from exemplars.models import ExemplarPhoto
from exemplars.models.photo import PHOTO_FOLDER
from portal.demo.stories import at

PHOTOGRAPHED = 6  # exemplars, those found last
SIZE = (800, 600)  # points
TAKEN_BY = "thuongtruc"
CAPTIONS = ("Con đường sau khi các hộ cùng làm", "Sau sáu tháng thực hiện", "Ruộng vườn nhìn từ đầu ấp")


def photograph(random, exemplars, users):
    photos = []
    for exemplar in exemplars[-PHOTOGRAPHED:]:
        day = exemplar.found_on + random.randint(30, 90) * datetime.timedelta(1)
        for number, caption in enumerate(random.sample(CAPTIONS, 2), start=1):
            drawn = _landscape(random)
            name = f"{PHOTO_FOLDER}/{day:%Y/%m}/{random.getrandbits(128):032x}.jpg"
            photos.append(ExemplarPhoto(
                exemplar=exemplar, caption=caption, taken_on=day, order=number, width=SIZE[0], height=SIZE[1],
                file=default_storage.save(name, ContentFile(drawn)), sha256=sha256(drawn).hexdigest(),
                uploaded_by=users[TAKEN_BY], uploaded_at=at(day, 16),
            ))  # fmt: skip
    ExemplarPhoto.objects.bulk_create(photos)


def _landscape(random):
    width, height = SIZE
    picture = Image.new("RGB", SIZE, "#cfe3f1")
    draw = ImageDraw.Draw(picture)
    horizon = random.randint(height // 3, height // 2)
    draw.rectangle((0, horizon, width, height), fill=random.choice(("#7fa650", "#94b45c", "#6f9a4a")))
    middle = random.randint(width // 3, 2 * width // 3)
    draw.polygon(((middle, horizon), (middle - 170, height), (middle + 170, height)), fill="#d8c9a8")
    for _tree in range(12):
        x, y = random.randint(0, width), random.randint(horizon - 10, height - 60)
        draw.ellipse((x - 18, y - 60, x + 18, y), fill="#3f6b34")
    drawn = BytesIO()
    picture.save(drawn, "JPEG", quality=80)
    return drawn.getvalue()
