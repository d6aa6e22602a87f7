#include "room/room.hpp"

#include "base/check.hpp"
#include "base/overload.hpp"
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
    if (spoken_ == Position{}) spoken_ = broadcast_ = snapshot_ = board_.position;
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

void Room::look(std::function<std::string(board::Board const&)> view, Reply<std::string> reply)
{
    put(Look{std::move(view), std::move(reply)});
}

void Room::leave(Guest guest)
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
    present_.erase(found);
    searches_.erase(guest);
    if (desk > 0 && claims_.leave(desk)) note_claims();
    if (auto const own = seats_of_.find(participant); own != seats_of_.end()) {
        own->second.erase(guest);
        if (own->second.empty()) seats_of_.erase(own);
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
    auto decided = board::consider(board_, by, now, question.request.command);
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
    switch (outcome) {
    case journal::Outcome::Durable: break;
    case journal::Outcome::Full: return take_back(board::RefusalWord::NotSaved);
    case journal::Outcome::Busy: return take_back(board::RefusalWord::Busy);
    case journal::Outcome::Conflict:
    case journal::Outcome::Failed: return vanish(Dismissal::RoomLost, board::RefusalWord::NotSaved);
    }
    state_ = State::Ready;
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
                       [&](auto& listens) { inbox_.push_front(std::move(listens)); },
                   },
                   *item);
    }
    beat_.clear();
    state_ = State::Reading;
    read();
}

// --- what is said once it is on disk

void Room::speak()
{
    auto const beat = std::exchange(beat_, {});
    auto const replies = std::exchange(replies_, {});

    if (answers_desk())
        broadcast_now();
    else
        broadcast_when_due();
    for (auto const& participant : touched_) owe(participant, spoken_);
    tell_what_is_owed();
    for (auto& [guest, answers] : answers_) {
        if (!present_.contains(guest)) continue;
        auto& said = personal(guest);
        said.asked = answers.size();
        // One that was sent again meanwhile is answered once.
        std::set<Operation> told;
        std::erase_if(answers,
                      [&](auto const& answer) { return !told.insert(answer.operation).second; });
        said.answers = std::move(answers);
    }
    touched_.clear();
    answers_.clear();
    spoken_ = board_.position;
    for (auto const& item : beat) {
        if (auto const* late = std::get_if<CatchUp>(&item)) bring_up(*late);
    }
    send_announcements();
    dismiss_noted();

    // After the frames that are for those already here: whoever arrives is told everything at once.
    for (auto const& item : beat) {
        if (auto const* arrival = std::get_if<Arrival>(&item)) seat(*arrival);
    }
    send_announcements();

    answer_searches();
    for (auto const& reply : replies) reply();
    for (auto const& item : beat) {
        auto const* look = std::get_if<Look>(&item);
        if (!look) continue;
        if (board_.position.value > 0)
            look->reply(look->view(board_));
        else
            look->reply(unexpected(plain(board::RefusalWord::UnknownBoard)));
    }
}

void Room::owe(ParticipantNumber participant, Position since)
{
    auto const [owed, fresh] = owed_.try_emplace(participant, since);
    if (!fresh) owed->second = std::min(owed->second, since);
}

void Room::tell_what_is_owed()
{
    for (auto const& [participant, since] : std::exchange(owed_, {})) {
        auto const own = seats_of_.find(participant);
        if (own == seats_of_.end()) continue;
        auto const text = wire::yours(board_, participant, since);
        if (text.empty()) continue;
        for (auto const& guest : own->second) personal(guest).yours = text;
    }
}

// Who loses a seat by this event: whoever sits where a badge was before, or by a helper's link that
// has ended.
void Room::note_dismissals(board::Event const& event)
{
    if (auto const* moved = std::get_if<board::BadgeMoved>(&event)) {
        auto const own = seats_of_.find(moved->participant);
        if (own == seats_of_.end()) return;
        for (auto const& guest : own->second) dismissed_[guest] = Dismissal::BadgeMoved;
    }
    if (auto const* revoked = std::get_if<board::HelperRevoked>(&event)) {
        auto const& credential = board_.helpers.at(revoked->helper).credential;
        for (auto const& [guest, present] : present_) {
            if (present.helper == credential) dismissed_[guest] = Dismissal::UnknownCredential;
        }
    }
}

