test_doc_libs = $(doc_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/doc/test_tree
TESTS += tests/doc/test_tree
tests_doc_test_tree_SOURCES = tests/doc/test_tree.c
tests_doc_test_tree_LDADD = $(test_doc_libs)
