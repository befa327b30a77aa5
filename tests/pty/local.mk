check_LIBRARIES += tests/pty/libpty.a
tests_pty_libpty_a_SOURCES = tests/pty/pty.c tests/pty/pty.h
tests_pty_libpty_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
pty_test_libs = tests/pty/libpty.a $(VTERM_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/pty/test_terminal
TESTS += tests/pty/test_terminal
tests_pty_test_terminal_SOURCES = tests/pty/test_terminal.c
tests_pty_test_terminal_LDADD = $(pty_test_libs)
