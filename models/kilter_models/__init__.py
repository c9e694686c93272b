"""Training, export and verification of the model bundles that a Kilter pipeline loads."""

__version__ = "0.1.0"