// After their answers.
void Room::dismiss_noted()
{
    for (auto const& [guest, why] : std::exchange(dismissed_, {})) {
        halls_.dismiss(guest, why);
        leave(guest);
    }
}

void Room::seat(Arrival const& arrival)
{
    auto const& [guest, visitor] = arrival;
    if (board_.position.value == 0) return halls_.dismiss(guest, Dismissal::UnknownBoard);
    auto const actor = visitor.credential ? board::member(board_, *visitor.credential)
                                          : board::Actor{board::Role::Observer, {}};
    if (!actor) {
        bool const moved = board_.replaced.contains(*visitor.credential);
        return halls_.dismiss(guest, moved ? Dismissal::BadgeMoved : Dismissal::UnknownCredential);
    }

    bool const at_desk = wire::audience(actor->role) == wire::Audience::Desk;
    auto const desk = at_desk ? ++last_desk_ : 0;
    // A helper may be here as such, or beside somebody whose tablet this is.
    auto helper = actor->role == board::Role::Helper ? visitor.credential : visitor.helper;
    if (helper) {
        auto const known = board::member(board_, *helper);
        if (!known || known->role != board::Role::Helper) {
            return halls_.dismiss(guest, Dismissal::UnknownCredential);
        }
    }

    present_.insert_or_assign(
        guest, Present{*actor, visitor.device, desk, visitor.channel, std::move(helper)});
    if (actor->participant.value > 0) seats_of_[actor->participant].insert(guest);

    auto const device = board_.devices.find({*actor, visitor.device});
    auto const highest = device == board_.devices.end() ? Operation{} : device->second.highest;
    halls_.welcome(guest, actor->role, wire::welcome(*actor, highest, clock_(), desk));

    // A position ahead of ours is from another history: start over.
    auto const known = visitor.position.value_or(Position{});
    bool const resumes = known.value > 0 && known <= board_.position;
    auto const since = resumes ? known : Position{};
    auto& said = personal(guest);
    said.full = !resumes;
    said.position = board_.position;
    auto const audience = wire::audience(actor->role);
    said.changes = resumes
                       ? std::make_shared<std::string const>(wire::changes(board_, audience, since))
                       : everything(audience);
    // Only what missed is told where that is shorter than the whole.
    if (resumes && said.changes->size() > everything(audience)->size()) {
        said.full = true;
        said.changes = everything(audience);
    }
    if (audience != wire::Audience::Everyone) said.changes = with_presence(*said.changes, audience);
    if (actor->participant.value > 0) {
        said.yours = wire::yours(board_, actor->participant, said.full ? Position{} : since);
    }
    note_presence();
}

void Room::bring_up(CatchUp const& late)
{
    auto const present = present_.find(late.guest);
    if (present == present_.end()) return;
    auto const& actor = present->second.actor;
    auto const audience = wire::audience(actor.role);
    auto& said = personal(late.guest);
    said.resume = true;
    said.position = board_.position;
    said.changes = std::make_shared<std::string const>(wire::changes(board_, audience, late.told));
    if (audience != wire::Audience::Everyone) said.changes = with_presence(*said.changes, audience);
    if (actor.participant.value > 0) {
        said.yours = wire::yours(board_, actor.participant, late.told);
    }
}

std::shared_ptr<std::string const> Room::everything(wire::Audience audience)
{
    auto& kept = everything_[static_cast<std::size_t>(audience)];
    if (!kept.text || kept.position != board_.position) {
        kept = {board_.position,
                std::make_shared<std::string const>(wire::changes(board_, audience, Position{}))};
    }
    return kept.text;
}

// --- what everybody is told

void Room::broadcast_when_due()
{
    if (board_.position == broadcast_ && !presence_due_ && !claims_due_) return;
    auto const now = thread_.now();
    auto const next = last_broadcast_ + habits_.frame_interval;
    if (now >= next) return broadcast_now();
    if (broadcast_waiting_) return;
    broadcast_waiting_ = true;
    auto const wait = std::chrono::ceil<std::chrono::milliseconds>(next - now);
    thread_.after(wait, [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.broadcast_waiting_ = false;
        // During an append the board is ahead of the disk; its landing will broadcast.
        if (room.state_ != State::Ready) return;
        room.broadcast_when_due();
        room.tell_what_is_owed();
        room.send_announcements();
    });
}

