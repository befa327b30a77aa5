# Mutated inputs. The planted variant is always built with AddressSanitizer: it is the control that must fail.
check_PROGRAMS += tests/fuzz/fuzz_text tests/fuzz/fuzz_text_planted
fuzz_sources = tests/fuzz/fuzz_text.c tests/fuzz/fuzz_exports.c tests/fuzz/fuzz_forum.c tests/fuzz/fuzz_targets.h \
	tests/fuzz/fuzz.c tests/fuzz/fuzz.h tests/model/forum.h \
	tests/model/sample_jpeg.h
tests_fuzz_fuzz_text_SOURCES = $(fuzz_sources)
tests_fuzz_fuzz_text_LDADD = $(app_libs)
tests_fuzz_fuzz_text_planted_SOURCES = $(fuzz_sources) src/model/people_words.c
tests_fuzz_fuzz_text_planted_CPPFLAGS = $(AM_CPPFLAGS) -DPLANTED_OVERFLOW
tests_fuzz_fuzz_text_planted_CFLAGS = $(AM_CFLAGS) -fsanitize=address -Wno-null-dereference
tests_fuzz_fuzz_text_planted_LDFLAGS = -fsanitize=address
tests_fuzz_fuzz_text_planted_LDADD = $(app_libs)
TESTS += tests/fuzz/fuzz_text tests/fuzz/planted.sh
LONG_TESTS += tests/fuzz/fuzz_text.sh
EXTRA_DIST += tests/fuzz/fuzz_text.sh tests/fuzz/planted.sh
# Random keys through the whole program; the tables of screens come from the interface without a terminal.
check_PROGRAMS += tests/fuzz/keys
LONG_TESTS += tests/fuzz/keys
tests_fuzz_keys_SOURCES = tests/fuzz/keys.c tests/fuzz/reached.c tests/fuzz/reached.h
tests_fuzz_keys_LDADD = tests/pty/libpty.a ui/libui.a $(app_libs) $(VTERM_LIBS) $(CMOCKA_LIBS) -lutil
