# Papers that tell what was said and done.
src_doc_libdoc_a_SOURCES += \
	src/doc/action_plan.c src/doc/action_plan.h \
	src/doc/jawaban_masukan.c \
	src/doc/undangan.c \
	src/doc/dokumentasi.c \
	src/doc/results.c src/doc/results.h \
	src/doc/laporan.c src/doc/laporan.h src/doc/laporan_peserta.c src/doc/laporan_hasil.c
