# koppel_add_tests(name LABEL label SOURCES ... LIBRARIES ...): one executable, one ctest entry.
function(koppel_add_tests name)
  if(DEFINED KOPPEL_TESTS AND NOT KOPPEL_TESTS)
    return()
  endif()
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE
    koppel::test_main $<TARGET_NAME_IF_EXISTS:koppel_warnings> ${arg_LIBRARIES})
  # Test code is compiled once and run once: the optimiser would cost more than it gives.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300)
endfunction()
