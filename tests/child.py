"""A process with Django ready: ``python -m tests.child MODULE FUNCTION [NUMBER]…`` prints the result as JSON."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    module, function, *numbers = sys.argv[1:]
    print(json.dumps(getattr(import_module(module), function)(*map(int, numbers))))
