# Tests of the rules.
rule_tests = tests/model/test_capture tests/model/test_outcome tests/model/test_gate tests/model/test_match tests/model/test_people tests/model/test_stages tests/model/test_validate
check_PROGRAMS += $(rule_tests)
TESTS += $(rule_tests)
tests_model_test_capture_SOURCES = tests/model/test_capture.c tests/model/forum.h
tests_model_test_capture_LDADD = $(test_model_libs)
tests_model_test_gate_SOURCES = tests/model/test_gate.c tests/model/whole_forum.h
tests_model_test_gate_LDADD = $(test_model_libs)
tests_model_test_match_SOURCES = tests/model/test_match.c tests/model/forum.h
tests_model_test_match_LDADD = $(test_model_libs)
tests_model_test_stages_SOURCES = tests/model/test_stages.c tests/model/whole_forum.h tests/model/counts.h
tests_model_test_stages_LDADD = $(test_model_libs)
tests_model_test_validate_SOURCES = tests/model/test_validate.c
tests_model_test_validate_LDADD = $(test_model_libs)
tests_model_test_people_SOURCES = tests/model/test_people.c
tests_model_test_people_LDADD = $(test_model_libs)
tests_model_test_outcome_SOURCES = tests/model/test_outcome.c tests/model/rows.h
tests_model_test_outcome_LDADD = $(test_model_libs)
