"""The version, which a test holds equal to that of the package."""

VERSION = "0.1.0"
