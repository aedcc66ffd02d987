"""Validates the JSON documents of sites against their schemas, and their OpenAPI files against OpenAPI 3.1.

Reads a list from standard input, a site each: `name`, `schemas` (name to schema), `documents` (path, name of the
schema, document) and `openapi`. Prints a line for everything that is wrong.
"""

import json
import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

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
    for mistake in mistakes:
        print(f"{asked['name']}: {mistake}"[:400])
    wrong += len(mistakes)
    print(f"{asked['name']}: {len(asked['documents'])} documents, {len(mistakes)} mistakes")
sys.exit(1 if wrong else 0)
