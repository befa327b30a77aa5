include $(top_srcdir)/tests/model/rules.mk
check_PROGRAMS += tests/model/test_pictures
TESTS += tests/model/test_pictures
tests_model_test_pictures_SOURCES = tests/model/test_pictures.c tests/model/sample_jpeg.h
tests_model_test_pictures_LDADD = $(test_model_libs)
check_PROGRAMS += tests/model/test_coverage
TESTS += tests/model/test_coverage
tests_model_test_coverage_SOURCES = tests/model/test_coverage.c
tests_model_test_coverage_LDADD = $(test_model_libs)
check_PROGRAMS += tests/model/test_tally
TESTS += tests/model/test_tally
tests_model_test_tally_SOURCES = tests/model/test_tally.c tests/model/rows.h
tests_model_test_tally_LDADD = $(test_model_libs)

model_text_tests = tests/model/test_dict tests/model/test_names tests/model/test_phone tests/model/test_nip
check_PROGRAMS += $(model_text_tests)
TESTS += $(model_text_tests)
tests_model_test_dict_SOURCES = tests/model/test_dict.c
tests_model_test_dict_LDADD = $(test_model_libs)
tests_model_test_names_SOURCES = tests/model/test_names.c tests/model/one_arena.h
tests_model_test_names_LDADD = $(test_model_libs)
tests_model_test_phone_SOURCES = tests/model/test_phone.c tests/model/one_arena.h
tests_model_test_phone_LDADD = $(test_model_libs)
tests_model_test_nip_SOURCES = tests/model/test_nip.c
tests_model_test_nip_LDADD = $(test_model_libs)
