"""Replication: the matrix, the lists behind its figures, what a unit answers and enters."""
