# Crashes, power cuts, failing disks. `crash` takes rounds and a seed: build/tests/crash/crash 2000 7
check_LIBRARIES += tests/crash/libcrash.a
tests_crash_libcrash_a_SOURCES = tests/crash/sandbox.c tests/crash/sandbox.h
crash_libs = tests/crash/libcrash.a $(app_libs) $(CMOCKA_LIBS)
check_PROGRAMS += tests/crash/crash tests/crash/test_powercut tests/crash/test_disk
tests_crash_crash_SOURCES = tests/crash/crash.c
tests_crash_crash_LDADD = $(crash_libs) $(pty_test_libs)
EXTRA_tests_crash_crash_DEPENDENCIES = $(check_fault_so)
tests_crash_test_powercut_SOURCES = tests/crash/test_powercut.c
tests_crash_test_powercut_LDADD = $(crash_libs) $(fault_libs)
tests_crash_test_disk_SOURCES = tests/crash/test_disk.c
tests_crash_test_disk_LDADD = $(crash_libs) $(fault_libs)
TESTS += tests/crash/test_powercut tests/crash/test_disk
LONG_TESTS += tests/crash/crash
