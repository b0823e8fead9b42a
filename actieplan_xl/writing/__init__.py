"""What is on our sheets, decided as plain data, and drawing it: only `drawing` knows xlsxwriter."""
