"""The one error that a user can cause and mend."""

from __future__ import annotations


class Problem(Exception):
    """Something the user gave cannot be used; the message is a sentence that says where and why."""
