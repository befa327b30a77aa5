check_LIBRARIES += tests/pty/libpty.a
tests_pty_libpty_a_SOURCES = tests/pty/pty.c tests/pty/pty.h
tests_pty_libpty_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
pty_test_libs = tests/pty/libpty.a $(VTERM_LIBS) $(CMOCKA_LIBS)
