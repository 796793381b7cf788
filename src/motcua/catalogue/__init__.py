"""What the law offers: procedures and their dated versions."""
