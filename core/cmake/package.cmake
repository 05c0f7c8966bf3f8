# What authors of plugins need, installed as the component "sdk": find_package(koppel) gives koppel::sdk, koppel::testkit,
# add_koppel_plugin and koppel_add_tests.
include(CMakePackageConfigHelpers)
set(package_folder lib/cmake/koppel)

foreach(name sdk testkit test_main proto sidecar)
  set_target_properties(koppel_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS koppel_${name} EXPORT koppel
    LIBRARY DESTINATION lib COMPONENT sdk
    ARCHIVE DESTINATION lib COMPONENT sdk
    RUNTIME DESTINATION bin COMPONENT sdk)
endforeach()
install(DIRECTORY core/sdk/include/ core/testkit/include/ DESTINATION include COMPONENT sdk)
install(EXPORT koppel NAMESPACE koppel:: FILE koppel-targets.cmake
  DESTINATION ${package_folder} COMPONENT sdk)

write_basic_package_version_file(${PROJECT_BINARY_DIR}/koppel-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  core/cmake/koppel-config.cmake core/cmake/add_koppel_plugin.cmake core/cmake/koppel_add_tests.cmake
  ${PROJECT_BINARY_DIR}/koppel-config-version.cmake
  DESTINATION ${package_folder} COMPONENT sdk)
