# One line per screen; whoever writes a screen adds it here and in all.c.
