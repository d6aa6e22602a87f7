# The libraries of others. Each is named by the folders that may include it; see server/CMakeLists.txt.

find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(RocksDB REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_path(KOUDMEN_UTF8PROC_INCLUDE utf8proc.h REQUIRED)
find_library(KOUDMEN_UTF8PROC utf8proc REQUIRED)
find_path(KOUDMEN_QRENCODE_INCLUDE qrencode.h REQUIRED)
find_library(KOUDMEN_QRENCODE qrencode REQUIRED)
find_path(KOUDMEN_URING_INCLUDE liburing.h REQUIRED)
find_library(KOUDMEN_URING uring REQUIRED)

# Boost by its version: Debian's default 1.74 lacks what the sessions need and a security fix. A
# machine that has the 1.74 headers can point KOUDMEN_BOOST at unpacked newer ones.
set(KOUDMEN_BOOST "/usr/include" CACHE PATH "Where boost/version.hpp is found, as boost/version.hpp")
file(STRINGS "${KOUDMEN_BOOST}/boost/version.hpp" boost_line REGEX "^#define BOOST_VERSION [0-9]+")
string(REGEX MATCH "[0-9]+" boost_version "${boost_line}")
if(NOT boost_version OR boost_version LESS 108100)
  message(FATAL_ERROR "Koudmen needs Boost 1.81 or newer (Debian: libboost1.81-dev); "
                      "${KOUDMEN_BOOST} has version ${boost_version}.")
endif()
add_library(koudmen_boost INTERFACE)
target_include_directories(koudmen_boost SYSTEM INTERFACE ${KOUDMEN_BOOST})
target_link_libraries(koudmen_boost INTERFACE Threads::Threads)
