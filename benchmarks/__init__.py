"""Speed, memory, accuracy and the peers, measured and published; nothing here is a timed test."""
