"""Documents that property tests draw: noise, look-alikes and true phrases mixed."""

from hypothesis import strategies as st

from scorer.detectors import DETECTORS
from scorer.document import Document

_PHRASES = [e.text for d in DETECTORS for e in d.examples]
_AWKWARD = [
    "\u017fhocking",
    "MAY",
    "may\u0130",
    "\u0131",
    "\u200b",
    "\u0301",
    "\u202e",
    "’",
    "“",
    "«",
    "''",
    '"',
    "\n\n",
    "\r\n",
    "\u2028",
    "Mr. A. B.",
    "...",
    "2,000.5",
    "\U0001d401\U0001d400",
    "\ud800",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text that mixes noise, look-alikes and true matches."""
    piece = st.one_of(st.text(max_size=20), st.sampled_from(_PHRASES + _AWKWARD))
    return " ".join(draw(st.lists(piece, max_size=8)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a parsed document, with or without a title."""
    title = draw(st.one_of(st.none(), texts()))
    return Document.from_text(draw(texts()), title=title)
