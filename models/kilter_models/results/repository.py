"""What git knows: which commit this is, and whether a file is as committed."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from ..problem import Problem
from .sets import HOME


def commit() -> str:
    """The commit that is checked out, and whether the code differs from it."""
    name = _git("rev-parse", "--short=12", "HEAD").strip()
    return name + ("-changed" if _git("status", "--porcelain", "--", "models/kilter_models",
                                      "pipeline", "kilter") else "")


def are_committed(files: list[Path]) -> bool:
    """Whether these files are exactly as they were committed."""
    return not _git("status", "--porcelain", "--ignored", "--", *map(str, files))


def digest_of(files: list[Path]) -> str:
    """One hash over the files."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=HOME, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"git {words[0]}: {done.stderr.strip()}; results are logged with the commit "
                      "that they are of, in a clone")
    return done.stdout
