"""Outlets: what a report of many articles says of those who published them."""
