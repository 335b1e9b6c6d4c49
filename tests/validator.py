"""Discord's rules for requests, from the shared folder beside this checkout. Without that folder there are none."""

from __future__ import annotations

import importlib.util
import sys
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

SPECIFICATION = Path(__file__).resolve().parents[2] / "shared" / "discord" / "validate.py"
Validate = Callable[[str, str, Any], list[str]]


@cache
def load_validate() -> Validate | None:
    """`validate(method, path, body) -> problems` after Discord's OpenAPI; None where it is not at hand."""
    if not SPECIFICATION.is_file():
        return None
    spec = importlib.util.spec_from_file_location("discord_validate", SPECIFICATION)
    assert spec is not None and spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its file to the garbage collector
        spec.loader.exec_module(module)
    validate: Validate = module.validate
    return validate
