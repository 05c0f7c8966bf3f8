# Tests carry one of four labels: unit, golden, integration, meta. Catch2's main is compiled once.
enable_testing()
find_package(Catch2 2.13 REQUIRED)

set(KOPPEL_SHARED "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH
    "Evaluation material; its tests are skipped where it does not exist")

# koppel_add_tests(name LABEL label SOURCES ... LIBRARIES ...): one executable, one ctest entry.
function(koppel_add_tests name)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE koppel_test_main koppel_warnings ${arg_LIBRARIES})
  target_compile_definitions(${name} PRIVATE
    KOPPEL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" KOPPEL_BINARY_DIR="${PROJECT_BINARY_DIR}"
    KOPPEL_SHARED_DIR="${KOPPEL_SHARED}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300)
endfunction()
