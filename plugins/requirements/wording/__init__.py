"""The one place where rules become words: sentences that read as a person would write them.

In: models of a requirement and the vocabulary. Out: plain American English, no markup. Pages, the
search index, the open data and the calculator all take their words from here.
"""
