"""The public surface: what `import dragoman` gives."""

from __future__ import annotations

import doctest
import subprocess
import sys

import dragoman


def test_the_public_names_are_sorted_and_there() -> None:
    assert dragoman.__all__ == sorted(set(dragoman.__all__))
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None


def test_an_unknown_name_is_no_attribute() -> None:
    assert not hasattr(dragoman, "no_such_name")


def test_the_example_of_the_package_holds() -> None:
    result = doctest.testmod(dragoman)
    assert (result.attempted, result.failed) == (3, 0)


def test_importing_loads_no_model() -> None:
    code = "import sys, dragoman; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
