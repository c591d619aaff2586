"""What Python passes by when it looks for memory to free, and when it lets go of what screens left."""

import gc


def settle() -> None:
    """Free what screens that were left still held, and have Python pass by all that is there now.

    Else it goes through all notes now and then, 0.1 s for 40,000, between two keys. But what it passes by it
    never frees when that holds itself in a circle, as a screen does: with it would stay all that it showed.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
