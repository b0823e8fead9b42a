"""Lets `python -m actieplan_xl` do what `actieplan` does."""

from actieplan_xl.cli import main

if __name__ == "__main__":
    main()
