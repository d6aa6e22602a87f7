#pragma once

#include "base/ids.hpp"

#include <vector>

namespace koudmen::page {

// The proposals of a ballot in one participant's own order, so that none gains by coming first: the
// same that the phone works out (client-web/src/board/order.ts).
std::vector<ProposalId> own_order(BallotId const& ballot, ParticipantNumber participant,
                                  std::vector<ProposalId> const& proposals);

} // namespace koudmen::page
