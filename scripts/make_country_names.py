"""Writes what countries are called in the room's languages, from CLDR (babel): views/web/languages/countries.csv.

python scripts/make_country_names.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/dragoman/views/web/languages/countries.csv"
FORMER = {
    "SUN": ("Union soviétique", "Soviet Union"),
    "YUG": ("Yougoslavie", "Yugoslavia"),
    "CSK": ("Tchécoslovaquie", "Czechoslovakia"),
    "DDR": ("République démocratique allemande", "German Democratic Republic"),
    "SCG": ("Serbie-et-Monténégro", "Serbia and Montenegro"),
    "ANT": ("Antilles néerlandaises", "Netherlands Antilles"),
    "XKX": ("Kosovo", "Kosovo"),
}
"""Former states (ISO 3166-3) and Kosovo, which CLDR knows by no alpha-3 code."""
PLAIN = {"HKG": ("Hong Kong", "Hong Kong"), "MAC": ("Macao", "Macao"), "PSE": ("Palestine", "Palestine"), "MMR": ("Myanmar", "Myanmar")}
"""Where CLDR's name is longer than what people write."""


def main() -> None:
    """Write the table, sorted by code."""
    french, english = Locale("fr").territories, Locale("en").territories
    names = {alpha3: (french[alpha2], english[alpha2]) for alpha3, alpha2 in _codes().items() if alpha2 in french and alpha2 in english}
    names |= FORMER | PLAIN
    with OUT.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(("code", "fr", "en"))
        writer.writerows((code, *names[code]) for code in sorted(names))


def _codes() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {code: targets[0] for code, targets in aliases.items() if len(code) == 3 and code.isalpha() and len(targets) == 1}


if __name__ == "__main__":
    main()
