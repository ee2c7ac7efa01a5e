"""The council digest: what an office did and how its ties stand, mailed to whoever wants it."""
