# Tests carry one of four labels: unit, golden, integration, meta. Catch2's main is compiled once.
option(KOPPEL_TESTS "Build the tests" ON)
enable_testing()
find_package(Catch2 2.13 REQUIRED)

set(KOPPEL_SHARED "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH
    "Evaluation material; its tests are skipped where it does not exist")

include(koppel_add_tests)
