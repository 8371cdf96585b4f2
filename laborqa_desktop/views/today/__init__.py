"""The start page: figures that open their lists, a queue that goes down, two charts."""
