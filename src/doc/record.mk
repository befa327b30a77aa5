# Papers that tell what was said and done.
src_doc_libdoc_a_SOURCES += \
	src/doc/action_plan.c src/doc/action_plan.h \
	src/doc/jawaban_masukan.c \
	src/doc/undangan.c \
	src/doc/dokumentasi.c
