#include "journal/format.hpp"
#include "support/board_maker.hpp"
#include "support/schema_validator.hpp"

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

// Records once written are read for ever. tests/old-events holds one of each kind as it was first
// written, never edited; the values below say what they mean.

namespace {

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (char const byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 0xF];
    }
    return text;
}

std::string bytes_of(std::string_view hex)
{
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
    }
    return bytes;
}

// A name for each sample, and the event.
std::vector<std::pair<std::string, Event>> samples()
{
    auto const bus = id<ProposalId>("bus");
    auto const quay = id<ProposalId>("quay");
    auto const why = id<CommentId>("why");
    auto const first = id<BallotId>("first");
    auto created = BoardCreated{{"K7P4X"},
                                "Feuille de route",
                                Language::Fr,
                                {{{"inclusion"}, "Inclusion"}, {{"school"}, "École"}},
                                {{{"citizens"}, "Habitants"}},
                                {Moderation::After, 7},
                                {"facilitator's"},
                                {"moderator's"},
                                {"screen's"}};
    auto by_badge = created;
    by_badge.settings.admission = Admission::Badges;
    return {
        {"boardCreated", created},
        {"participantJoined", ParticipantJoined{{1}, {"ana's"}, {"citizens"}, "Ana 🌊"}},
        {"participantJoined without a name", ParticipantJoined{{2}, {"ben's"}, {"citizens"}, {}}},
        {"participantIntroduced", ParticipantIntroduced{{2}, "Ben"}},
        {"participantIntroduced without a name", ParticipantIntroduced{{2}, {}}},
        {"proposalSubmitted", ProposalSubmitted{bus, {1}, "Un bus", "À 6 h", {"inclusion"}}},
        {"proposalEdited", ProposalEdited{bus, "Un bus de nuit", "", {"school"}}},
        {"proposalWithdrawn", ProposalWithdrawn{bus}},
        {"proposalRequeued", ProposalRequeued{bus}},
        {"proposalPublished", ProposalPublished{bus}},
        {"proposalReturned", ProposalReturned{bus, "Pour qui ?"}},
        {"proposalDeclined", ProposalDeclined{bus, DeclineReason::Duplicate, "Voir n° 3"}},
        {"proposalDeclined without words", ProposalDeclined{bus, DeclineReason::OffTopic, {}}},
        {"proposalDecided", ProposalDecided{bus,
                                            Decision::AdoptedWithChanges,
                                            "Dès la rentrée",
                                            "La Ville",
                                            {"Le port", "L'école"},
                                            "2025-01-31",
                                            "2026-12-31"}},
        {"proposalDecided without anything",
         ProposalDecided{bus, Decision::NotRetained, {}, {}, {}, {}, {}}},
        {"decisionUndone", DecisionUndone{bus}},
        {"commentSubmitted", CommentSubmitted{why, bus, {2}, Stance::Question, "Pourquoi ?"}},
        {"commentHidden", CommentHidden{why, true}},
        {"phaseOpened", PhaseOpened{Phase::Vote}},
        {"phaseConfigured", PhaseConfigured{Phase::Discuss, {true, false, true, false}}},
        {"ballotOpened",
         BallotOpened{
             first, "Que retenir ?", Method::Opinion, ResultsRule::AfterOwnVote, {bus, quay}}},
        {"ballotClosed", BallotClosed{first}},
        {"ballotReopened", BallotReopened{first}},
        {"ballotRevealed", BallotRevealed{first}},
        {"choiceCast", ChoiceCast{first, bus, {1}, Choice::Oppose}},
        {"choiceCast taken back", ChoiceCast{first, bus, {1}, {}}},
        {"screenShown", ScreenShown{View::Proposal, bus, {}}},
        {"screenShown results", ScreenShown{View::Results, {}, first}},
        {"timerStarted", TimerStarted{{1'734'091'500'000}}},
        {"timerStopped", TimerStopped{}},
        {"noted", Noted{}},
        {"boardCreated by badge", by_badge},
        {"participantJoined with a badge",
         ParticipantJoined{{3}, {"cec's"}, {"citizens"}, {}, {7}}},
        {"badgesIssued", BadgesIssued{{{"one"}, {"two"}}}},
        {"badgeMoved", BadgeMoved{{3}, {"cec's tablet"}}},
        {"ballotOpened with terms", BallotOpened{first,
                                                 "Par quoi commencer ?",
                                                 Method::Dots,
                                                 ResultsRule::WhenRevealed,
                                                 {bus, quay},
                                                 {{}, 10, 3, {}}}},
        {"choiceCast with dots", ChoiceCast{first, bus, {1}, Choice::ThreeDots}},
        {"ballotOpened of a second round", BallotOpened{id<BallotId>("second"),
                                                        "Et maintenant ?",
                                                        Method::Grades,
                                                        ResultsRule::WhenRevealed,
                                                        {bus},
                                                        {{}, {}, {}, 5},
                                                        first,
                                                        "a seed"}},
        {"ballotReopened with a reason", BallotReopened{first, "Panne de réseau"}},
        {"ballotRevealed in order", BallotRevealed{first, RevealStep::Order}},
        {"proposalReworded", ProposalReworded{bus, "Un bus de nuit", "", {"school"}}},
        {"proposalRestored", ProposalRestored{bus}},
        {"moderationConfigured", ModerationConfigured{Moderation::After, true}},
        {"participantTrusted", ParticipantTrusted{{1}, false}},
        {"participantMuted", ParticipantMuted{{2}, true}},
        {"proposalMerged", ProposalMerged{bus, quay}},
        {"proposalUnmerged", ProposalUnmerged{bus}},
        {"mergeLeft", MergeLeft{bus, {2}}},
        {"helperIssued", HelperIssued{{"a helper's"}}},
        {"helperRevoked", HelperRevoked{{1}}},
        {"paperRecorded", PaperRecorded{first, {1}}},
        {"choiceCast on paper", ChoiceCast{first, bus, {1}, Choice::Oppose}},
        {"phaseOpened again", PhaseOpened{Phase::Discuss, "La salle demande plus de temps."}},
        {"messageSent", MessageSent{"Le goûter est servi."}},
        {"messageSent without words", MessageSent{}},
        {"agendaSet",
         AgendaSet{{{{"proposer"}, "Nous proposons", Phase::Collect, 12, {}},
                    {{"voter"},
                     "Nous votons",
                     Phase::Vote,
                     8,
                     BallotPlan{"Que retenir ?", Method::Opinion, ResultsRule::AfterClosing}}}}},
        {"stepPlayed", StepPlayed{{"proposer"}, {}}},
        {"stepPlayed with a ballot", StepPlayed{{"voter"}, first}},
        {"stepPaused", StepPaused{61'000}},
        {"stepEnded", StepEnded{}},
        {"stepSkipped", StepSkipped{{"proposer"}, true}},
        {"screenShown elsewhere", ScreenShown{View::Roadmap, {}, {}, ScreenNumber{2}}},
        {"rehearsalStarted", RehearsalStarted{}},
        {"rehearsalPurged", RehearsalPurged{}},
        {"screensArranged", ScreensArranged{{{{1}, "Amphithéâtre"}, {{2}, "Hall"}}}},
        {"tableAdded", TableAdded{{3}, {"scribe's"}, "Table 3", {"M4N5P"}}},
        {"parentNamed", ParentNamed{{{"K7P4X"}, "Feuille de route"}}},
        {"proposalSubmitted by a table",
         ProposalSubmitted{bus, {3}, "Un bus", "", {"inclusion"}, Source{{"citizens"}, 7}}},
        {"institutionInvited", InstitutionInvited{{1}, "La mairie", {"mairie's"}}},
        {"institutionRevoked", InstitutionRevoked{{1}}},
        {"commentSubmitted by an institution",
         CommentSubmitted{why, bus, {}, Stance::Note, "Nous étudions cela.", InstitutionNumber{1}}},
        {"commitmentOffered",
         CommitmentOffered{bus,
                           {1},
                           Pledge{Response::AcceptedWithChanges,
                                  "Deux bus",
                                  "La Ville",
                                  {"Le port"},
                                  "2025-01-31",
                                  "2026-12-31",
                                  {{"Passagers", "par an", 120, 600}, {"Arrêts", {}, {}, 12}},
                                  250'000,
                                  {NeedCode::LocalFund, NeedCode::Qualiopi},
                                  {"Des chauffeurs"},
                                  {"Les aînés"},
                                  {"Le Lorrain"}}}},
        {"commitmentOffered taken back", CommitmentOffered{bus, {1}, {}}},
        {"commitmentConfirmed", CommitmentConfirmed{bus, {1}, true}},
        {"progressReported",
         ProgressReported{bus, {1}, {Progress::Started, 40, "Le premier bus roule."}}},
        {"progressReported in a word", ProgressReported{bus, {1}, {Progress::Planned, {}, {}}}},
        {"proposalImported", ProposalImported{bus, "Un bus", "À 6 h", {"inclusion"}}},
        {"axesImported", AxesImported{{{{"sea"}, "Mer"}}}},
        {"collegesImported", CollegesImported{{{{"youth"}, "Jeunes"}}}},
        {"proposalSubmitted in another language",
         ProposalSubmitted{bus, {1}, "An bis", "", {"inclusion"}, {}, Language::Gcf}},
        {"proposalEdited in another language",
         ProposalEdited{bus, "A night bus", "", {"school"}, Language::En}},
        {"commentSubmitted in another language",
         CommentSubmitted{why, bus, {2}, Stance::Question, "Pou ki sa ?", {}, Language::Gcf}},
    };
}

Recorded recorded(std::uint64_t position, Event const& event)
{
    Stamp by;
    if (position > 1) {
        by = {{Role::Participant, {position}}, id<DeviceId>("phone"), {position + 100}};
    }
    return {{position}, {1'734'091'200'000 + static_cast<std::int64_t>(position)}, by, event};
}

// The lines of the file, "name: bytes", by name.
std::map<std::string, std::string> written()
{
    std::map<std::string, std::string> lines;
    std::istringstream in(source_file("tests/old-events/version-1.txt"));
    for (std::string line; std::getline(in, line);) {
        auto const colon = line.find(": ");
        if (colon == std::string::npos) continue;
        lines[line.substr(0, colon)] = bytes_of(std::string_view(line).substr(colon + 2));
    }
    return lines;
}

} // namespace

TEST_CASE("J19: records of every kind are read as what they meant when they were written",
          "[journal]")
{
    auto const lines = written();
    std::map<std::size_t, int> kinds;
    std::uint64_t position = 0;
    for (auto const& [name, event] : samples()) {
        ++position;
        auto meant = recorded(position, event);
        if (name.find("on paper") != std::string::npos) meant.by.channel = Channel::Paper;
        INFO("a sample is added with the line\n" << name << ": " << hex(journal::encode(meant)));
        REQUIRE(lines.contains(name));
        auto const read = journal::decode_recorded(lines.at(name));
        if (!read) FAIL(read.error());
        CHECK(*read == meant);
        ++kinds[event.index()];
    }
    CHECK(lines.size() == position);
    CHECK(kinds.size() == std::variant_size_v<Event>);
}

TEST_CASE("J20: a record that is cut or changed or says something else is none", "[journal]")
{
    for (auto const& [name, bytes] : written()) {
        INFO(name);
        for (std::size_t left = 0; left < bytes.size(); ++left) {
            CHECK_FALSE(journal::decode_recorded(bytes.substr(0, left)).has_value());
        }
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x04);
            CHECK_FALSE(journal::decode_recorded(changed).has_value());
        }
        CHECK_FALSE(journal::decode_recorded(bytes + '\0').has_value());
    }
    auto newer = written().begin()->second;
    newer[0] = 2;
    auto const read = journal::decode_recorded(newer);
    REQUIRE_FALSE(read.has_value());
    CHECK_THAT(read.error(), containing("version 2"));
}

