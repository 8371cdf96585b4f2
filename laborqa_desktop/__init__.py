"""LaborQA Desktop: quality records and signed quality reports of a labour-service provider."""

__version__ = "0.1.0"
