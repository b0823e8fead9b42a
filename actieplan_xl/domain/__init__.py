"""What we talk about: plan, invulling, matrix, bevinding. Imports nothing above it and no spreadsheet library."""
