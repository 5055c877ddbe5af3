"""What the codes of an act mean: the official short names of CAMEO's codes, in English, from `tables/codes.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def cameo_names() -> dict[str, str]:
    """The names of the CAMEO codes that acts can have, by code."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(files("dragoman").joinpath("tables/codes.yaml").read_bytes(), Loader=loader)
    return {str(code): str(name) for code, name in table["cameo"].items()}
