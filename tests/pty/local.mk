# Whole program on a pseudo-terminal.
check_LIBRARIES += tests/pty/libpty.a
tests_pty_libpty_a_SOURCES = tests/pty/pty.c tests/pty/pty.h tests/pty/drive.c tests/pty/drive.h
tests_pty_libpty_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
pty_test_libs = tests/pty/libpty.a $(model_libs) $(JANSSON_LIBS) $(VTERM_LIBS) $(CMOCKA_LIBS) -lutil

pty_tests = tests/pty/test_terminal tests/pty/test_surroundings tests/pty/test_day tests/pty/test_painting
check_PROGRAMS += $(pty_tests)
TESTS += $(pty_tests)
tests_pty_test_terminal_SOURCES = tests/pty/test_terminal.c
tests_pty_test_terminal_LDADD = $(pty_test_libs)
tests_pty_test_day_SOURCES = tests/pty/test_day.c tests/pty/day.h tests/pty/day_prepare.c tests/pty/day_forum.c \
	tests/pty/day_lock.c
tests_pty_test_day_LDADD = $(pty_test_libs)
tests_pty_test_painting_SOURCES = tests/pty/test_painting.c
tests_pty_test_painting_LDADD = $(pty_test_libs)
tests_pty_test_surroundings_SOURCES = tests/pty/test_surroundings.c
tests_pty_test_surroundings_LDADD = $(pty_test_libs) $(SQLITE_LIBS)
EXTRA_DIST += tests/controls/run
