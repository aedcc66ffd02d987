"""Validates a feed with libical's table of RFC 5545's restrictions and with vobject: an oracle of `tests/it/oracles.rs`.

usage: validate.py FEED   (prints a line for each fault; nothing where there is none)

libical is the system's shared library (Debian: libical3); where it is missing, exit status 3.
"""

import ctypes
import ctypes.util
import re
import sys


def by_libical(text):
    name = ctypes.util.find_library("ical")
    if not name:
        sys.exit(3)
    lib = ctypes.CDLL(name)
    for function in (lib.icalparser_parse_string, lib.icalcomponent_as_ical_string_r):
        function.restype = ctypes.c_void_p
    lib.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    for function in (lib.icalcomponent_as_ical_string_r, lib.icalrestriction_check, lib.icalcomponent_count_errors):
        function.argtypes = [ctypes.c_void_p]
    calendar = lib.icalparser_parse_string(text)
    if not calendar:
        yield "libical: not a calendar"
        return
    valid = lib.icalrestriction_check(calendar)
    if valid and not lib.icalcomponent_count_errors(calendar):
        return
    again = ctypes.string_at(lib.icalcomponent_as_ical_string_r(calendar)).decode()
    found = re.findall(r"^X-LIC-ERROR.*(?:\r?\n[ \t].*)*", again, re.MULTILINE)
    for error in found or ["restrictions not met"]:
        yield "libical: " + re.sub(r"\r?\n[ \t]", "", error)


def by_vobject(text):
    import vobject

    for component in vobject.readComponents(text.decode()):
        try:
            component.validate(raiseException=True)
        except vobject.base.ValidateError as error:
            yield f"vobject: {error}"


text = open(sys.argv[1], "rb").read()
for fault in [*by_libical(text), *by_vobject(text)][:50]:
    print(fault)
