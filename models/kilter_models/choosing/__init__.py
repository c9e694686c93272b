"""How rules are chosen without labels: by faults that are put into normal rows."""
