"""JSON Schema for editors: completion, descriptions and red lines while one types.

In: the models and the vocabulary. Out: one schema for each kind of data file, kept in
requirements_data/schema/. Editors find it by the first line of the file. A schema cannot say all
that `generate.py check` knows, but it never refuses what the check accepts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TypeAlias

import typer
from pydantic import TypeAdapter

from plugins.requirements.checks.words import WORDS
from plugins.requirements.language.fields import ID_PATTERN, PROFESSIONS, ComparisonField, Id
from plugins.requirements.language.national import NationalRequirement
from plugins.requirements.language.obligations import AMOUNTS
from plugins.requirements.language.requirement import Requirement
from plugins.requirements.loading import load_leniently
from plugins.requirements.policy import PolicyRequirement
from plugins.requirements.reading.layout import NATIONAL, SCHEMA_FOLDER
from plugins.requirements.vocabulary.words import Fact, Jurisdiction, Question, Vocabulary

DATA = Path(__file__).resolve().parents[2] / "requirements_data"
Schema: TypeAlias = dict[str, Any]

# Keys that mean the same wherever they stand and have no description of their own.
EVERYWHERE = {
    "note": "What a reader should know besides; a sentence or two",
    "source": "Ids from sources: on which this rests",
    "when": "Only for those of whom this is true",
    "unless": "Not for those of whom this is true",
    "topic": "Any one of these topics",
    "counts": "Any one of these credit categories",
    "format": "Any one of these formats",
    "from": "First day in force",
    "until": "Last day in force",
    "name": "What the field calls it",
    "definition": "What it means, in plain words; a sentence",
    "synonyms": "Other words for it, for the search",
    "url": "A full address",
}


def schema_command(check: bool) -> None:
    """Write the schemas, or with `check` only say whether they are as they should be."""
    folder = DATA / SCHEMA_FOLDER
    wanted = schemas()
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    if check:
        stale = sorted(
            name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name)
        )
        for name in stale:
            print(f"requirements_data/{SCHEMA_FOLDER}/{name} is not in step", file=sys.stderr)
        if stale:
            print("Run generate.py schema.", file=sys.stderr)
            raise typer.Exit(1)
        return
    folder.mkdir(exist_ok=True)
    for name in present.keys() - wanted.keys():
        (folder / name).unlink()
    for name, text in wanted.items():
        if present.get(name) != text:
            (folder / name).write_text(text, encoding="utf-8")
            print(f"wrote requirements_data/{SCHEMA_FOLDER}/{name}")


def schemas() -> dict[str, str]:
    """Every schema by file name, as text."""
    atlas, _ = load_leniently(DATA)
    if atlas is None:
        print("The vocabulary has mistakes; run generate.py check.", file=sys.stderr)
        raise typer.Exit(1)
    made = {
        "requirement": requirement_schema(atlas.vocabulary),
        NATIONAL: requirement_schema(atlas.vocabulary, NationalRequirement),
        "policy": requirement_schema(atlas.vocabulary, PolicyRequirement),
        "jurisdiction": _schema("A jurisdiction and its boards", Jurisdiction),
    }
    for name, info in Vocabulary.model_fields.items():
        kind = name.replace("_", "-")
        made[kind] = _schema(f"The vocabulary of {kind.replace('-', ' ')}", info.annotation)
    return {
        f"{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in made.items()
    }


def requirement_schema(words: Vocabulary, kind: type[Requirement] = Requirement) -> Schema:
    """The schema of a requirement file, with the words that its rules may use."""
    schema = _schema((kind.__doc__ or "").rstrip("."), kind)
    parts: dict[str, Schema] = schema["$defs"]
    for key, name in WORDS.items():
        parts[f"{key}-word"] = _word(getattr(words, name))
    parts["condition"] = _condition(words)
    for part in [schema, *parts.values()]:
        properties = part.get("properties", {})
        for key in WORDS.keys() & properties.keys():
            _use_word(properties[key], f"#/$defs/{key}-word")
        for key in {"when", "unless", "for"} & properties.keys():
            description = properties[key]["description"]
            properties[key] = {"description": description, "$ref": "#/$defs/condition"}
    parts["Obligation"]["oneOf"] = [{"required": [name]} for name in AMOUNTS]
    return schema


def _schema(title: str, kind: Any) -> Schema:
    made = TypeAdapter(kind).json_schema(by_alias=True)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    schema: Schema = _tidy(made)
    return head | schema


def _tidy(part: Any) -> Any:
    """Drop what is only Python's: nulls and defaults of absent keys, titles made from names."""
    if isinstance(part, list):
        return [_tidy(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _tidy(value) for key, value in part.items() if not _is_noise(key, value)}
    if choices := kept.pop("anyOf", None):
        choices = [choice for choice in choices if choice != {"type": "null"}]
        kept = {**choices[0], **kept} if len(choices) == 1 else {**kept, "anyOf": choices}
    if isinstance(properties := kept.get("properties"), dict):
        for key, value in properties.items():
            if key in EVERYWHERE:
                value.setdefault("description", EVERYWHERE[key])
    if isinstance(description := kept.get("description"), str):
        kept["description"] = " ".join(description.split())
    return kept


def _is_noise(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and value in (None, [], {})
    )


def _word(entries: dict[str, Any]) -> Schema:
    """The words of one vocabulary file, with their meanings beside them."""
    meanings = [f"{entry.name}: {entry.definition}" for entry in entries.values()]
    return {"type": "string", "enum": list(entries), "enumDescriptions": meanings}


def _use_word(property_: Schema, reference: str) -> None:
    """Put the words in place of any id: in the one value, and in the items of the list."""
    for choice in property_.get("anyOf", [property_]):
        holder = choice["items"] if choice.get("type") == "array" else choice
        if holder.get("pattern") == ID_PATTERN:
            description = holder.get("description")
            holder.clear()
            holder["$ref"] = reference
            if description:
                holder["description"] = description


def _condition(words: Vocabulary) -> Schema:
    several = {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/condition"}}
    properties: dict[str, Schema] = {
        "all": {"description": "Each of these holds", **several},
        "any": {"description": "At least one of these holds", **several},
        "not": {"description": "This does not hold", "$ref": "#/$defs/condition"},
        "words": {
            "description": "What only a person can decide; avoid it",
            "type": "string",
            "minLength": 1,
        },
    }
    for id_, question in words.askable().items():
        text = question.ask if isinstance(question, Question) else question.definition
        properties[id_] = {"description": text, **_answer(question)}
    return {
        "description": "Questions and their answers; where there are several, all of them hold",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": properties,
        "examples": [
            {"dea-registration": True},
            {"specialty": ["pathology", "radiology"]},
            {"patients-over-65": "more than 25%"},
        ],
    }


def _answer(question: Question | Fact) -> Schema:
    if question.type == "yes-no":
        return {"type": "boolean"}
    if question.type in ("percent", "number", "date"):
        made: Schema = TypeAdapter(ComparisonField).json_schema()
        return {"type": "string", "pattern": made["pattern"], "examples": made["examples"]}
    choices = list(question.choices) if isinstance(question, Question) else []
    if question.type == "profession":
        choices = list(PROFESSIONS)
    one = {"enum": choices} if choices else TypeAdapter(Id).json_schema()
    return {"anyOf": [one, {"type": "array", "minItems": 1, "items": one}]}
