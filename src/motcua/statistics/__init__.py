"""Additive counters, exact at any instant, and the reports made of them."""
