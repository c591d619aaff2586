"""`python -m goedgesprek_tui` is `goedgesprek`."""

from goedgesprek_tui.cli import main

if __name__ == "__main__":
    main()
