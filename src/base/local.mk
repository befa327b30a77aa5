noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/catalogue.c src/base/catalogue.h \
	src/base/clock.c src/base/clock.h \
	src/base/date.c src/base/date_parse.c src/base/date.h \
	src/base/err.c src/base/err.h \
	src/base/file.c src/base/file_sweep.c src/base/file.h \
	src/base/i18n.c src/base/i18n.h \
	src/base/id.c src/base/id.h \
	src/base/random.c src/base/random.h \
	src/base/sha256.c src/base/sha256.h \
	src/base/terbilang.c src/base/terbilang.h \
	src/base/text.c src/base/text_layout.c src/base/text.h \
	src/base/text_diff.c src/base/text_diff.h
base_libs = src/base/libbase.a $(UUID_LIBS) $(SODIUM_LIBS) $(UNISTRING_LIBS)

# The English words. Made here and not by po/, which merges with its own list of strings first and does not
# notice a changed en.po in a build folder that exists already. A program that was not installed looks here too.
enmodir = $(localedir)/en/LC_MESSAGES
enmo_DATA = locale/en/LC_MESSAGES/mufakat.mo
EXTRA_DIST += po/en.po
CLEANFILES += locale/en/LC_MESSAGES/mufakat.mo
locale/en/LC_MESSAGES/mufakat.mo: $(top_srcdir)/po/en.po
	$(AM_V_GEN)$(MKDIR_P) locale/en/LC_MESSAGES && $(MSGFMT) -c -o $@ $(top_srcdir)/po/en.po
