"""Photographs of people, kept once by the hash of their bytes and never changed."""

import peewee as pw

from alternat.models.base import Row


class Photo(Row):
    """A re-encoded photograph without its original metadata."""

    digest = pw.CharField(64, unique=True)
    """The SHA-256 of `content` in hexadecimal."""
    media_type = pw.CharField(20)
    width = pw.IntegerField()
    height = pw.IntegerField()
    content = pw.BlobField()
