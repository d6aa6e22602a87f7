#include "room/room.hpp"

#include "base/check.hpp"
#include "base/overload.hpp"
#include "board/asking.hpp"
#include "board/decide.hpp"
#include "board/results.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace koudmen::room {

namespace {

board::Refusal plain(board::RefusalWord word)
{
    return {word, {}, {}};
}

// Everybody who votes in a ballot that covers the proposal.
void voters_on(board::Board const& board, ProposalId const& proposal,
               std::set<ParticipantNumber>& touched)
{
    for (auto const& [id, ballot] : board.ballots) {
        if (!ballot.tallies.contains(proposal)) continue;
        for (auto const& [number, voter] : ballot.voters) touched.insert(number);
    }
}

// The participants who are told something of their own by this event.
void touch_people(board::Board const& board, board::Event const& event,
                  std::set<ParticipantNumber>& touched)
{
    auto const author_of = [&](ProposalId const& id) {
        auto const proposal = board.proposals.find(id);
        if (proposal != board.proposals.end()) touched.insert(proposal->second.author);
    };
    std::visit(
        [&](auto const& happened) {
            if constexpr (requires { happened.participant; }) touched.insert(happened.participant);
            if constexpr (requires { happened.author; }) touched.insert(happened.author);
            if constexpr (
                requires { ProposalId{happened.proposal}; } &&
                !requires { happened.participant; }) {
                author_of(happened.proposal);
            }
            // A merge moves the choices of everybody who voted on what it is about.
            if constexpr (requires { happened.into; } ||
                          std::is_same_v<std::decay_t<decltype(happened)>,
                                         board::ProposalUnmerged>) {
                voters_on(board, happened.proposal, touched);
            }
            if constexpr (std::is_same_v<std::decay_t<decltype(happened)>, board::BallotReopened>) {
                auto const& ballot = board.ballots.at(happened.ballot);
                if (ballot.joined.empty()) return;
                for (auto const& [number, voter] : ballot.voters) touched.insert(number);
            }
            if constexpr (requires { happened.comment; }) {
                auto const comment = board.comments.find(happened.comment);
                if (comment != board.comments.end()) touched.insert(comment->second.author);
            }
        },
        event);
}

} // namespace

Room::Room(Thread& thread, journal::Journal& journal, Halls& halls, BoardCode code,
           Habits const& habits, Clock clock)
    : thread_(thread),
      journal_(journal),
      halls_(halls),
      code_(std::move(code)),
      habits_(habits),
      clock_(std::move(clock)),
      self_(std::make_shared<Room*>(this))
{
    read();
}

Room::~Room()
{
    *self_ = nullptr;
}

// --- reading the board

void Room::read()
{
    journal_.load(code_, thread_, [self = self_](Result<board::Board, journal::Fault> loaded) {
        if (*self) (*self)->opened(std::move(loaded));
    });
}

void Room::opened(Result<board::Board, journal::Fault> loaded)
{
    thread_.check_here();
    if (state_ != State::Reading) return;
    if (!loaded) return vanish(Dismissal::RoomLost, board::RefusalWord::NotSaved);
    board_ = std::move(*loaded);
    if (spoken_ == Position{}) {
        spoken_ = broadcast_ = snapshot_ = board_.position;
        counts_.begin(board_.position);
    }
    state_ = State::Ready;
    speak(); // Where it was read again, what could not be saved is answered now.
    work();
}

// Nothing that waited is answered as done; devices keep what they sent and come back with it.
void Room::vanish(Dismissal why, board::RefusalWord word)
{
    state_ = State::Lost;
    std::vector<Item> unanswered(std::make_move_iterator(inbox_.begin()),
                                 std::make_move_iterator(inbox_.end()));
    inbox_.clear();
    std::move(beat_.begin(), beat_.end(), std::back_inserter(unanswered));
    beat_.clear();
    replies_.clear();
    answers_.clear();
    for (auto& item : unanswered) turn_away(item, why, word);
    for (auto const& [guest, present] : present_) halls_.dismiss(guest, why);
    present_.clear();
    attendance_.clear();
    seats_of_.clear();
}

// A device that gets no answer is sent away: it keeps what it asked and comes back with it.
void Room::turn_away(Item& item, Dismissal why, board::RefusalWord word)
{
    std::visit(
        [&](auto& asked) {
            if constexpr (requires { asked.reply; })
                asked.reply(unexpected(plain(word)));
            else
                halls_.dismiss(asked.guest, why);
        },
        item);
}

// --- from halls and the HTTP door

