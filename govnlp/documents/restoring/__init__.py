"""Machine-paraphrased text, found and put back."""
