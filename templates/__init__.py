"""Planwerkboeken that ship with the library; `actieplan nieuw` hands them out."""
