noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/clock.c src/base/clock.h \
	src/base/date.c src/base/date_parse.c src/base/date.h \
	src/base/err.c src/base/err.h \
	src/base/file.c src/base/file.h \
	src/base/i18n.c src/base/i18n.h \
	src/base/id.c src/base/id.h \
	src/base/sha256.c src/base/sha256.h \
	src/base/terbilang.c src/base/terbilang.h \
	src/base/text.c src/base/text_layout.c src/base/text.h
base_libs = src/base/libbase.a $(UUID_LIBS) $(SODIUM_LIBS) $(UNISTRING_LIBS)

# The catalogues once more, in the place where a program that was not installed looks for them.
noinst_DATA = locale/en/LC_MESSAGES/mufakat.mo
CLEANFILES += locale/en/LC_MESSAGES/mufakat.mo
locale/en/LC_MESSAGES/mufakat.mo: $(top_srcdir)/po/en.po
	$(AM_V_GEN)$(MKDIR_P) locale/en/LC_MESSAGES && $(MSGFMT) -c -o $@ $(top_srcdir)/po/en.po
