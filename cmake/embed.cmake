# koudmen_embed(<target> <directory>): a library whose object holds every file of the directory, with
# its compressed forms, and the table that net/embedded_files.hpp declares. The bytes go in through
# the assembler, which costs no compile time. Without the directory the table is empty.
function(koudmen_embed target directory)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(assembly ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(count 0)
  set(blobs 0)
  set(inputs "")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/*)
  foreach(file ${files})
    if(file MATCHES "\\.(br|gz)$")
      continue()
    endif()
    set(row "    {\"/${file}\"")
    foreach(suffix "" ".gz" ".br")
      if(EXISTS ${directory}/${file}${suffix})
        set(path ${directory}/${file}${suffix})
        list(APPEND inputs ${path})
        string(APPEND assembly ".global koudmen_file_${blobs}\nkoudmen_file_${blobs}:\n.incbin \"${path}\"\n"
                               ".global koudmen_file_${blobs}_end\nkoudmen_file_${blobs}_end:\n")
        string(APPEND declarations "extern \"C\" char const koudmen_file_${blobs}[];\n"
                                   "extern \"C\" char const koudmen_file_${blobs}_end[];\n")
        string(APPEND row ", {koudmen_file_${blobs}, std::size_t(koudmen_file_${blobs}_end - koudmen_file_${blobs})}")
        math(EXPR blobs "${blobs} + 1")
      else()
        string(APPEND row ", {}")
      endif()
    endforeach()
    string(APPEND rows "${row}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${out}.S CONTENT "@assembly@" @ONLY)
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT "#include \"net/embedded_files.hpp\"

#include <array>

@declarations@
namespace koudmen::net {

std::span<EmbeddedFile const> embedded_files()
{
    static std::array<EmbeddedFile, @count@> const files{{
@rows@    }};
    return files;
}

} // namespace koudmen::net
" @ONLY)
  set_property(SOURCE ${out}.S APPEND PROPERTY OBJECT_DEPENDS "${inputs}")
  add_library(${target} STATIC ${out}.S ${out}.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/server)
endfunction()

# koudmen_texts(<target> FUNCTION FILE [FUNCTION FILE]...): gives the library a function for each file
# of the sources, in koudmen::wire, that returns its text.
function(koudmen_texts target)
  set(functions "")
  while(ARGN)
    list(POP_FRONT ARGN name path)
    file(READ ${path} text)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    string(APPEND functions "std::string_view ${name}()\n{\n    return R\"koudmen(${text})koudmen\";\n}\n\n")
  endwhile()
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_texts.cpp)
  file(CONFIGURE OUTPUT ${out} CONTENT "#include \"wire/archive_parts.hpp\"

namespace koudmen::wire {

@functions@} // namespace koudmen::wire
" @ONLY)
  target_sources(${target} PRIVATE ${out})
endfunction()
