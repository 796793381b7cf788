"""What citizens see: find a procedure, follow a dossier."""
