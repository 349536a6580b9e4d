"""What each rule is for, told to people who write outlines."""
