"""`python -m scorer`, the same as `scorer`."""

from scorer.cli.app import main

if __name__ == "__main__":
    main()
