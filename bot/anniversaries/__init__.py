"""FIRST: the pure calendar. Days without zones or words; who is told, when and where, is the services' business."""