bool Room::answers_desk() const
{
    return std::any_of(answers_.begin(), answers_.end(), [this](auto const& answer) {
        auto const present = present_.find(answer.first);
        return present != present_.end() && present->second.actor.participant.value == 0;
    });
}

void Room::broadcast_now()
{
    if (board_.position == broadcast_ && !presence_due_ && !claims_due_) return;
    last_broadcast_ = thread_.now();
    broadcast();
}

void Room::broadcast()
{
    auto const since = std::exchange(broadcast_, board_.position);
    auto const people = connected();
    bool const told_presence = presence_due_ && people != presence_told_;
    presence_due_ = false;
    bool const told_claims = std::exchange(claims_due_, false);
    std::array<std::shared_ptr<std::string const>, wire::audiences.size()> texts;
    std::array<wire::Frame, wire::audiences.size()> frames;
    for (auto const audience : wire::audiences) {
        auto text = wire::changes(board_, audience, since);
        bool const hears = told_presence || (told_claims && audience == wire::Audience::Desk);
        if (hears && audience != wire::Audience::Everyone) {
            text = *with_presence(std::move(text), audience);
        }
        auto const index = static_cast<std::size_t>(audience);
        if (text == "[]") continue;
        frames[index] = wire::frame({.position = board_.position, .changes = text});
        texts[index] = std::make_shared<std::string const>(std::move(text));
    }
    if (told_presence) presence_told_ = people;

    std::set<std::size_t> halls;
    for (auto const& [guest, present] : present_) halls.insert(guest.hall);
    for (auto const hall : halls) {
        auto& said = announcements_[hall];
        said.changes = texts;
        said.frames = frames;
        said.position = board_.position;
    }
    // Tallies that show after one's own vote are nobody's but the voter's to see.
    if (auto const* ballot = board::open_ballot(board_);
        ballot && ballot->results == board::ResultsRule::AfterOwnVote) {
        for (auto const& [number, voter] : ballot->voters) {
            if (seats_of_.contains(number)) owe(number, since);
        }
    }
}

Announcement& Room::to(std::size_t hall)
{
    auto const [said, fresh] = announcements_.try_emplace(hall);
    if (fresh) said->second.position = broadcast_;
    return said->second;
}

Announcement::Personal& Room::personal(Guest guest)
{
    auto& said = personal_[guest];
    if (said.seat == SeatNumber{}) {
        said.seat = guest.seat;
        // A frame with only answers does not move how far the seat has been told.
        said.position = broadcast_;
    }
    return said;
}

void Room::send_announcements()
{
    for (auto& [guest, said] : personal_) to(guest.hall).personal.push_back(std::move(said));
    personal_.clear();
    for (auto& [hall, said] : announcements_) {
        halls_.announce(hall, std::make_shared<Announcement const>(std::move(said)));
    }
    announcements_.clear();
}

// --- presence and snapshots

std::uint64_t Room::connected() const
{
    return seats_of_.size();
}

std::shared_ptr<std::string const> Room::with_presence(std::string changes,
                                                       wire::Audience audience) const
{
    auto also = wire::presence_change(connected());
    if (audience == wire::Audience::Desk) also += "," + wire::claims_change(claims_.held());
    auto const separator = changes == "[]" ? "" : ",";
    changes.insert(changes.size() - 1, separator + also);
    return std::make_shared<std::string const>(std::move(changes));
}

void Room::note_presence()
{
    if (presence_waiting_ || connected() == presence_told_) return;
    presence_waiting_ = true;
    thread_.after(habits_.presence_interval, [self = self_] {
        if (!*self) return;
        auto& room = **self;
        room.presence_waiting_ = false;
        room.presence_due_ = true;
        if (room.state_ != State::Ready) return;
        room.broadcast_when_due();
        room.tell_what_is_owed();
        room.send_announcements();
    });
}

void Room::save_snapshot_when_due()
{
    if (board_.position.value < snapshot_.value + habits_.snapshot_events) return;
    snapshot_ = board_.position;
    journal_.save_snapshot(std::make_shared<board::Board const>(board_));
}

} // namespace koudmen::room
