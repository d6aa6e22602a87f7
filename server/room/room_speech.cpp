#include "board/results.hpp"
#include "room/room.hpp"

#include <algorithm>
#include <utility>

// What a room says, and to whom: after each beat, at each broadcast, to each who arrives.
namespace koudmen::room {

void Room::speak()
{
    auto const beat = std::exchange(beat_, {});
    auto const replies = std::exchange(replies_, {});

    if (spoken_ < board_.voided) tell_anew();
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
            look->reply(unexpected(board::Refusal{board::RefusalWord::UnknownBoard, {}, {}}));
    }
}

void Room::owe(ParticipantNumber participant, Position since)
{
    auto const [owed, fresh] = owed_.try_emplace(participant, since);
    if (!fresh) owed->second = std::min(owed->second, since);
}

void Room::tell_what_is_owed()
{
    std::size_t most = 0;
    for (auto const& [participant, since] : std::exchange(owed_, {})) {
        auto const own = seats_of_.find(participant);
        if (own == seats_of_.end()) continue;
        auto const text = wire::yours(board_, participant, since);
        if (text.empty()) continue;
        for (auto const& guest : own->second) personal(guest).yours = text;
        most = std::max(most, text.size());
    }
    if (std::exchange(counts_told_, false)) counts_.spend(most);
}

// Who loses a seat by this event: whoever sits where a badge was before, or by a link of a helper or an
// institution that has ended.
void Room::note_dismissals(board::Event const& event)
{
    if (auto const* moved = std::get_if<board::BadgeMoved>(&event)) {
        auto const own = seats_of_.find(moved->participant);
        if (own == seats_of_.end()) return;
        for (auto const& guest : own->second) dismissed_[guest] = Dismissal::BadgeMoved;
    }
    if (auto const* ended = std::get_if<board::HelperRevoked>(&event)) {
        auto const& credential = board_.helpers.at(ended->helper).credential;
        for (auto const& [guest, present] : present_) {
            if (present.helper == credential) dismissed_[guest] = Dismissal::UnknownCredential;
        }
    }
    if (auto const* ended = std::get_if<board::InstitutionRevoked>(&event)) {
        for (auto const& [guest, present] : present_) {
            if (present.actor.institution != ended->institution) continue;
            dismissed_[guest] = Dismissal::UnknownCredential;
        }
    }
}

// After their answers.
void Room::dismiss_noted()
{
    for (auto const& [guest, why] : std::exchange(dismissed_, {})) {
        halls_.dismiss(guest, why);
        leave(guest, Parting::Goodbye);
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

    present_.emplace(guest, Present{*actor, visitor.device, desk, visitor.channel,
                                    std::move(helper), visitor.inflates});
    ++attendance_[guest.hall][static_cast<std::size_t>(wire::audience(actor->role))];
    if (actor->participant.value > 0) {
        seats_of_[actor->participant].insert(guest);
        cut_off_.erase(actor->participant);
    }

    auto const device = board_.devices.find({*actor, visitor.device});
    auto const highest = device == board_.devices.end() ? Operation{} : device->second.highest;
    halls_.welcome(guest, actor->role, wire::welcome(*actor, highest, clock_(), desk));

    // A position ahead of ours is from another history: start over.
    auto const known = visitor.position.value_or(Position{});
    bool const resumes = known.value > 0 && known >= board_.voided && known <= board_.position;
    auto const since = resumes ? known : Position{};
    auto& said = personal(guest);
    said.position = board_.position;
    auto const audience = wire::audience(actor->role);
    auto const counts = counts_heard(audience, since);
    if (resumes) {
        said.changes =
            std::make_shared<std::string const>(wire::changes(board_, audience, since, counts));
    }
    // Only what was missed is told where that is shorter than the whole.
    if (!resumes || said.changes->size() > whole_board(audience).size) {
        tell_whole(said, *actor, visitor.inflates);
    } else {
        if (audience != wire::Audience::Everyone) {
            said.changes = with_presence(*said.changes, audience);
        }
        if (actor->participant.value > 0) {
            said.yours = wire::yours(board_, actor->participant, std::max(counts, Position{1}));
        }
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
    // What is gone since is told only by forgetting all: to one whose board was voided, and to a seat that was
    // told nothing yet, which may be a device that knows the board of another time. In one frame, which an
    // empty outbox takes whatever its size.
    said.full = late.told == Position{} || late.told < board_.voided;
    auto const told = said.full ? Position{} : late.told;
    said.position = board_.position;
    auto const counts = counts_heard(audience, told);
    said.changes =
        std::make_shared<std::string const>(wire::changes(board_, audience, told, counts));
    if (audience != wire::Audience::Everyone) said.changes = with_presence(*said.changes, audience);
    if (actor.participant.value > 0) {
        auto const since = said.full ? Position{} : std::max(counts, Position{1});
        said.yours = wire::yours(board_, actor.participant, since);
    }
}

Room::WholeBoard const& Room::whole_board(wire::Audience audience)
{
    auto& kept = whole_boards_[static_cast<std::size_t>(audience)];
    auto const now = thread_.now();
    bool const shared = kept.plain && kept.position >= board_.voided &&
                        kept.position <= board_.position &&
                        now < kept.made_at + habits_.whole_pause;
    bool const current = kept.size > 0 && kept.position == board_.position;
    if (!shared && !current) make_whole_board(audience, kept);
    if (kept.position == board_.position) {
        kept.since.reset();
    } else if (!kept.since || kept.since_position != board_.position) {
        auto text = wire::changes(board_, audience, kept.position);
        // What is told to each must not outgrow what is told to all.
        if (text.size() > kept.plain->size() / 4) {
            make_whole_board(audience, kept);
            kept.since.reset();
            return kept;
        }
        kept.since = std::make_shared<std::string const>(std::move(text));
        kept.since_position = board_.position;
    }
    return kept;
}

void Room::make_whole_board(wire::Audience audience, WholeBoard& kept) const
{
    auto text = wire::changes(board_, audience, Position{});
    kept = {};
    kept.position = board_.position;
    kept.made_at = thread_.now();
    kept.size = text.size();
    if (text.size() < whole_bytes_min) {
        kept.changes = std::make_shared<std::string const>(std::move(text));
        return;
    }
    kept.plain =
        wire::frame({.position = board_.position, .full = true, .more = true, .changes = text});
    kept.compressed = wire::make_compressed_frame(wire::payload(kept.plain));
}

// --- what everybody is told

void Room::broadcast_when_due()
{
    if (nothing_to_tell()) return;
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
        return present != present_.end() &&
               wire::audience(present->second.actor.role) == wire::Audience::Desk;
    });
}

