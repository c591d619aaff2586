"""Writing the settings of a folder: whole, and with all else of the file as it was."""

from contextlib import suppress
from pathlib import Path

import pytest
from store_cases import FaultyOs, Kill, disk_full

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.settings import FILE, load_settings
from goedgesprek_tui.store.errors import NotStored
from goedgesprek_tui.store.settings_file import keep_settings

BEFORE = '# van ons\nambassadeur = "Ans"   # schuilnaam\nbewaarweken = 6\n'


def test_comments_and_other_values_stay_and_a_text_of_two_lines_comes_back(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(BEFORE, "utf-8")
    text = 'Bel "ons" \\ of\nkom langs [/b] #1'
    kept = keep_settings(tmp_path, {"vragen_aan": text})
    assert kept == load_settings(tmp_path)
    assert (kept.vragen_aan, kept.bewaarweken, kept.ambassadeur) == (text, 6, "Ans")
    assert (tmp_path / FILE).read_text("utf-8").startswith(BEFORE)


def test_a_file_that_cannot_be_used_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("bewaarweken = 'zes'", "utf-8")
    with pytest.raises(UserError, match="bewaarweken"):
        keep_settings(tmp_path, {"vragen_aan": "x"})
    assert (tmp_path / FILE).read_text("utf-8") == "bewaarweken = 'zes'"


@pytest.mark.parametrize("error", [disk_full(), Kill()])
def test_it_is_the_old_file_or_the_new_one_whatever_happens(tmp_path: Path, error: BaseException) -> None:
    for at in range(1, 20):
        (tmp_path / FILE).write_text(BEFORE, "utf-8")
        with suppress(NotStored, Kill):
            keep_settings(tmp_path, {"vragen_aan": "x"}, FaultyOs(at, error))
        assert load_settings(tmp_path).vragen_aan in ("", "x")
        assert load_settings(tmp_path).ambassadeur == "Ans"
