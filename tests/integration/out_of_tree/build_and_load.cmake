# See CMakeLists.txt, which sets the variables.
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(flags "")
if(sanitize)
  # A process is sanitized as a whole: program and plugin must agree.
  set(flags "-fsanitize=${sanitize}")
endif()

file(REMOVE_RECURSE ${work})
run(${CMAKE_COMMAND} --install ${build} --component sdk --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${source} -B ${work}/build -G ${generator}
  -DCMAKE_BUILD_TYPE=${type} -DCMAKE_CXX_COMPILER=${compiler} -DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}
  -DCMAKE_CXX_FLAGS=${flags} -DCMAKE_PREFIX_PATH=${work}/prefix)
run(${CMAKE_COMMAND} --build ${work}/build)
run(${CMAKE_CTEST_COMMAND} --test-dir ${work}/build --output-on-failure --no-tests=error)
run(${CMAKE_COMMAND} --install ${work}/build --prefix ${work}/plugins)

set(ENV{KOPPEL_PLUGIN_PATH} ${work}/plugins/lib/koppel)
run(${koppel} plugins describe example.stop_words)
# The digest still holds after the installation, and the program loads what it did not build.
execute_process(COMMAND ${koppel} plugins doctor OUTPUT_VARIABLE findings COMMAND_ERROR_IS_FATAL ANY)
if(NOT findings MATCHES "sound +example 1.0.0 ${work}/plugins")
  message(FATAL_ERROR "the program did not find the plugin:\n${findings}")
endif()
