bin_PROGRAMS += mufakat
mufakat_SOURCES = src/main.c
