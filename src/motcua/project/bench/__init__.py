"""How fast Motcua is on this machine, beside what the machine itself can do (``motcua bench``)."""
