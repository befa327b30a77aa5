# Tests mirror the tree. `make check` runs the unit tests, the screens, the papers and the house rules;
# the long ones (crash, fuzz, whole days on a pty) are run by ./check through the targets named in
# docs/HACKING.md.
AM_CPPFLAGS += $(CMOCKA_CFLAGS)
test_base_libs = $(base_libs) $(CMOCKA_LIBS)
test_model_libs = $(model_libs) $(CMOCKA_LIBS)
include $(top_srcdir)/tests/base/local.mk
include $(top_srcdir)/tests/model/local.mk
include $(top_srcdir)/tests/db/local.mk
include $(top_srcdir)/tests/app/local.mk
include $(top_srcdir)/tests/doc/local.mk
include $(top_srcdir)/tests/press/local.mk
include $(top_srcdir)/tests/ui/local.mk
include $(top_srcdir)/tests/cli/local.mk
include $(top_srcdir)/tests/faultvfs/local.mk
include $(top_srcdir)/tests/pty/local.mk
include $(top_srcdir)/tests/crash/local.mk
include $(top_srcdir)/tests/fuzz/local.mk
include $(top_srcdir)/tests/bench/local.mk
include $(top_srcdir)/tests/house/local.mk
