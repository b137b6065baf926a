"""Everything that is learned from data; the only place that imports scikit-learn."""
