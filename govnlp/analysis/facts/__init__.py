"""Numbers in text: numerals, units, quantities, and what they are about."""