void Room::enter(Guest guest, Visitor visitor)
{
    put(Arrival{guest, std::move(visitor)});
}

void Room::ask(Guest guest, wire::Request request)
{
    put(Question{guest, std::move(request)});
}

void Room::catch_up(Guest guest, Position told)
{
    put(CatchUp{guest, told});
}

void Room::create(board::CreateBoard command, Reply<BoardCode> reply)
{
    put(Creation{std::move(command), std::move(reply)});
}

void Room::join(board::JoinBoard command, Reply<std::string> reply)
{
    put(Joining{std::move(command), std::move(reply)});
}

void Room::act(Act act, Reply<std::string> reply)
{
    put(Acting{std::move(act), std::move(reply)});
}

void Room::ask(Letter letter, Reply<void> reply)
{
    put(Posting{std::move(letter), std::move(reply)});
}

void Room::look(std::function<std::string(board::Board const&)> view, Reply<std::string> reply)
{
    put(Look{std::move(view), std::move(reply)});
}

void Room::leave(Guest guest, Parting parting)
{
    thread_.check_here();
    // One that came and went before it was seated.
    std::erase_if(inbox_, [&](Item const& item) {
        auto const* arrival = std::get_if<Arrival>(&item);
        return arrival && arrival->guest == guest;
    });
    std::erase_if(beat_, [&](Item const& item) {
        auto const* arrival = std::get_if<Arrival>(&item);
        return arrival && arrival->guest == guest;
    });
    auto const found = present_.find(guest);
    if (found == present_.end()) return;
    auto const participant = found->second.actor.participant;
    auto const desk = found->second.desk;
    auto const hall = attendance_.find(guest.hall);
    --hall->second[static_cast<std::size_t>(wire::audience(found->second.actor.role))];
    if (hall->second == std::array<std::size_t, wire::audiences.size()>{}) attendance_.erase(hall);
    present_.erase(found);
    searches_.erase(guest);
    if (desk > 0 && claims_.leave(desk)) note_claims();
    if (auto const own = seats_of_.find(participant); own != seats_of_.end()) {
        own->second.erase(guest);
        if (own->second.empty()) {
            seats_of_.erase(own);
            if (parting == Parting::CutOff) await_again(participant);
        }
    }
    note_presence();
}

void Room::put(Item item)
{
    thread_.check_here();
    if (state_ == State::Lost || inbox_.size() >= inbox_max) {
        bool const lost = state_ == State::Lost;
        return turn_away(item, lost ? Dismissal::RoomLost : Dismissal::Full,
                         lost ? board::RefusalWord::NotSaved : board::RefusalWord::Busy);
    }
    inbox_.push_back(std::move(item));
    work();
}

bool Room::idle() const
{
    return state_ == State::Ready && present_.empty() && inbox_.empty();
}

void Room::close(Dismissal why)
{
    thread_.check_here();
    if (state_ == State::Ready && board_.position > snapshot_) {
        journal_.save_snapshot(std::make_shared<board::Board const>(std::move(board_)));
    }
    vanish(why, board::RefusalWord::Busy);
}

// --- one beat

void Room::work()
{
    if (state_ != State::Ready || inbox_.empty()) return;
    auto const count = std::min(inbox_.size(), beat_requests_max);
    beat_.assign(std::make_move_iterator(inbox_.begin()),
                 std::make_move_iterator(inbox_.begin() + static_cast<std::ptrdiff_t>(count)));
    inbox_.erase(inbox_.begin(), inbox_.begin() + static_cast<std::ptrdiff_t>(count));

    auto const before = board_.position;
    std::vector<board::Recorded> events;
    decide_all(events);

    state_ = State::Appending;
    if (events.empty()) {
        // Nothing new: the board is on disk as it is, and may be spoken of.
        return landed(journal::Outcome::Durable);
    }
    writing_ = static_cast<std::uint64_t>(
        std::count_if(events.begin(), events.end(), [](board::Recorded const& recorded) {
            return std::holds_alternative<board::ChoiceCast>(recorded.event);
        }));
    journal_.append(code_, before, std::move(events), thread_,
                    [self = self_](journal::Outcome outcome) {
                        if (*self) (*self)->landed(outcome);
                    });
}

