"""People, places and organisations named in documents."""
