#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/thread.hpp"
#include "board/command.hpp"
#include "board/decide.hpp"
#include "board/event.hpp"
#include "board/similar.hpp"
#include "board/import.hpp"
#include "board/state.hpp"
#include "journal/journal.hpp"
#include "room/claims.hpp"
#include "room/counts.hpp"
#include "journal/lines.hpp"
#include "room/guesses.hpp"
#include "room/hall.hpp"
#include "room/seat.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <array>
#include <compare>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace koudmen::room {

// How rooms behave.
struct Habits {
    std::chrono::milliseconds frame_interval{50}; // Shared frames leave at most this often.
    std::chrono::milliseconds presence_interval{1000};
    std::chrono::seconds return_time{60};          // So long one whose line was cut is waited for.
    std::chrono::seconds idle_time{60};            // A room nobody needs is let go after this.
    std::uint64_t snapshot_events = 20'000;        // A snapshot is saved after so many events.
    std::chrono::milliseconds full_pause{500};     // How long a full disk is not asked again.
    std::chrono::milliseconds archive_pause{2000}; // Between two archives that differ.
    std::chrono::milliseconds whole_pause{1000};   // Between two whole boards that newcomers share.
};

// Requests that may wait while an append is under way. Beyond, they are refused as busy.
inline constexpr std::size_t inbox_max = 65'536;

// Requests decided in one beat, so that one append stays bounded.
inline constexpr std::size_t beat_requests_max = 4'096;

// A board whose text is shorter is told to each who comes in one frame of their own.
inline constexpr std::size_t whole_bytes_min = 4'096;

// Searches for similar proposals that are answered before anything else has its turn.
inline constexpr std::size_t searches_at_once_max = 64;

// A seat as its room knows it: which hall, and its number there.
struct Guest {
    std::size_t hall = 0;
    SeatNumber seat;

    friend auto operator<=>(Guest const&, Guest const&) = default;
};

// How a room reaches the halls of its board, each on its own thread.
class Halls {
public:
    virtual ~Halls() = default;
    virtual void welcome(Guest guest, board::Role role, wire::Frame frame) = 0;
    virtual void announce(std::size_t hall, std::shared_ptr<Announcement const> announcement) = 0;
    virtual void tell(Guest guest, wire::Frame frame) = 0;
    virtual void dismiss(Guest guest, Dismissal why) = 0;
};

// What somebody asks over HTTP with a credential of the desk: decided like a command, and answered
// with what `tell` says of the board once it is on disk.
struct Act {
    std::function<board::Decided(board::Board const&)> decide;
    std::function<std::string(board::Board const&)> tell;
};

// A command of a participant without a seat: it came with a form, over HTTP. Decided as a seat's is. A
// form that is sent twice has one effect; one whose operation was done with other words is refused.
struct Letter {
    CredentialHash by;
    DeviceId device;
    wire::Request request;
};

// The one live copy of a board.
//
// A room works in beats. All requests that wait are decided and applied, their events appended in
// one go, and until the append has landed nothing more is decided and nothing is said: so whenever
// the room speaks, its board is what is on disk, and no word of it, not even a refusal, can be
// taken back by a power cut. Requests that arrive during an append cost nothing by waiting: the
// journal's one writer would have them wait for the same sync.
//
// If an append wrote nothing for want of space, what was asked is refused as not saved, the board is
// read again, and everybody stays. If it failed, what was asked is not answered, everybody is sent
// away with "come back", and the room is lost(): whoever owns it drops it, and the next visitor has
// it rebuilt from disk.
//
// Lives on its thread. Callbacks given to it are called there.
class Room {
public:
    using Clock = std::function<Moment()>;
    template <class T>
    using Reply = std::function<void(Result<T, board::Refusal>)>;

    // Starts reading the board from the journal at once; requests wait until it is there.
    Room(Thread& thread, journal::Journal& journal, Halls& halls, BoardCode code,
         Habits const& habits, Clock clock);
    ~Room();
    Room(Room const&) = delete;
    Room& operator=(Room const&) = delete;

    // --- from halls
    void enter(Guest guest, Visitor visitor);
    void ask(Guest guest, wire::Request request);
    void catch_up(Guest guest, Position told);
    void claim(Guest guest, wire::Claim claim);
    void similar_to(Guest guest, wire::SimilarTo asked);
    void leave(Guest guest, Parting parting);

    // --- from the HTTP door. Each reply comes once, after what it tells is on disk.
    void create(board::CreateBoard command, Reply<BoardCode> reply);
    void join(board::JoinBoard command, Reply<std::string> reply); // The answer's JSON text.
    void act(Act act, Reply<std::string> reply);
    void ask(Letter letter, Reply<void> reply);
    void import(board::Import asked, Reply<std::vector<board::RowProblem>> reply);
    void look(std::function<std::string(board::Board const&)> view, Reply<std::string> reply);
    // The archive that anybody may have. It is long to make: once for each position, and while the
    // board moves it may be `archive_pause` old. Its manifest tells its position.
    void archive(Reply<std::string> reply);

