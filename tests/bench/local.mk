check_PROGRAMS += tests/bench/pango_pages
tests_bench_pango_pages_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
tests_bench_pango_pages_SOURCES = tests/bench/pango_pages.c
tests_bench_pango_pages_LDADD = $(PANGO_LIBS)

# The baselines and the driver; `make bench` prints the table (not a test).
bench_programs = tests/bench/counter tests/bench/list tests/bench/insert tests/bench/bench
check_PROGRAMS += $(bench_programs)
tests_bench_counter_SOURCES = tests/bench/counter.c
tests_bench_counter_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_bench_counter_LDADD = $(NCURSES_LIBS)
tests_bench_list_SOURCES = tests/bench/list.c
tests_bench_list_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_bench_list_LDADD = $(NCURSES_LIBS) $(SQLITE_LIBS)
tests_bench_insert_SOURCES = tests/bench/insert.c
tests_bench_insert_LDADD = $(SQLITE_LIBS)
tests_bench_bench_SOURCES = tests/bench/bench.c tests/bench/bench.h tests/bench/dialog.c tests/bench/dialog.h \
	tests/bench/rows_keys.c tests/bench/rows_paper.c tests/bench/rows_start.c tests/bench/rows_stored.c \
	tests/bench/watch.c tests/bench/watch.h
EXTRA_DIST += tests/bench/run.sh
bench: all $(bench_programs) tests/bench/pango_pages tests/faultvfs/faultvfs.so
	$(top_srcdir)/tests/bench/run.sh $(abs_top_builddir) $(abs_top_builddir) $(PART)
	test -n "$(PART)" || $(MAKE) bench-pack
# The evidence pack, a section of its own.
check_PROGRAMS += tests/bench/pack_session tests/bench/peak
tests_bench_pack_session_CPPFLAGS = $(pack_test_flags)
tests_bench_pack_session_SOURCES = tests/bench/pack_session.c tests/app/pictures.c tests/app/pictures.h
tests_bench_pack_session_LDADD = $(pack_test_libs)
tests_bench_peak_SOURCES = tests/bench/peak.c
EXTRA_DIST += tests/bench/pack.sh
bench-pack: all tests/bench/pack_session tests/bench/peak
	$(top_srcdir)/tests/bench/pack.sh $(top_srcdir) $(abs_top_builddir)
.PHONY: bench bench-pack
