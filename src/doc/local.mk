noinst_LIBRARIES += src/doc/libdoc.a
src_doc_libdoc_a_SOURCES = \
	src/doc/documents.h \
	src/doc/tree.c src/doc/tree.h \
	src/doc/tree_dump.c src/doc/tree_wire.c
doc_libs = src/doc/libdoc.a $(model_libs)