    // The whole board, its journal too, made into one text or file: for the facilitator alone, whose
    // credential's hash is given (carry.cpp).
    using Whole = std::function<std::string(board::Board const& board, std::string lines)>;
    void carry(CredentialHash const& by, Whole make, Reply<std::string> reply);

    // A board that was carried here. Refused where there is one with its code.
    void restore(std::shared_ptr<journal::Carried> carried, Reply<BoardCode> reply);

    // Sends everybody away, and saves a snapshot if there is something new to save.
    void close(Dismissal why);

    // An append or the reading failed, or there is no such board: nothing more will happen here.
    bool lost() const { return state_ == State::Lost; }

    // Nobody is here and nothing is waiting.
    bool idle() const;

    BoardCode const& code() const { return code_; }

private:
    enum class State { Reading, Ready, Appending, Lost };

    struct Arrival {
        Guest guest;
        Visitor visitor;
    };
    struct Question {
        Guest guest;
        wire::Request request;
    };
    struct CatchUp {
        Guest guest;
        Position told;
    };
    struct Creation {
        board::CreateBoard command;
        Reply<BoardCode> reply;
    };
    struct Joining {
        board::JoinBoard command;
        Reply<std::string> reply;
    };
    struct Acting {
        Act act;
        Reply<std::string> reply;
    };
    struct Posting {
        Letter letter;
        Reply<void> reply;
    };
    struct Restoration {
        std::shared_ptr<journal::Carried> carried;
        Reply<BoardCode> reply;
    };
    struct Importing {
        board::Import asked;
        Reply<std::vector<board::RowProblem>> reply;
    };
    struct Carrying;
    struct Look {
        std::function<std::string(board::Board const&)> view;
        Reply<std::string> reply;
    };
    using Item = std::variant<Arrival, Question, CatchUp, Creation, Joining, Acting, Posting,
                              Restoration, Importing, Look>;

    struct Present {
        board::Actor actor;
        DeviceId device;
        std::uint64_t desk = 0; // The number of a desk among those that are here, else 0.
        board::Channel channel = board::Channel::Phone;
        std::optional<CredentialHash> helper; // Without whom it may not be here.
        bool inflates = false;
    };

    // The whole board as one audience may see it. Of a long one the frames are the same for everybody
    // who comes, and may be of a moment ago; then what changed since is beside them.
    struct WholeBoard {
        Position position;
        std::chrono::steady_clock::time_point made_at{};
        std::size_t size = 0;                       // Of its text; 0 before the first.
        std::shared_ptr<std::string const> changes; // The text of a short one.
        wire::Frame plain;                          // Of a long one, both.
        wire::Frame compressed;
        std::shared_ptr<std::string const> since; // Up to `since_position`.
        Position since_position;
    };

