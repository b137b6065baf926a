"""The `scorer` command: parse arguments, call one function, print.

Commands import what they need when they run, so that `scorer --help` is instant.
"""
