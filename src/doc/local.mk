noinst_LIBRARIES += src/doc/libdoc.a
src_doc_libdoc_a_SOURCES = \
	src/doc/attendance.c src/doc/attendance.h src/doc/daftar_hadir.c \
	src/doc/ba_annexes.c src/doc/ba_attachments.c \
	src/doc/ba_b.c src/doc/ba_c.c src/doc/ba_d.c \
	src/doc/ba_notes.c src/doc/ba_opening.c \
	src/doc/ba_signatures.c src/doc/ba_signers.c src/doc/ba_tables.c src/doc/ba_words.c \
	src/doc/berita_acara.c src/doc/berita_acara.h \
	src/doc/book.c src/doc/book.h src/doc/book_wire.c \
	src/doc/book_masukan.c src/doc/book_parts.c src/doc/book_parts.h src/doc/book_peserta.c \
	src/doc/book_rekap.c src/doc/book_rencana.c \
	src/doc/calendar.c src/doc/calendar.h \
	src/doc/csv.c \
	src/doc/documents.h \
	src/doc/halaman.c \
	src/doc/html.c \
	src/doc/kit.c \
	src/doc/markdown.c \
	src/doc/notula.c \
	src/doc/paper.c src/doc/paper.h src/doc/paper_head.c src/doc/paper_photos.c src/doc/paper_sign.c \
	src/doc/papers.c \
	src/doc/privacy.c \
	src/doc/speech.c src/doc/speech.h \
	src/doc/text.c src/doc/text_table.c src/doc/text_writer.h \
	src/doc/tree.c src/doc/tree.h \
	src/doc/tree_dump.c src/doc/tree_wire.c \
	src/doc/unnamed.c \
	src/doc/wire.c src/doc/wire.h
include $(top_srcdir)/src/doc/record.mk
doc_libs = src/doc/libdoc.a $(model_libs)