void Room::decide_all(std::vector<board::Recorded>& events)
{
    // The disk was full a moment ago: it is not asked again for each of a thousand phones.
    if (thread_.now() < full_until_) return refuse_all(board::RefusalWord::NotSaved);
    for (auto& item : beat_) {
        std::visit(overload{
                       [&](Question const& question) { decide(question, events); },
                       [&](Creation const& creation) { decide(creation, events); },
                       [&](Joining const& joining) { decide(joining, events); },
                       [&](Acting const& acting) { decide(acting, events); },
                       [&](Posting const& posting) { decide(posting, events); },
                       [&](Restoration const& restoration) { decide(restoration, events); },
                       [&](Importing const& importing) { decide(importing, events); },
                       [](auto const&) {}, // Arrivals, late seats and looks only listen.
                   },
                   item);
    }
}

void Room::refuse_all(board::RefusalWord word)
{
    for (auto& item : beat_) {
        std::visit(
            overload{
                [&](Question const& question) {
                    answers_[question.guest].push_back({question.request.operation, plain(word)});
                },
                [&](Look const&) {},
                [&](auto const& asked) {
                    if constexpr (requires { asked.reply; }) {
                        replies_.push_back(
                            [reply = asked.reply, word] { reply(unexpected(plain(word))); });
                    }
                },
            },
            item);
    }
}

void Room::decide(Question const& question, std::vector<board::Recorded>& events)
{
    auto const present = present_.find(question.guest);
    if (present == present_.end()) return; // It left meanwhile, and will ask again when it is back.
    auto const& here = present->second;
    bool const paper = std::holds_alternative<board::RecordPaper>(question.request.command);
    board::Stamp const by{here.actor, here.device, question.request.operation,
                          paper ? board::Channel::Paper : here.channel};
    auto const now = clock_();
    wire::Answer answer{question.request.operation, {}};
    if (auto const gone = dismissed_.find(question.guest); gone != dismissed_.end()) {
        answer.refusal =
            plain(gone->second == Dismissal::BadgeMoved ? board::RefusalWord::BadgeMoved
                                                        : board::RefusalWord::UnknownCredential);
        answers_[question.guest].push_back(std::move(answer));
        return;
    }
    auto decided =
        board::consider(board_, by, now, question.request.command, question.request.told);
    auto const treated = board::treats(question.request.command);
    if (treated && decided && claims_.another_reads(here.desk, *treated, thread_.now())) {
        decided = unexpected(board::Refusal{board::RefusalWord::Claimed, "proposal", {}});
    }
    if (treated && decided && claims_.treated(*treated)) claims_due_ = true;
    if (decided)
        record(std::move(*decided), by, now, events);
    else
        answer.refusal = std::move(decided.error());
    answers_[question.guest].push_back(std::move(answer));
}

void Room::decide(Creation const& creation, std::vector<board::Recorded>& events)
{
    auto decided = board::decide(board_, creation.command);
    if (!decided) {
        replies_.push_back(
            [reply = creation.reply, refusal = decided.error()] { reply(unexpected(refusal)); });
        return;
    }
    record(std::move(*decided), {{board::Role::Facilitator, {}}, {}, {}}, clock_(), events);
    replies_.push_back([reply = creation.reply, code = code_] { reply(code); });
}

void Room::decide(Joining const& joining, std::vector<board::Recorded>& events)
{
    auto decided = board::decide(board_, joining.command);
    if (!decided) return refuse_joining(joining, decided.error());
    record(std::move(*decided), {{board::Role::Observer, {}}, {}, {}, joining.command.channel},
           clock_(), events);
    auto const actor = board::member(board_, joining.command.credential);
    check(actor.has_value(), "who joined is a member");
    replies_.push_back([this, reply = joining.reply, number = actor->participant] {
        reply(wire::joined(board_.participants.at(number)));
    });
}

void Room::refuse_joining(Joining const& joining, board::Refusal const& refusal)
{
    auto answer = [reply = joining.reply, refusal] { reply(unexpected(refusal)); };
    if (refusal.word != board::RefusalWord::UnknownBadge) {
        replies_.push_back(std::move(answer));
        return;
    }
    auto const wait = wrong_guesses_.wait(joining.command.credential, thread_.now());
    replies_.push_back([this, wait, answer = std::move(answer)] { thread_.after(wait, answer); });
}

void Room::decide(Acting const& acting, std::vector<board::Recorded>& events)
{
    auto decided = acting.act.decide(board_);
    if (!decided) {
        replies_.push_back(
            [reply = acting.reply, refusal = decided.error()] { reply(unexpected(refusal)); });
        return;
    }
    record(std::move(*decided), {{board::Role::Facilitator, {}}, {}, {}}, clock_(), events);
    replies_.push_back([this, acting] { acting.reply(acting.act.tell(board_)); });
}

