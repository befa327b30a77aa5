bin_PROGRAMS += mufakat
mufakat_SOURCES = src/main.c
mufakat_LDADD = src/cli/libcli.a ui/libterm.a ui/libui.a $(app_libs) $(NCURSES_LIBS)
mufakat_LDFLAGS = $(PROGRAM_LDFLAGS)
