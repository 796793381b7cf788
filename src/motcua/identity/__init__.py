"""Accounts, people and the lists that entitle them."""
