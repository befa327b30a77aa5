# Papers that tell what was said and done.
record_tests = tests/doc/test_record
check_PROGRAMS += $(record_tests)
TESTS += $(record_tests)
tests_doc_test_record_SOURCES = tests/doc/test_record.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_record_LDADD = $(test_doc_libs)
