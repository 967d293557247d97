"""Files of the portal's own: there whole or not at all, also when the machine dies while one is written."""

import os
from pathlib import Path
from uuid import uuid4

from django.core.files.storage import default_storage


class NewFile:
    """`with NewFile(name) as file:` write to `file.handle`; it takes its name by `publish`, or is gone."""

    def __init__(self, name):
        self.path = Path(default_storage.path(name))
        self.unfinished = self.path.with_name(f".{self.path.name}.{uuid4().hex}")

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.handle = self.unfinished.open("wb")
        return self

    def publish(self):
        self.handle.flush()
        os.fsync(self.handle.fileno())
        self.unfinished.replace(self.path)

    def __exit__(self, *error):
        self.handle.close()
        self.unfinished.unlink(missing_ok=True)


def write_whole(name, content):
    """Write a file of that name with these bytes."""
    with NewFile(name) as file:
        file.handle.write(content)
        file.publish()
