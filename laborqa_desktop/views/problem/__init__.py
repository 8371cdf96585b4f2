"""Problems on the short path: facts at the left, the act of the stage in the middle, what happened at the right."""
