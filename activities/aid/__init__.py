"""The ledger of aid: what was asked for, offered and sent, where it stands, what came back."""
