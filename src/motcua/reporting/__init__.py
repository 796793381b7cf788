"""Periodic obligations: figures frozen, signed, sent, received, added up."""
