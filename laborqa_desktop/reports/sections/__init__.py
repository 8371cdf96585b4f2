"""The sections of the monthly service-quality report, one file per group of sections, each a function that writes to a Flow."""
