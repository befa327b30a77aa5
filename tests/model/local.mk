check_PROGRAMS += tests/model/test_pictures
TESTS += tests/model/test_pictures
tests_model_test_pictures_SOURCES = tests/model/test_pictures.c tests/model/sample_jpeg.h
tests_model_test_pictures_LDADD = $(test_model_libs)
check_PROGRAMS += tests/model/test_coverage
TESTS += tests/model/test_coverage
tests_model_test_coverage_SOURCES = tests/model/test_coverage.c
tests_model_test_coverage_LDADD = $(test_model_libs)