    void read();
    void opened(Result<board::Board, journal::Fault> loaded);
    void vanish(Dismissal why, board::RefusalWord word);
    void turn_away(Item& item, Dismissal why, board::RefusalWord word);
    void put(Item item);
    void work();
    void decide_all(std::vector<board::Recorded>& events);
    void refuse_all(board::RefusalWord word);
    void decide(Question const& question, std::vector<board::Recorded>& events);
    void decide(Creation const& creation, std::vector<board::Recorded>& events);
    void decide(Joining const& joining, std::vector<board::Recorded>& events);
    void decide(Acting const& acting, std::vector<board::Recorded>& events);
    void decide(Posting const& posting, std::vector<board::Recorded>& events);
    board::Decided decided(Letter const& letter, Moment now) const;
    void refuse_joining(Joining const& joining, board::Refusal const& refusal);
    void note_dismissals(board::Event const& event);
    void dismiss_noted();
    void decide(Restoration const& restoration, std::vector<board::Recorded>& events);
    void decide(Importing const& importing, std::vector<board::Recorded>& events);
    void carry_on(std::shared_ptr<Carrying> carrying);
    void record(std::vector<board::Event> happened, board::Stamp const& by, Moment now,
                std::vector<board::Recorded>& events);
    void landed(journal::Outcome outcome);
    void take_back(board::RefusalWord word);
    void speak();
    // What this participant is to hear of their own with the next frame, since then or earlier.
    void owe(ParticipantNumber participant, Position since);
    void tell_what_is_owed();
    void seat(Arrival const& arrival);
    void bring_up(CatchUp const& late);
    void answer_searches();
    void broadcast_when_due();
    void broadcast_now();
    bool nothing_to_tell() const;
    Position counts_heard(wire::Audience audience, Position told) const;
    // Whether the desk is about to be answered: it hears what it did in the same breath, so that
    // nothing on its screen blinks. A desk acts by hand, so this is never a storm.
    bool answers_desk() const;
    void broadcast();
    // What phones are told since then. Counts of votes may wait for a later time.
    std::string phones_text(Position since);
    struct CountsSince {
        bool changed = false;
        bool called_for = false; // Something changed without which they cannot be understood.
    };
    CountsSince counts_since(Position since) const;
    void tell_counts_when_due();
    // Everybody forgets what they were told, and is told the whole board: a rehearsal was purged.
    void tell_anew();
    void tell_whole(Announcement::Personal& said, board::Actor const& actor, bool inflates);
    Announcement& to(std::size_t hall);
    Announcement::Personal& personal(Guest guest);
    void send_announcements();
    // A list of changes with what no position tells: how many people are here, and to the desks who
    // reads what and how busy the room is.
    std::shared_ptr<std::string const> with_presence(std::string changes,
                                                     wire::Audience audience) const;
    void note_presence();
    // The desks must hear, soon, that somebody began or ended to read something.
    void note_claims();
    void end_claims_when_due();
    wire::Present people_here() const;
    // Somebody whose line was cut is waited for a while, and then forgotten.
    void await_again(ParticipantNumber participant);
    void forget_in(std::chrono::steady_clock::duration wait);
    void note_written(std::uint64_t votes);
    void note_activity();
    void save_snapshot_when_due();
    WholeBoard const& whole_board(wire::Audience audience);
    void make_whole_board(wire::Audience audience, WholeBoard& kept) const;

    Thread& thread_;
    journal::Journal& journal_;
    Halls& halls_;
    BoardCode const code_;
    Habits const habits_;
    Clock const clock_;

    State state_ = State::Reading;
    board::Board board_;
    std::deque<Item> inbox_;
    std::map<Guest, Present> present_;
    // How many they are in each hall, by audience.
    std::map<std::size_t, std::array<std::size_t, wire::audiences.size()>> attendance_;
    std::map<ParticipantNumber, std::set<Guest>> seats_of_;

    // What this beat will say once it has landed.
    std::vector<Item> beat_;
    std::map<Guest, std::vector<wire::Answer>> answers_;
    std::vector<std::function<void()>> replies_;
    std::set<ParticipantNumber> touched_;
    // Seats that lost their right in this beat: a badge was used elsewhere, a helper's link ended.
    std::map<Guest, Dismissal> dismissed_;

    WrongGuesses wrong_guesses_;

    std::string archive_; // Of `archived_`; empty before the first.
    Position archived_;
    std::chrono::steady_clock::time_point archived_at_{};

    std::map<ParticipantNumber, Position> owed_;

    Position spoken_;    // What participants were told of their own.
    Position broadcast_; // What everybody was told.
    std::chrono::steady_clock::time_point last_broadcast_{};
    bool broadcast_waiting_ = false; // A timer is under way.
    Counts counts_;
    bool counts_withheld_ = false;
    bool counts_waiting_ = false; // A timer is under way.
    bool counts_told_ = false;    // What one's own vote shows of them is not charged yet.
    wire::Present presence_told_;
    // Whose line was cut, and when. One who has a seat again is not in it.
    std::map<ParticipantNumber, std::chrono::steady_clock::time_point> cut_off_;
    bool forgetting_waits_ = false; // A timer is under way.
    bool presence_waiting_ = false; // A timer is under way.
    bool presence_due_ = false;
    std::optional<std::uint64_t> writing_; // Votes in what is on its way to the disk, if anything.
    std::uint64_t votes_ = 0;              // Recorded since `activity_` was counted.
    std::optional<Moment> written_at_;
    wire::Activity activity_; // As the desks are told.
    bool activity_due_ = false;
    bool activity_waiting_ = false;             // A timer is under way.
    board::Similar similar_;                    // Follows the board when somebody asks.
    std::map<Guest, wire::SimilarTo> searches_; // Not answered yet; one for each seat.
    Claims claims_;
    std::uint64_t last_desk_ = 0;
    bool claims_due_ = false;
    bool claims_waiting_ = false; // A timer is under way.

    // What is being said, by hall; then sent in one message each.
    std::map<std::size_t, Announcement> announcements_;
    std::map<Guest, Announcement::Personal> personal_;
    std::array<WholeBoard, wire::audiences.size()> whole_boards_;
    Position snapshot_;
    std::chrono::steady_clock::time_point full_until_{};

    // Callbacks outlive the room only to find this gone.
    std::shared_ptr<Room*> self_;
};

} // namespace koudmen::room
