"""The calculator: a rules engine in TypeScript (`engine/`), and the data that it reads.

In: licenses of the Atlas. Out: for each a small JSON record, with every phrase parsed and every
word of the law ready made. docs/engine.md says what the engine decides and how.
"""
