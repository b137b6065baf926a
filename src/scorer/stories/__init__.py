"""Stories: which articles tell the same one, and how many origins stand behind it.

Three things are told apart and never mixed: copied text, a shared primary source,
and a relay that names whom it relays.
"""