void Room::decide(Posting const& posting, std::vector<board::Recorded>& events)
{
    auto const& letter = posting.letter;
    auto const now = clock_();
    auto made = decided(letter, now);
    if (!made) {
        replies_.push_back(
            [reply = posting.reply, refusal = made.error()] { reply(unexpected(refusal)); });
        return;
    }
    auto const actor = board::member(board_, letter.by);
    record(std::move(*made), {*actor, letter.device, letter.request.operation}, now, events);
    replies_.push_back([reply = posting.reply] { reply({}); });
}

board::Decided Room::decided(Letter const& letter, Moment now) const
{
    using board::RefusalWord;
    auto const& [by, device, request] = letter;
    if (board_.position.value == 0) return unexpected(plain(RefusalWord::UnknownBoard));
    auto const actor = board::member(board_, by);
    if (!actor) {
        bool const moved = board_.replaced.contains(by);
        return unexpected(plain(moved ? RefusalWord::BadgeMoved : RefusalWord::UnknownCredential));
    }
    if (actor->role != board::Role::Participant) return unexpected(plain(RefusalWord::NotAllowed));
    auto made = board::consider(board_, {*actor, device, request.operation}, now, request.command,
                                request.told);
    if (!made || !made->empty()) return made;
    // Its operation was done before. A page that was gone back to may say something else with it now,
    // and must not hear that this was done: it hears why not, as anything new would.
    if (board::stands(board_, *actor, request.command)) return made;
    auto again = board::decide(board_, *actor, now, request.command);
    bool const taken = !again && again.error().word == RefusalWord::IdTaken;
    if (taken || (again && !again->empty())) {
        return unexpected(board::Refusal{RefusalWord::Superseded, "operation", {}});
    }
    return again;
}

void Room::record(std::vector<board::Event> happened, board::Stamp const& by, Moment now,
                  std::vector<board::Recorded>& events)
{
    for (auto& event : happened) {
        board::Recorded recorded{{board_.position.value + 1}, now, by, std::move(event)};
        board::apply(board_, recorded);
        touch_people(board_, recorded.event, touched_);
        note_dismissals(recorded.event);
        events.push_back(std::move(recorded));
    }
}

void Room::landed(journal::Outcome outcome)
{
    thread_.check_here();
    if (state_ != State::Appending) return;
    auto const votes = std::exchange(writing_, std::nullopt);
    switch (outcome) {
    case journal::Outcome::Durable: break;
    case journal::Outcome::Full: return take_back(board::RefusalWord::NotSaved);
    case journal::Outcome::Busy: return take_back(board::RefusalWord::Busy);
    case journal::Outcome::Conflict:
    case journal::Outcome::Failed: return vanish(Dismissal::RoomLost, board::RefusalWord::NotSaved);
    }
    state_ = State::Ready;
    if (votes) note_written(*votes);
    speak();
    save_snapshot_when_due();
    if (inbox_.empty()) return;
    // A new turn of the thread, so that a storm cannot keep others from theirs.
    thread_.post([self = self_] {
        if (*self) (*self)->work();
    });
}

// Nothing of the beat was written. Everybody stays: who asked for something is told so, once the board
// is again what it was; who only listens waits for that.
void Room::take_back(board::RefusalWord word)
{
    if (word == board::RefusalWord::NotSaved) full_until_ = thread_.now() + habits_.full_pause;
    for (auto& [guest, answers] : answers_) {
        for (auto& answer : answers) answer.refusal = plain(word);
    }
    replies_.clear();
    touched_.clear();
    dismissed_.clear();
    for (auto item = beat_.rbegin(); item != beat_.rend(); ++item) {
        std::visit(overload{
                       [](Question&) {}, // Answered above.
                       [&](Creation& asked) { asked.reply(unexpected(plain(word))); },
                       [&](Joining& asked) { asked.reply(unexpected(plain(word))); },
                       [&](Acting& asked) { asked.reply(unexpected(plain(word))); },
                       [&](Posting& asked) { asked.reply(unexpected(plain(word))); },
                       [&](Restoration& asked) { asked.reply(unexpected(plain(word))); },
                       [&](Importing& asked) { asked.reply(unexpected(plain(word))); },
                       [&](auto& listens) { inbox_.push_front(std::move(listens)); },
                   },
                   *item);
    }
    beat_.clear();
    state_ = State::Reading;
    read();
}

// --- snapshots

void Room::save_snapshot_when_due()
{
    if (board_.position.value < snapshot_.value + habits_.snapshot_events) return;
    snapshot_ = board_.position;
    journal_.save_snapshot(std::make_shared<board::Board const>(board_));
}

} // namespace koudmen::room
