"""One invented story told by several outlets, each resting on something else."""

from scorer.document import Document

WIRE = """Ferry with 212 aboard runs aground off Skarnholm

SKARNHOLM, May 3 (Norvik News Agency) - A ferry carrying 212 people ran aground on a \
reef north of Skarnholm on Tuesday night, the Tarvik coastguard said, and all of them \
were taken off before dawn.

The Albatross left Tarvik at nine in the evening and struck the reef about forty \
minutes later in thick fog, coastguard commander Ida Brokk told reporters at the quay.

"We had every passenger in a boat by half past four, and nobody was seriously hurt," \
Brokk said. "The crew did what they were trained to do."

The owner of the vessel, Straitline, said in a statement that it had suspended its \
night crossings until the cause was known. Two passengers were treated for cold at the \
district hospital and sent home on Wednesday morning.
"""
ABRIDGED = """Ferry hits reef, all saved

A ferry carrying 212 people ran aground on a reef north of Skarnholm on Tuesday night, \
the Tarvik coastguard said, and all of them were taken off before dawn.

The owner of the vessel, Straitline, said in a statement that it had suspended its \
night crossings until the cause was known.
"""
SAME_STATEMENT = """Lifeboats empty stricken Albatross in the dark

Nobody came to serious harm when the ferry Albatross went onto rocks near Skarnholm, \
according to Ida Brokk, who commands the coastguard at Tarvik.

By half past four every passenger was in a boat, Brokk said. She praised a crew who \
did “what they were trained to do”.
"""
OWN_REPORT = """Skipper warned of a missing buoy a week before the Albatross ran aground

Fisherman Tor Halden says he told the harbour office a week ago that the light buoy \
over the Skarnholm reef was gone. "I rang twice and wrote once," Halden said in his \
kitchen on Wednesday.

A letter seen by this newspaper, dated April 26, says that "the northern light has not \
burned since the storm". Harbour master Lena Quist confirmed that the letter had been \
received. "It lay on a desk where it should not have lain," Quist said. The Albatross \
ferry struck the reef on Tuesday night with 212 on board.
"""
RELAY = """Warnings ignored before Albatross ferry grounding, paper reports

A fisherman warned the harbour office that the buoy over the Skarnholm reef was gone a \
week before the ferry Albatross struck it, the Tarvik Echo reported.

Tor Halden told the Tarvik Echo that he rang twice and wrote once.
"""


def document(text: str, outlet: str, day: str = "2031-05-04") -> Document:
    """Make an article of the story."""
    return Document.from_text(text, outlet=outlet, published=day)


def story() -> list[Document]:
    """Return all five: three rest on the coastguard, two on one reporter."""
    return [
        document(WIRE, "Norvik Post", "2031-05-03"),
        document(ABRIDGED, "Morwen Daily"),
        document(SAME_STATEMENT, "The Strait Courier"),
        document(OWN_REPORT, "Tarvik Echo"),
        document(RELAY, "Ostal Today", "2031-05-05"),
    ]
