# Compiler settings that hold for every target of the tree.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(KOPPEL_WERROR "Warnings are errors" OFF)
set(KOPPEL_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

add_library(koppel_warnings INTERFACE)
target_compile_options(koppel_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Woverloaded-virtual
  # GCC 12 sees overlaps in concatenations of std::string that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${KOPPEL_WERROR}>:-Werror>)

if(KOPPEL_SANITIZE)
  add_compile_options(-fsanitize=${KOPPEL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KOPPEL_SANITIZE})
endif()

# Binaries and libraries stand together, so that a build tree runs without being installed; an installation may be moved.
function(koppel_output_folders target)
  set_target_properties(${target} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin
    INSTALL_RPATH "$ORIGIN;$ORIGIN/../lib")
endfunction()
