"""All HTTP and all templates: what people and machines see."""
