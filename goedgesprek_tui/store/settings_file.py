"""Writing the settings of a folder: one value changed, and all else of the file as it was."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from goedgesprek_tui.settings import FILE, Settings, load_settings
from goedgesprek_tui.store.disk import Os, sync_folder, write_new
from goedgesprek_tui.store.errors import reported


def keep_settings(folder: Path, changes: Mapping[str, str], os_: Os = os) -> Settings:
    """Write values into the settings of a folder, whole or not at all, and return the settings.

    Comments and the order of the file stay. Raises UserError when the file cannot be used as it is, and
    `NotStored` when it cannot be written.
    """
    load_settings(folder)
    import tomlkit

    file = folder / FILE
    known = tomlkit.parse(file.read_text("utf-8-sig") if file.exists() else "")
    for name, text in changes.items():
        known[name] = tomlkit.string(text, multiline="\n" in text)
    after = Settings.model_validate(known.unwrap())
    with reported(folder, "de instellingen zijn niet bewaard in"):
        _replace(os_, file, tomlkit.dumps(known).encode())
    return after


def _replace(os_: Os, file: Path, text: bytes) -> None:
    temp = file.with_name(f".{file.name}.{secrets.token_hex(8)}.tmp")
    try:
        write_new(os_, temp, [text])
        os_.replace(temp, file)
        sync_folder(os_, file.parent)
    except BaseException:
        with suppress(OSError):
            os_.unlink(temp)
        raise
