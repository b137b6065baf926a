"""The `scorer` command: parse arguments, call one function, print."""
