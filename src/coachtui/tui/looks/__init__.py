"""How the screens look: four sets of colours, the marks of the families, and what a poor terminal gets instead."""
