"""Views: load, ask one question of the domain, answer."""
