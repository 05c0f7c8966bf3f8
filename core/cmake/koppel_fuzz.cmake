# koppel_fuzz_targets(name): every tests/fuzz/*.cc of the plugin in the current folder is a libFuzzer target fuzz_<file>; the
# preset `fuzz` builds them. tests/fuzz/run.sh runs them.
option(KOPPEL_FUZZ "Build the fuzz targets (clang)" OFF)
if(KOPPEL_FUZZ)
  # Coverage for all code; the fuzzer's own main only for its targets.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(koppel_fuzz_targets name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/fuzz/*.cc)
  if(NOT KOPPEL_FUZZ)
    return()
  endif()
  foreach(source ${sources})
    get_filename_component(stem ${source} NAME_WE)
    add_executable(fuzz_${stem} ${source})
    target_link_libraries(fuzz_${stem} PRIVATE
      koppel_${name}_objects koppel::testkit $<TARGET_NAME_IF_EXISTS:koppel_warnings>)
    target_compile_definitions(fuzz_${stem} PRIVATE KOPPEL_PLUGIN_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_options(fuzz_${stem} PRIVATE -fsanitize=fuzzer)
    set_target_properties(fuzz_${stem} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
    set_property(GLOBAL APPEND PROPERTY KOPPEL_FUZZ_TARGETS fuzz_${stem})
  endforeach()
endfunction()
