"""Words that say nothing about what is sought, words with two meanings, and names people use.

Plain tables, written once: the browser gets them with the index.
"""

from __future__ import annotations


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Said around a question; dropped, unless nothing else was typed.
NOISE = _listed("""
    a about all an and any are as at be been by can care ce ceh ces ceu ceus class classes cme cmes
    cne continuing could course courses credit credits cycle do does during each ed education
    every find for from get give has have he hi hour hours how hrs i if im in is it its law laws
    license licensed licenses licensing licensure list live mandated mandatory many me medical
    medicine much must my need needed needs now number of oh ok on online or our per please
    practice practicing renew renewal renewals renewing require required requirement
    requirements requires rule rules she should show state states take tell that the their there
    they this to topic topics training units us want was we were what when where which who why
    will with would you your
""")

# A sentence, not a list of keywords: short words in it are words rather than states.
SENTENCE = _listed("""
    can does find get give have how i im is many much must my need needs please should show tell
    want we what when where which who why you
""")

# "what do I need": after "do" these make it a verb.
AFTER_VERB = _listed("all any he i it most my not our she the they we you")

# Postal codes that are everyday words: a state only where the rest of the query leaves room.
EVERYDAY_CODES = frozenset({"in", "or", "me"})
# Postal codes that are interjections: a word only in a sentence that names another state.
INTERJECTIONS = frozenset({"hi", "oh", "ok"})

# What people type beside the vocabulary's own names and synonyms, in order of likelihood.
NAMES: dict[str, tuple[str, ...]] = {
    "nurse": ("profession:rn", "profession:np"),
    "nursing": ("profession:rn", "profession:np"),
    "dr": ("profession:md", "profession:do"),
    "doctor": ("profession:md", "profession:do"),
    "osteopathic": ("profession:do",),
    "osteopathic doctor": ("profession:do",),
    "osteopathic medicine": ("profession:do",),
    "advanced practice": ("profession:np",),
    "nurse midwife": ("profession:np",),
    "pac": ("profession:pa",),
    "nccpa": ("national:nccpa", "body:nccpa", "credential:nccpa"),
    "crna": ("national:nbcrna",),
    "nccpa certification": ("credential:nccpa",),
    "abms": ("credential:abms-certification", "credential:abms-moc"),
    "board certification": ("credential:abms-certification",),
    "board certified": ("credential:abms-certification",),
    "national certification": ("credential:np-certification",),
    "np certification": ("credential:np-certification",),
    "calif": ("state:california",),
    "fla": ("state:florida",),
    "mass": ("state:massachusetts",),
    "n carolina": ("state:north-carolina",),
    "n dakota": ("state:north-dakota",),
    "penna": ("state:pennsylvania",),
    "s carolina": ("state:south-carolina",),
    "s dakota": ("state:south-dakota",),
    "w virginia": ("state:west-virginia",),
    "wash": ("state:washington",),
    "washington dc": ("state:district-of-columbia",),
    "washington state": ("state:washington",),
    "cat 1": ("credit:ama-pra-1",),
    "dv": ("topic:domestic-violence",),
    "ipv": ("topic:domestic-violence",),
    "mate act": ("national:dea", "topic:substance-use-disorder", "topic:controlled-substances"),
    "oud": ("topic:substance-use-disorder",),
    "sud": ("topic:substance-use-disorder",),
    "sexual abuse": ("topic:sexual-assault",),
    "trafficking": ("topic:human-trafficking",),
}

# Sections of a license's page, and how people ask for them; the first is what we call it.
PARTS: dict[str, tuple[str, ...]] = {
    "carry-over": (
        "carry-over",
        "carry forward",
        "carryover",
        "excess hours",
        "extra hours",
        "roll over",
        "rollover",
    ),
    "new-licensees": (
        "the first renewal",
        "first renewal",
        "first license",
        "new graduate",
        "new grad",
        "new licensee",
        "newly licensed",
    ),
}
