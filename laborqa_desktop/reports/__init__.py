"""Documents made from frozen data. Where the data comes from is no matter of this folder."""
