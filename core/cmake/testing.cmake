# Tests carry one of five labels: unit, golden, integration, fault, meta. Catch2's main is compiled once.
option(KOPPEL_TESTS "Build the tests" ON)
enable_testing()
find_package(Catch2 2.13 REQUIRED)

set(KOPPEL_SHARED "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH
    "Evaluation material; its tests are skipped where it does not exist")

# Debian's own: the modules that the tests import come from its packages.
set(KOPPEL_PYTHON /usr/bin/python3)

# Of tests that run the program. LeakSanitizer stops all threads when a program ends, which fails at times while those of oneTBB
# are ending too; leaks are looked for in the unit tests.
set(KOPPEL_PROGRAM_TEST_ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")

include(koppel_add_tests)
