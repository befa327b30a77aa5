test_db_libs = $(db_libs) $(CMOCKA_LIBS)
db_tests = tests/db/test_store
check_PROGRAMS += $(db_tests)
TESTS += $(db_tests)
db_fixture = tests/db/fixture.c tests/db/fixture.h
tests_db_test_store_SOURCES = tests/db/test_store.c $(db_fixture)
tests_db_test_store_LDADD = $(test_db_libs)
