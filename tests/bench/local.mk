check_PROGRAMS += tests/bench/pango_pages
tests_bench_pango_pages_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
tests_bench_pango_pages_SOURCES = tests/bench/pango_pages.c
tests_bench_pango_pages_LDADD = $(PANGO_LIBS)
