"""The sections of the monthly report: functions that write to a Flow, one file per group of sections."""
