"""The verbs of the register of initiatives, its councils and recognitions."""

from motcua.initiatives.services.load_initiatives import load_initiatives

__all__ = ["load_initiatives"]
