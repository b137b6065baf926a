"""What a user may change: switch a detector or a label off, add words of their own."""
