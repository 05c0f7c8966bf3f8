# add_koppel_plugin(name [LIBRARIES lib...] [SOURCES file...])
#
# Builds the plugin in the current folder: every *.cc beside CMakeLists.txt and in folders below it
# but `tests` (or SOURCES), without plugin.cc, goes into the
# object library koppel_<name>_objects, which unit tests link without loading anything; with plugin.cc it becomes the
# module lib/koppel/<name>/<name>.so, its sidecar and its `data` folder beside it. tests/*.cc become the test
# <name>_test. Works the same in this tree and, after find_package(koppel), outside it.
function(add_koppel_plugin name)
  cmake_parse_arguments(arg "" "" "LIBRARIES;SOURCES" ${ARGN})
  if(NOT arg_SOURCES)
    file(GLOB arg_SOURCES CONFIGURE_DEPENDS
      ${CMAKE_CURRENT_SOURCE_DIR}/*.cc ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cc)
    list(REMOVE_ITEM arg_SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/plugin.cc)
    list(FILTER arg_SOURCES EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/tests/")
  endif()
  set(warnings $<TARGET_NAME_IF_EXISTS:koppel_warnings>)

  add_library(koppel_${name}_objects OBJECT ${arg_SOURCES})
  target_link_libraries(koppel_${name}_objects PUBLIC koppel::sdk ${arg_LIBRARIES} PRIVATE ${warnings})
  target_include_directories(koppel_${name}_objects PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})

  set(folder ${PROJECT_BINARY_DIR}/lib/koppel/${name})
  add_library(koppel_${name} MODULE plugin.cc)
  target_link_libraries(koppel_${name} PRIVATE koppel_${name}_objects ${warnings})
  set_target_properties(koppel_${name} koppel_${name}_objects PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  set_target_properties(koppel_${name} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${folder}
    # Installing must not change the library, whose digest stands in the sidecar.
    BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH $ORIGIN/../..)
  koppel_write_sidecar(koppel_${name} ${folder}/${name}.plugin.json)
  install(TARGETS koppel_${name} LIBRARY DESTINATION lib/koppel/${name})
  install(FILES ${folder}/${name}.plugin.json DESTINATION lib/koppel/${name})
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/data)
    koppel_copy_data(koppel_${name} ${folder})
    install(DIRECTORY data DESTINATION lib/koppel/${name})
  endif()
  koppel_plugin_tests(${name})
  if(COMMAND koppel_fuzz_targets)
    koppel_fuzz_targets(${name})
  endif()
  set_property(GLOBAL APPEND PROPERTY KOPPEL_PLUGIN_TARGETS koppel_${name})
endfunction()

# The sidecar is written when the library is linked; a new tool links it again.
function(koppel_write_sidecar target sidecar)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS $<TARGET_FILE:koppel::sidecar>)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND koppel::sidecar $<TARGET_FILE:${target}>
    BYPRODUCTS ${sidecar})
endfunction()

function(koppel_copy_data target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/data/*)
  add_custom_command(
    OUTPUT ${folder}/data.stamp
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${folder}/data
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/data ${folder}/data
    COMMAND ${CMAKE_COMMAND} -E touch ${folder}/data.stamp
    DEPENDS ${files})
  add_custom_target(${target}_data DEPENDS ${folder}/data.stamp)
  add_dependencies(${target} ${target}_data)
endfunction()

function(koppel_plugin_tests name)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tests/*.cc)
  if(tests AND NOT (DEFINED KOPPEL_TESTS AND NOT KOPPEL_TESTS))
    koppel_add_tests(${name}_test LABEL unit SOURCES ${tests}
      LIBRARIES koppel_${name}_objects koppel::testkit)
    target_compile_definitions(${name}_test PRIVATE KOPPEL_PLUGIN_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
endfunction()
