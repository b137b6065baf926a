"""An article and its variants, long enough to be scored, about an invented town."""

TITLE = "Haldon council votes to repair the Mill Bridge"

ARTICLE = f"""{TITLE}

HALDON - The town council voted 14 to 3 on Tuesday to repair the Mill Bridge, which \
has been closed to lorries since a survey in March found cracks in two of its piers.

"The survey leaves us no room," said Anna Kessler, the council's chief engineer. \
"Either we mend the piers this year or we close the bridge to everyone."

The work will cost 4.2 million crowns, according to the tender published on the \
council's website, and should be finished by November.

Councillor Piet Moran, who voted against, said the town could not afford it. "We are \
borrowing for a bridge that 900 cars a day use," he told the meeting.

The Ministry of Transport said in a statement that it would pay a third of the cost. \
A spokesman for the haulage association, Jonas Brandt, said its members lose about \
40 minutes on every trip while the bridge is closed.
"""
