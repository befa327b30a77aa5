check_PROGRAMS += tests/model/test_pictures
TESTS += tests/model/test_pictures
tests_model_test_pictures_SOURCES = tests/model/test_pictures.c tests/model/sample_jpeg.h
tests_model_test_pictures_LDADD = $(test_model_libs)
