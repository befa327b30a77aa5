# Papers that tell what was said and done.
record_tests = tests/doc/test_record tests/doc/test_action_plan
check_PROGRAMS += $(record_tests)
TESTS += $(record_tests)
tests_doc_test_record_SOURCES = tests/doc/test_record.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_record_LDADD = $(test_doc_libs)
tests_doc_test_action_plan_SOURCES = tests/doc/test_action_plan.c tests/doc/fixture.c tests/doc/fixture.h
tests_doc_test_action_plan_LDADD = $(test_doc_libs)
