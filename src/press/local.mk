# The second programs. A library apart from main, so that tests can link the writer as well.
noinst_LIBRARIES += src/press/libpress.a
src_press_libpress_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(JPEG_CFLAGS) $(PNG_CFLAGS) $(MINIZIP_CFLAGS) $(ZLIB_CFLAGS) -DFONTDIR='"$(FONTDIR)"'
src_press_libpress_a_SOURCES = \
	src/press/check.c src/press/check.h \
	src/press/contents.c \
	src/press/docx.c src/press/docx.h src/press/docx_inside.h \
	src/press/docx_picture.c \
	src/press/docx_section.c \
	src/press/docx_styles.c \
	src/press/docx_table.c \
	src/press/docx_text.c \
	src/press/figure.c \
	src/press/finish.c src/press/finish.h \
	src/press/fit.c src/press/fit.h \
	src/press/flow.c \
	src/press/fonts.c src/press/fonts.h \
	src/press/jpeg.c \
	src/press/layout.c src/press/layout.h \
	src/press/letterhead.c \
	src/press/nodes.h \
	src/press/objects.c src/press/objects.h \
	src/press/objects_read.c \
	src/press/outline.c src/press/outline.h \
	src/press/pdf.c src/press/pdf.h \
	src/press/picture.c src/press/picture.h \
	src/press/pixels.c src/press/pixels.h \
	src/press/png.c \
	src/press/rules.c src/press/rules.h \
	src/press/serve.c src/press/serve.h \
	src/press/signature.c \
	src/press/table.c \
	src/press/tags.c src/press/tags.h \
	src/press/type.c src/press/type.h \
	src/press/xml.c src/press/xml.h \
	src/press/zip.c src/press/zip.h
# What the press stands on beside the rooms.
press_libs = $(PANGO_LIBS) $(JPEG_LIBS) $(PNG_LIBS) $(MINIZIP_LIBS) $(ZLIB_LIBS) -lm
pkglibexec_PROGRAMS += mufakat-press mufakat-bindery
mufakat_press_SOURCES = src/press/main.c src/press/leaks.h
mufakat_press_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
mufakat_press_LDADD = src/press/libpress.a $(doc_libs) $(press_libs)
mufakat_press_LDFLAGS = $(PROGRAM_LDFLAGS)
# Workbooks and joined PDFs in a program of their own (decision 0017): their libraries would double the press's start.
noinst_LIBRARIES += src/press/libbindery.a
src_press_libbindery_a_CPPFLAGS = $(AM_CPPFLAGS) $(XLSXWRITER_CFLAGS) $(QPDF_CFLAGS)
src_press_libbindery_a_SOURCES = \
	src/press/join.c src/press/join.h \
	src/press/join_links.c src/press/join_links.h \
	src/press/join_scan.c src/press/join_scan.h \
	src/press/join_tags.c src/press/join_tags.h \
	src/press/xlsx.c src/press/xlsx.h
bindery_libs = $(XLSXWRITER_LIBS) $(QPDF_LIBS)
mufakat_bindery_SOURCES = src/press/bindery.c src/press/serve.c src/press/serve.h
mufakat_bindery_LDADD = src/press/libbindery.a $(doc_libs) $(bindery_libs)
mufakat_bindery_LDFLAGS = $(PROGRAM_LDFLAGS)
