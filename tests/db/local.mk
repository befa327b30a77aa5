test_db_libs = $(db_libs) $(CMOCKA_LIBS)
db_tests = \
	tests/db/test_commit \
	tests/db/test_erase \
	tests/db/test_histories \
	tests/db/test_merge \
	tests/db/test_open \
	tests/db/test_statements \
	tests/db/test_store \
	tests/db/test_undo \
	tests/db/test_verify
check_PROGRAMS += $(db_tests)
TESTS += $(db_tests)
db_fixture = tests/db/fixture.c tests/db/fixture.h
tests_db_test_open_SOURCES = tests/db/test_open.c $(db_fixture)
tests_db_test_open_LDADD = $(test_db_libs)
tests_db_test_statements_SOURCES = tests/db/test_statements.c $(db_fixture)
tests_db_test_statements_LDADD = $(test_db_libs)
tests_db_test_store_SOURCES = tests/db/test_store.c $(db_fixture)
tests_db_test_store_LDADD = $(test_db_libs)
tests_db_test_undo_SOURCES = tests/db/test_undo.c $(db_fixture)
tests_db_test_undo_LDADD = $(test_db_libs)
tests_db_test_merge_SOURCES = tests/db/test_merge.c tests/db/naive.c tests/db/naive.h $(db_fixture)
tests_db_test_merge_LDADD = $(test_db_libs)
tests_db_test_verify_SOURCES = tests/db/test_verify.c $(db_fixture)
tests_db_test_verify_LDADD = $(test_db_libs)
tests_db_test_erase_SOURCES = tests/db/test_erase.c $(db_fixture)
tests_db_test_erase_LDADD = $(test_db_libs)
tests_db_test_commit_SOURCES = tests/db/test_commit.c $(db_fixture)
tests_db_test_commit_LDADD = tests/faultvfs/libfaultvfs.a $(test_db_libs)
tests_db_test_histories_SOURCES = \
	tests/db/test_histories.c tests/db/naive.c tests/db/naive.h $(db_fixture)
tests_db_test_histories_LDADD = tests/faultvfs/libfaultvfs.a $(test_db_libs)
EXTRA_DIST += tests/db/format2.sql tests/db/format3.sql
