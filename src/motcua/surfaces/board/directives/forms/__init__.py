"""What the pages of directives, conferences and tasks ask for."""
