# The misbehaving disk: linked by in-process tests, preloaded (faultvfs.so) into the whole program.
check_LIBRARIES += tests/faultvfs/libfaultvfs.a
tests_faultvfs_libfaultvfs_a_SOURCES = tests/faultvfs/faultvfs.c tests/faultvfs/faultvfs.h
fault_libs = tests/faultvfs/libfaultvfs.a $(SQLITE_LIBS)

EXTRA_DIST += tests/faultvfs/preload.c tests/faultvfs/stick.c
CLEANFILES += tests/faultvfs/faultvfs.so tests/faultvfs/stick.so
# A stick that can do little: for tests of the command line.
check_DATA += tests/faultvfs/stick.so
tests/faultvfs/stick.so: tests/faultvfs/stick.c
	$(AM_V_CCLD)$(MKDIR_P) tests/faultvfs && $(CC) -std=gnu17 -D_GNU_SOURCE -O1 -shared -fPIC -I$(top_srcdir) -I$(top_builddir) -o $@ \
		$(top_srcdir)/tests/faultvfs/stick.c
tests/faultvfs/faultvfs.so: tests/faultvfs/faultvfs.c tests/faultvfs/faultvfs.h tests/faultvfs/preload.c
	$(AM_V_CCLD)$(MKDIR_P) tests/faultvfs && $(CC) -std=gnu17 -D_GNU_SOURCE -O1 -shared -fPIC -I$(top_srcdir) -I$(top_builddir) -o $@ \
		$(top_srcdir)/tests/faultvfs/faultvfs.c $(top_srcdir)/tests/faultvfs/preload.c $(SQLITE_LIBS) -lpthread
check_fault_so = tests/faultvfs/faultvfs.so
