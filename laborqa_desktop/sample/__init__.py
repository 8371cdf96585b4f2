"""The sample library: an invented labour-service provider with half a year of records. No person in it is real."""
