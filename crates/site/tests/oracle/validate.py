"""Validates what machines read of sites: JSON documents against their schemas, OpenAPI files against OpenAPI 3.1,
Atom feeds against RFC 4287, badges as XML, the groups file as YAML and JSON of the same content.

Reads a list from standard input, a site each: `name`, `schemas` (name to schema), `documents` (path, name of the
schema, document), `openapi`, `feeds` and `badges` (path to text), `yaml` and `json`. Prints a line for everything that is wrong.
"""

import datetime
import json
import sys
import xml.etree.ElementTree as ElementTree

import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"


def atom_mistakes(text):
    """What RFC 4287 asks of feeds and entries (sections 4.1.1 and 4.1.2)."""
    feed = ElementTree.fromstring(text)
    if feed.tag != ATOM + "feed":
        return [f"the root is {feed.tag}"]
    found = []
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        found.append("no author")
    if not any(link.get("rel") == "self" for link in feed.findall(ATOM + "link")):
        found.append("no link to itself")
    names = []
    for element in [feed, *feed.findall(ATOM + "entry")]:
        for key in ("id", "title", "updated"):
            if len(element.findall(ATOM + key)) != 1 or not element.findtext(ATOM + key):
                found.append(f"not one {key} in {element.tag}")
        names.append(element.findtext(ATOM + "id"))
        updated = element.findtext(ATOM + "updated") or ""
        if datetime.datetime.fromisoformat(updated.replace("Z", "+00:00")).tzinfo is None:
            found.append(f"{updated} is no moment")
        if not any(link.get("rel") == "alternate" for link in element.findall(ATOM + "link")):
            found.append("no link to a page")
        content = element.find(ATOM + "content")
        if content is not None and content.get("type") != "html":
            found.append("content of no known type")
    if len(names) != len(set(names)):
        found.append(f"names are there twice: {sorted(names)}")
    return found


def badge_mistakes(text):
    """A badge names itself, in words that are also its title, and holds nothing from elsewhere."""
    badge = ElementTree.fromstring(text)
    found = []
    if badge.tag != SVG + "svg" or badge.get("role") != "img":
        found.append("no image")
    if badge.findtext(SVG + "title") != badge.get("aria-label") or not badge.get("aria-label"):
        found.append("no title")
    if any("href" in key for element in badge.iter() for key in element.attrib):
        found.append("leads elsewhere")
    right = max(float(text.get("x")) + float(text.get("textLength")) for text in badge.iter(SVG + "text"))
    if right > float(badge.get("width")):
        found.append("a text is cut off")
    return found


def keys(value):
    """The shape of a value: scalars aside, which YAML gives types and the JSON file does not."""
    if isinstance(value, dict):
        return {key: keys(own) for key, own in value.items()}
    if isinstance(value, list):
        return [keys(own) for own in value]
    return None


formats = Draft202012Validator.FORMAT_CHECKER
wrong = 0
checked_openapi = set()
for asked in json.load(sys.stdin):
    mistakes = []
    validators = {}
    for name, schema in asked["schemas"].items():
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema, format_checker=formats)
    for path, name, document in asked["documents"]:
        for error in validators[name].iter_errors(document):
            mistakes.append(f"{path}: {error.json_path}: {error.message}")
    # The file differs from site to site in its title and address alone.
    openapi = asked["openapi"]
    contract = json.dumps([openapi["paths"], openapi["components"]])
    if contract not in checked_openapi:
        checked_openapi.add(contract)
        mistakes += [f"openapi.json: {error}" for error in OpenAPIV31SpecValidator(openapi).iter_errors()]
        for path, item in openapi["paths"].items():
            answer = item["get"]["responses"]["200"]["content"]["application/json"]
            if answer["schema"]["$ref"].rsplit("/", 1)[1] not in openapi["components"]["schemas"]:
                mistakes.append(f"openapi.json: {path} refers to what is not there")
    for path, text in asked["feeds"].items():
        mistakes += [f"{path}: {mistake}" for mistake in atom_mistakes(text)]
    for path, text in asked["badges"].items():
        mistakes += [f"{path}: {mistake}" for mistake in badge_mistakes(text)]
    if keys(yaml.safe_load(asked["yaml"])) != keys(json.loads(asked["json"])):
        mistakes.append("sigs.yaml and sigs.json differ")
    for mistake in mistakes:
        print(f"{asked['name']}: {mistake}"[:400])
    wrong += len(mistakes)
    print(f"{asked['name']}: {len(asked['documents'])} documents, {len(mistakes)} mistakes")
sys.exit(1 if wrong else 0)
