"""An article that tries everything a page could fall for."""

from typing import Final

HOSTILE_TITLE: Final = (
    "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>"
    "\u202eegap"
)
_LINE: Final = (
    "It is <b onmouseover=\"document.title='owned'\">claimed</b> that the <script>"
    "document.title='owned'</script> pier may reportedly have <a href=\"javascript:"
    'alert(1)">shockingly</a> been \u202ereversed\u202c, \u2066sources\u2069 say; '
    "</p></article></main><![CDATA[ <!-- & &lt;&amp; <svg onload=alert(1)> "
    "'\"><iframe src=//evil.example> it is said that it could perhaps be so."
)
FINDINGS: Final = 5000


def article() -> str:
    """Write an article with at least as many findings as promised."""
    # A line that came again would be boilerplate, in which nothing is marked.
    lines = [f"{_LINE} ({number})" for number in range(FINDINGS // 5)]
    return "\n\n".join([HOSTILE_TITLE, *lines])
