"""Plain forms: what a page sends, checked for its shape; the domain judges the rest."""
