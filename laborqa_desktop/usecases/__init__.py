"""Acts of the field: functions and classes that open units of work and give plain values back. No Qt, no widgets."""
