"""What must hold of a talk and its deck: one function a rule, each yielding its findings."""
