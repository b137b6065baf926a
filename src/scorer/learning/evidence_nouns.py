"""Nouns that say who knows a thing, and from what: the wording model may see them.

All other nouns are masked, since they tell what an article is about. These tell, in
articles about anything, what it rests on: people who speak for others, papers and
figures, posts and pictures, rumour and proof, and when a thing was said. Compiled by
hand; the learner keeps those that enough outlets use.
"""

from typing import Final

_WORDS: Final = """
abstract academic academics according account accounts accusation accusations activist
activists advisory advocate advocates affidavit afternoon agencies agency ago allegation
allegations analysis analyst analysts announcement answer answers apology archive
archived archives argument arguments article articles assertion assertions assessment
association attorney attorneys audio audit author authorities authority authors average
billion blog blogger bombshell book books briefing broadcast bulletin bystander
bystanders campaigner campaigners caption case cases chairman chairwoman chance channel
chapter charge charges chart chief claim claims clip clips co-author colleague
colleagues column comment commentator commentators commenter commenters comments
commission committee company complaint concern concerns conclusion conclusions
conference confidence conspiracy consultant conversation correction correspondent
council court critic criticism critics data database dataset date day days deadline
denial denials department detective detectives detractors difference director doctor
doctors document documents dozens e-mail economist editor editor's editorial editors
email emails episode essay estimate estimates evening evidence exclusive executive
expert experts explanation eyewitness eyewitnesses facebook fact facts family fan fans
fears figures filing filings findings follower followers footage fraction friday friend
friends garbage gossip graph handful hashtag hearing historian hoax hundreds hypothesis
image images indictment inquiry insider insiders instagram institute institution
interview interviews investigation investigations investigator investigators journal
journalist journalists judge lawmaker lawmakers lawsuit lawyer lawyers letter letters
lie lies likelihood limitation limitations listeners livestream magazine man map media
meeting member members memo million millions ministry moment monday month months morning
myth myths neighbor neighbors neighbour neighbours netizens news newsletter newspaper
newspapers night nonsense note notes number numbers odds officer official officials
onlooker onlookers op-ed opinion opponent opponents organisation organization outlet
outlets page pal pals paper papers peer- people percent percentage person phone photo
photograph photographs photos physician physicians picture pictures podcast point police
poll polls possibility post posts preprint press probe professor profile proof
propaganda proponents prosecutor prosecutors publication publications pundit pundits
question questions quote reaction reactions reader readers reason reasons record
recording recordings records reddit regulator regulators relative relatives release
remarks reply report reporter reporters reporting reports representative representatives
request requests research researcher researchers resident residents response result
results review reviewed rumor rumors rumour rumours sample saturday scandal scholar
scholars scientist scientists screenshot secret secrets selfie sheriff site snap
snapchat snaps social source sources specialist specialists speculation speech spokesman
spokesmen spokespeople spokesperson spokeswoman statement statements statistics stories
story studies study sunday support supporter supporters survey surveys survivors tabloid
tape telephone testimony theories theory thing things thousands thread thursday tiktok
time times today transcript transcripts truth tuesday tweet tweets twitter uncertainty
university update user users version video videos view viewer viewers views warning
warnings watchdog way ways website wednesday week weeks whistleblower whistleblowers
witness witnesses woman year years yesterday youtube
"""
EVIDENCE_NOUNS: Final = frozenset(_WORDS.split())
