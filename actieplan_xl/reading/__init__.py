"""A workbook on disk → answers and findings. Input is hostile until read; nothing here writes."""
