"""Write the part of the name lists that comes from Faker anew; what stands above it in a list is our own.

`pip install faker tzdata`, then `python tools/name_lists.py`. Only names in Latin letters are taken, and
Cyrillic ones as they are mostly spelled in the Netherlands. A name that our own part has is left out.
"""

import importlib
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LISTS = Path(__file__).parent.parent / "goedgesprek_tui" / "privacy" / "lists"
MARK = "# From Faker "
LOCALES = {
    "dutch": "nl_NL nl_BE en_US en_GB de_DE fr_FR fr_BE it_IT",
    "turkish": "tr_TR",
    "moroccan": "fr_DZ",
    "polish": "pl_PL sk_SK cs_CZ",
    "chinese": "zh_CN zh_TW",
    "surinamese": "en_IN en_PK",
    "somali": "en_KE",
    "east_european": "uk_UA ro_RO ru_RU hr_HR hu_HU lt_LT",
    "afghan_kurdish": "az_AZ uz_UZ",
    "west_african": "tw_GH yo_NG ig_NG ha_NG en_NG sw",
    "indonesian_moluccan_vietnamese": "id_ID vi_VN en_TH",
    "portuguese_cape_verdean_latin": "pt_PT pt_BR es_ES es_CO",
}
PARTS = {"names": "first", "surnames": "last"}
CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё",
        "a b v h g d e ye zh z y i yi i k l m n o p r s t u f kh ts ch sh shch a y - e yu ya yo".split(),
        strict=True,
    )
)
BULGARIAN_AND_RUSSIAN = CYRILLIC | {"г": "g", "и": "i", "щ": "sht"}


def main() -> None:
    """Rewrite every list that has a part from Faker."""
    version = importlib.import_module("faker").VERSION
    for background, locales in LOCALES.items():
        for part, word in PARTS.items():
            path = LISTS / f"{part}_{background}.txt"
            own = path.read_text("utf-8").partition(MARK)[0].rstrip("\n") + "\n"
            known = {name.strip() for line in own.splitlines() if line[:1] != "#" for name in line.split(",")}
            names = sorted({name for one in locales.split() for name in _names(one, word)} - known)
            head = f"{MARK}{version} (MIT, see LICENSE-faker.txt), person providers {locales}.\n"
            path.write_text(own + head + textwrap.fill(", ".join(names), 110) + "\n", "utf-8")


def _names(locale: str, word: str) -> Iterator[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        found = getattr(provider, attribute)
        if attribute.startswith((f"{word}_name", f"{word}_romanized")) and not callable(found):
            yield from (name for one in found if _is_usable(name := _spelled(str(one).strip(), locale)))


def _spelled(name: str, locale: str) -> str:
    letters = CYRILLIC if locale == "uk_UA" else BULGARIAN_AND_RUSSIAN
    spelled = "".join(letters.get(letter, letter) for letter in name.lower()).strip("-")
    if any(letter in letters for letter in name.lower()):
        return spelled.replace("-", "").title()
    return name.title() if name.isupper() else name


def _is_usable(name: str) -> bool:
    """Return whether a name is one word in Latin letters, as a word in a text is."""
    latin = all(unicodedata.name(letter, "").startswith("LATIN") or letter in "'-" for letter in name)
    return latin and len(name) > 1 and re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", name) is not None


if __name__ == "__main__":
    main()
