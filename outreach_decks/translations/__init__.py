"""Every language but the one an outline is written in: gettext PO files, their merge, and what they say."""
