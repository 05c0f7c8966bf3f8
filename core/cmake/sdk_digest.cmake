# cmake -DFOLDER=... -DOUTPUT=... -P sdk_digest.cmake: writes a header with the SHA-256 of the public headers below FOLDER,
# taken over their names and digests in order of name.
file(GLOB headers RELATIVE ${FOLDER} ${FOLDER}/*.h)
list(SORT headers)
set(lines "")
foreach(header ${headers})
  file(SHA256 ${FOLDER}/${header} digest)
  string(APPEND lines "${header} ${digest}\n")
endforeach()
string(SHA256 digest "${lines}")
file(WRITE ${OUTPUT} "inline constexpr char kSdkHeadersSha256[] = \"${digest}\";\n")