bool Room::nothing_to_tell() const
{
    bool const counts = counts_withheld_ && counts_.may_be_told(thread_.now());
    return board_.position == broadcast_ && !presence_due_ && !claims_due_ && !activity_due_ &&
           !counts;
}

void Room::broadcast_now()
{
    if (nothing_to_tell()) return;
    last_broadcast_ = thread_.now();
    broadcast();
}

void Room::broadcast()
{
    auto const since = std::exchange(broadcast_, board_.position);
    bool told_presence = false;
    if (std::exchange(presence_due_, false)) {
        auto people = people_here();
        told_presence = people != presence_told_;
        presence_told_ = std::move(people);
    }
    bool const told_claims = std::exchange(claims_due_, false);
    bool const told_activity = std::exchange(activity_due_, false);
    bool const told_desk = told_claims || told_activity;
    std::array<std::shared_ptr<std::string const>, wire::audiences.size()> texts;
    std::array<wire::Frame, wire::audiences.size()> frames;
    for (auto const audience : wire::audiences) {
        auto const index = static_cast<std::size_t>(audience);
        // Most audiences are often empty, and a board can be long.
        auto const attends = [index](auto const& hall) { return hall.second[index] > 0; };
        if (std::none_of(attendance_.begin(), attendance_.end(), attends)) continue;
        auto text = audience == wire::Audience::Everyone ? phones_text(since)
                                                         : wire::changes(board_, audience, since);
        bool const hears = told_presence || (told_desk && audience == wire::Audience::Desk);
        if (hears && audience != wire::Audience::Everyone) {
            text = *with_presence(std::move(text), audience);
        }
        if (text == "[]") continue;
        frames[index] = wire::frame({.position = board_.position, .changes = text});
        texts[index] = std::make_shared<std::string const>(std::move(text));
    }
    for (auto const& [hall, seats] : attendance_) {
        auto& said = announcements_[hall];
        said.changes = texts;
        said.frames = frames;
        said.position = board_.position;
    }
}

void Room::tell_anew()
{
    broadcast_ = board_.position;
    touched_.clear();
    owed_.clear();
    for (auto const& [guest, present] : present_)
        tell_whole(personal(guest), present.actor, present.inflates);
}

void Room::tell_whole(Announcement::Personal& said, board::Actor const& actor, bool inflates)
{
    auto const audience = wire::audience(actor.role);
    auto const& kept = whole_board(audience);
    said.full = true;
    said.position = board_.position;
    said.whole = inflates ? kept.compressed : kept.plain;
    said.changes = said.whole ? kept.since : kept.changes;
    // Not what the others are told just now, which is in it.
    if (!said.changes) said.changes = std::make_shared<std::string const>("[]");
    if (audience != wire::Audience::Everyone) said.changes = with_presence(*said.changes, audience);
    if (actor.participant.value > 0) {
        said.yours = wire::yours(board_, actor.participant, Position{});
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

} // namespace koudmen::room
