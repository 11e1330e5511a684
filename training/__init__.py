"""Everything that builds the shipped model: corpus, network, training, export, calibration."""
