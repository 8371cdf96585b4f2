"""The monthly report: choosing, looking at it before it is signed, and what becomes of it afterwards."""