TEST_CASE("J20: content that is not a record is none, also under a right checksum", "[journal]")
{
    auto const sealed = [](std::string const& content) {
        auto bytes = std::string(1, static_cast<char>(journal::record_version));
        auto const checksum = journal::crc32c(content);
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes.push_back(static_cast<char>(checksum >> shift & 0xFF));
        }
        return bytes + content;
    };
    auto const whole = written().begin()->second.substr(5);
    REQUIRE(journal::decode_recorded(sealed(whole)).has_value());

    std::string five_times = "\xA5";
    for (int field = 0; field < 5; ++field) five_times += "\x61n\x01";
    auto const event = std::string("\xA5\x61") + "e";
    constexpr std::size_t depth = 1'000'000;
    for (auto const& content : {
             std::string(),
             whole + "\xF6",                                 // More than a record.
             "\xA6" + whole.substr(1) + "\x61z\x01",         // A field that there is not.
             "\xA4" + whole.substr(1),                       // One less.
             five_times,                                     // One again and again.
             "\xBF" + whole.substr(1) + "\xFF",              // A map of unknown length.
             "\xC1" + whole,                                 // Something tagged.
             event + "\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", // A list without end,
             event + "\x9B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
             event + "\x7B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF",     // a text,
             event + "\xBB\x80" + std::string(7, '\0') + "\x01", // a map;
             event + std::string(depth, '\x81'),                 // lists in lists in lists.
         }) {
        CHECK_FALSE(journal::decode_recorded(sealed(content)).has_value());
    }
    // Whatever stands there is a record or none; the sanitizers look on.
    std::size_t none = 0;
    for (auto const& [name, bytes] : written()) {
        auto content = bytes.substr(5);
        for (std::size_t at = 0; at < content.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                content[at] = static_cast<char>(content[at] ^ (1U << bit));
                if (!journal::decode_recorded(sealed(content))) ++none;
                content[at] = static_cast<char>(content[at] ^ (1U << bit));
            }
        }
    }
    CHECK(none > 0);
}

TEST_CASE("J20: the checksum is CRC-32C", "[journal]")
{
    // RFC 3720, appendix B.4, and the check value of the CRC catalogues.
    CHECK(journal::crc32c("123456789") == 0xE3069283);
    CHECK(journal::crc32c(std::string(32, '\0')) == 0x8A9136AA);
    CHECK(journal::crc32c(std::string(32, '\xFF')) == 0x62A8AB43);
    CHECK(journal::crc32c("") == 0);
    // Whichever way it is cut into eights.
    std::string text;
    for (std::size_t size = 0; size < 40; ++size) {
        std::uint32_t value = 0xFFFFFFFF;
        for (char const byte : text) {
            value ^= static_cast<std::uint8_t>(byte);
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1) != 0 ? (value >> 1) ^ 0x82F63B78 : value >> 1;
            }
        }
        CHECK(journal::crc32c(text) == ~value);
        text.push_back(static_cast<char>(200 + 7 * size));
    }
}
