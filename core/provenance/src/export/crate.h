// The graph of an RO-Crate while it is made.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "export/json_node.h"
#include "export/run_account.h"

namespace koppel::internal {

// A reference to an entity.
JsonNode Ref(std::string id);
JsonNode Refs(const std::vector<std::string>& ids);

// "#kind/name" with what an IRI's fragment can't hold as %XX.
std::string LocalId(std::string_view kind, std::string_view name);
// A path below the crate as a relative IRI.
std::string PathId(std::string_view path);

class Crate {
 public:
  // An entity of the graph; members follow `@id` and `@type`. Each id once: a second one is
  // dropped.
  void Add(const std::string& id, JsonNode type, JsonNode::Members members);
  // A data entity for a file below the crate; its id.
  std::string AddFile(const ListedFile& file, JsonNode::Members members, JsonNode type = "File");
  // A file that is not below the crate, named by its digest: files that are the same are one. Its
  // id.
  std::string AddOutside(const std::string& name, const std::string& sha256, std::uint64_t size,
                         std::string_view description, const std::string& example_of = {});
  // A licence as an entity; its id. Empty for an empty one.
  std::string AddLicence(const std::string& licence);

  // Ids of all files, in order of coming.
  const std::vector<std::string>& files() const { return files_; }
  // ro-crate-metadata.json. To be called once.
  std::string ToText();

 private:
  struct Outside {
    std::vector<std::string> names;
    std::string sha256;
    std::uint64_t size;
    std::string description, example_of;
  };

  std::vector<std::string> files_;
  std::map<std::string, Outside> outside_;  // by id
  std::map<std::string, bool> ids_;
  JsonNode::Items graph_;
};

}  // namespace koppel::internal
