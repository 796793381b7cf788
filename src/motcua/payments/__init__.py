"""Fees and charges: assessed from the procedure in force, collected once, given back with a reason."""
