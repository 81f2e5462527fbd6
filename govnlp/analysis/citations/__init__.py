"""Citations: which document rests on which, and whose words are taken over."""
