# Papers that tell what was said and done.
record_tests = tests/doc/test_record tests/doc/test_action_plan tests/doc/test_laporan tests/doc/test_letters tests/doc/test_privacy_people tests/doc/test_mask tests/doc/test_mask_spelling
check_PROGRAMS += $(record_tests)
TESTS += $(record_tests)
tests_doc_test_record_SOURCES = tests/doc/test_record.c tests/doc/fixture.c tests/doc/fixture.h tests/doc/says.h
tests_doc_test_record_LDADD = $(test_doc_libs)
tests_doc_test_action_plan_SOURCES = tests/doc/test_action_plan.c tests/doc/fixture.c tests/doc/fixture.h tests/doc/says.h
tests_doc_test_action_plan_LDADD = $(test_doc_libs)
tests_doc_test_privacy_people_SOURCES = tests/doc/test_privacy_people.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_privacy_people_LDADD = $(test_doc_libs)
tests_doc_test_letters_SOURCES = tests/doc/test_letters.c tests/doc/fixture.c tests/doc/fixture.h tests/doc/says.h
tests_doc_test_letters_LDADD = $(test_doc_libs)
tests_doc_test_laporan_SOURCES = tests/doc/test_laporan.c tests/doc/fixture.c tests/doc/fixture.h tests/doc/says.h
tests_doc_test_laporan_LDADD = $(test_doc_libs)
tests_doc_test_mask_SOURCES = tests/doc/test_mask.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_mask_LDADD = $(test_doc_libs)
tests_doc_test_mask_spelling_SOURCES = tests/doc/test_mask_spelling.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_mask_spelling_LDADD = $(test_doc_libs)
