#include "journal/rocks_journal.hpp"

#include "base/check.hpp"
#include "base/log.hpp"
#include "journal/format.hpp"
#include "journal/marks_file.hpp"
#include "journal/replay.hpp"

#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace koudmen::journal {

namespace {

constexpr auto marks_interval = std::chrono::seconds{1};

// Events in one write batch, so that one sync stays short.
constexpr std::size_t batch_events_max = 20'000;

// Events that may be replayed to open a board before what they made is kept as a snapshot.
constexpr std::uint64_t replay_events_max = 20'000;

// Snapshots that may wait to be written; beyond, they are not saved.
constexpr std::size_t waiting_snapshots_max = 256;

// How often a store that changes while it is opened for reading is opened again.
constexpr int reading_attempts_max = 20;

std::string_view view(rocksdb::Slice const& slice)
{
    return {slice.data(), slice.size()};
}

rocksdb::Options database_options()
{
    rocksdb::Options options;
    options.create_if_missing = true;
    // The default, point in time, silently forgets everything after a damaged byte.
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
    options.paranoid_checks = true;
    // Sized for a small machine that holds a few boards.
    options.write_buffer_size = 16 * 1024 * 1024;
    options.max_background_jobs = 2;
    options.max_open_files = 256;
    options.keep_log_file_num = 2;
    options.max_log_file_size = 1024 * 1024;
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    return options;
}

// What the database lists as its files, by name and size of that list: it grows whenever the server beside
// us puts a log away, so that one read between two equal ones has missed no log.
std::pair<std::string, std::uintmax_t> manifest_of(std::filesystem::path const& database)
{
    std::ifstream in(database / "CURRENT");
    std::string name;
    std::getline(in, name);
    std::error_code error;
    return {name, std::filesystem::file_size(database / name, error)};
}

// As it was at one moment, also while a server writes it.
rocksdb::Status open_to_read(std::string const& path, rocksdb::DB** opened)
{
    auto options = database_options();
    options.max_open_files = -1; // Every file at once: what the server removes then stays readable.
    rocksdb::Status status;
    for (int attempt = 0; attempt < reading_attempts_max; ++attempt) {
        auto const before = manifest_of(path);
        status = rocksdb::DB::OpenForReadOnly(options, path, opened);
        if (manifest_of(path) == before) return status;
        delete std::exchange(*opened, nullptr);
    }
    return status.ok() ? rocksdb::Status::Busy("its files change too fast to be read") : status;
}

std::filesystem::path marks_file(std::filesystem::path const& folder)
{
    return folder / "marks";
}

// A database whose writing failed is not closed: closing writes again, and as Debian builds RocksDB an
// assertion then stops the process. It is left as it is until the process ends.
void abandon(std::unique_ptr<rocksdb::DB> database)
{
    static auto& abandoned = *new std::vector<std::unique_ptr<rocksdb::DB>>;
    static std::mutex mutex;
    std::lock_guard const lock(mutex);
    abandoned.push_back(std::move(database));
}

std::string sentence(std::filesystem::path const& folder, rocksdb::Status const& status)
{
    return "The store in " + folder.string() + " cannot be opened: " + status.ToString() + ".";
}

} // namespace

class RocksJournal::Store {
public:
    Store(std::filesystem::path folder, Mode mode, Options const& options,
          std::unique_ptr<rocksdb::DB> database)
        : folder_(std::move(folder)), mode_(mode), options_(options), database_(std::move(database))
    {}
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;

    ~Store()
    {
        stop(writer_, writing_);
        stop(reader_, reading_);
        if (failed_) {
            abandon(std::move(database_));
        } else if (mode_ == Mode::Serve) {
            keep_marks();
            database_->Close();
        }
    }

    // Reads where every board is, and refuses to trust those that are behind what was known to be
    // acknowledged.
    Result<void, std::string> take_stock(Marks const& known)
    {
        std::unique_ptr<rocksdb::Iterator> const at(database_->NewIterator(rocksdb::ReadOptions{}));
        for (at->Seek(rocksdb::Slice(mark_prefix.data(), mark_prefix.size()));
             at->Valid() &&
             at->key().starts_with(rocksdb::Slice(mark_prefix.data(), mark_prefix.size()));
             at->Next()) {
            auto const code = code_of_mark(view(at->key()));
            auto const position = decode_position(view(at->value()));
            if (!position) return unexpected("The mark of board " + code.text + " is damaged.");
            marks_[code] = *position;
        }
        if (!at->status().ok()) return unexpected(sentence(folder_, at->status()));
        for (auto const& [code, position] : known) {
            auto const here = marks_.find(code);
            if (here == marks_.end() || here->second < position) behind_[code] = position;
        }
        positions_ = marks_;
        if (mode_ == Mode::Serve) writer_ = std::thread([this] { write(); });
        reader_ = std::thread([this] { work(); });
        return {};
    }

    void append(BoardCode const& code, Position expected, std::vector<board::Recorded> events,
                Thread& home, Appended done)
    {
        auto const refuse = [&](Outcome outcome) {
            home.post([done = std::move(done), outcome] { done(outcome); });
        };
        if (mode_ != Mode::Serve || events.empty()) return refuse(Outcome::Conflict);
        if (behind_.contains(code)) return refuse(Outcome::Conflict);
        std::unique_lock lock(writing_.mutex);
        if (failed_) return refuse(Outcome::Failed);
        if (waiting_events_ + events.size() > options_.waiting_events_max) {
            return refuse(Outcome::Busy);
        }
        // The position that the board will have once all that waits is written.
        auto const known = positions_.find(code);
        auto const position = known == positions_.end() ? Position{} : known->second;
        if (position != expected) return refuse(Outcome::Conflict);
        positions_[code] = {expected.value + events.size()};
        waiting_events_ += events.size();
        appends_.push_back({code, expected, std::move(events), &home, std::move(done)});
        lock.unlock();
        writing_.wake.notify_one();
    }

    Result<Page, Fault> read(BoardCode const& code, Position after)
    {
        if (auto const behind = behind_.find(code); behind != behind_.end()) {
            return unexpected(Fault{Fault::Kind::Missing, behind->second,
                                    "acknowledged events are not in the store"});
        }
        Page page{{}, true};
        auto const first = event_key(code, {after.value + 1});
        auto const prefix = first.substr(0, first.size() - sizeof(std::uint64_t));
        std::unique_ptr<rocksdb::Iterator> const at(database_->NewIterator(rocksdb::ReadOptions{}));
        auto expected = after.value + 1;
        for (at->Seek(first); at->Valid() && at->key().starts_with(prefix); at->Next()) {
            if (page.events.size() == page_events_max) {
                page.last = false;
                break;
            }
            auto recorded = decode_recorded(view(at->value()));
            if (!recorded) {
                return unexpected(Fault{Fault::Kind::Damaged, {expected}, recorded.error()});
            }
            if (decode_position(view(at->key()).substr(prefix.size())) != Position{expected} ||
                recorded->position.value != expected) {
                return unexpected(
                    Fault{Fault::Kind::Missing, {expected}, "an event is not where it must be"});
            }
            page.events.push_back(std::move(*recorded));
            ++expected;
        }
        if (!at->status().ok()) {
            return unexpected(Fault{Fault::Kind::Damaged, {expected}, at->status().ToString()});
        }
        if (page.last) {
            if (auto const missing = short_of_mark(code, {expected - 1})) {
                return unexpected(Fault{Fault::Kind::Missing, *missing,
                                        "acknowledged events are not in the store"});
            }
        }
        return page;
    }

    std::optional<board::Board> snapshot(BoardCode const& code)
    {
        std::string bytes;
        if (!database_->Get(rocksdb::ReadOptions{}, snapshot_key(code), &bytes).ok()) return {};
        auto board = decode_board(bytes);
        // A snapshot of another version, damaged, or ahead of the events is as good as none.
        if (!board || board->code != code) return {};
        std::string mark;
        if (!database_->Get(rocksdb::ReadOptions{}, mark_key(code), &mark).ok()) return {};
        auto const position = decode_position(mark);
        if (!position || *position < board->position) return {};
        return std::move(*board);
    }

    void later(Task task)
    {
        {
            std::lock_guard const lock(reading_.mutex);
            tasks_.push_back(std::move(task));
        }
        reading_.wake.notify_one();
    }

    void save(std::shared_ptr<board::Board const> board)
    {
        if (mode_ != Mode::Serve) return;
        {
            std::lock_guard const lock(reading_.mutex);
            if (waiting_snapshots_ == waiting_snapshots_max) return;
            ++waiting_snapshots_;
        }
        later([this, board = std::move(board)] {
            keep(*board);
            std::lock_guard const lock(reading_.mutex);
            --waiting_snapshots_;
        });
    }

    // After those that were to be saved before.
    void forget_snapshots()
    {
        if (mode_ != Mode::Serve) return;
        later([this] { forget(); });
        settle(reading_, tasks_);
    }

    void settle()
    {
        settle(writing_, appends_);
        settle(reading_, tasks_);
    }

    // A board that was lost as a whole is still one of them: whoever reads it is told so.
    std::vector<BoardCode> boards()
    {
        std::lock_guard const lock(writing_.mutex);
        std::vector<BoardCode> codes;
        for (auto const& [code, position] : highest_marks()) codes.push_back(code);
        return codes;
    }

    Statistics statistics()
    {
        std::lock_guard const lock(writing_.mutex);
        auto did = statistics_;
        did.failed = failed_;
        did.replayed = replayed_;
        return did;
    }

    // A board from its snapshot and what came after. One that took long to replay, as after many
    // kills in a row, is kept as it is now.
    Result<board::Board, Fault> load(Journal& journal, BoardCode const& code)
    {
        auto from = snapshot(code).value_or(board::Board{});
        auto const start = from.position.value;
        auto loaded = replay(journal, code, std::move(from));
        if (!loaded) return loaded;
        auto const events = loaded->position.value - start;
        replayed_ += events;
        if (events > replay_events_max && mode_ == Mode::Serve) keep(*loaded);
        return loaded;
    }

private:
    struct Append {
        BoardCode code;
        Position expected;
        std::vector<board::Recorded> events;
        Thread* home;
        Appended done;
    };

    // A thread's queue: what guards it, what wakes the thread, who waits for it to rest, whether it
    // should end once it is empty.
    struct Queue {
        std::mutex mutex;
        std::condition_variable wake;
        std::condition_variable rested;
        bool busy = false; // Something was taken from it and is not done.
        bool ending = false;
    };

    // Waits until nothing is in the queue or taken from it.
    static void settle(Queue& queue, auto const& waiting)
    {
        std::unique_lock lock(queue.mutex);
        queue.rested.wait(lock, [&] { return !queue.busy && waiting.empty(); });
    }

    void keep(board::Board const& board)
    {
        if (failed_ || !has_space()) return;
        // Not synced: a snapshot that a power cut takes back is only missed.
        auto const status =
            database_->Put(rocksdb::WriteOptions{}, snapshot_key(board.code), encode(board));
        if (!status.ok()) log::warn("snapshot_not_saved");
    }

    void forget()
    {
        if (failed_) return;
        std::string const first(snapshot_prefix);
        auto last = first;
        last.back() = static_cast<char>(last.back() + 1);
        database_->DeleteRange(rocksdb::WriteOptions{}, database_->DefaultColumnFamily(), first,
                               last);
    }

    static void stop(std::thread& thread, Queue& queue)
    {
        {
            std::lock_guard const lock(queue.mutex);
            queue.ending = true;
        }
        queue.wake.notify_one();
        if (thread.joinable()) thread.join();
    }

    // Called by the queue's thread, under its lock, when what it had taken is done.
    static void rest(Queue& queue)
    {
        queue.busy = false;
        queue.rested.notify_all();
    }

    // What the file keeps. A loss that was found stays known until somebody repairs the store.
    Marks highest_marks() const
    {
        auto marks = behind_;
        marks.insert(marks_.begin(), marks_.end()); // Keeps the higher one, that of the file.
        return marks;
    }

    // The mark of a board on disk; 0 when there is no such board.
    Position mark(BoardCode const& code) const
    {
        auto const known = marks_.find(code);
        return known == marks_.end() ? Position{} : known->second;
    }

    void keep_marks() const
    {
        if (!write_marks(marks_file(folder_), highest_marks())) log::warn("marks_not_saved");
    }

    // The board's mark, if there are fewer events than it says.
    std::optional<Position> short_of_mark(BoardCode const& code, Position found)
    {
        std::string bytes;
        auto const status = database_->Get(rocksdb::ReadOptions{}, mark_key(code), &bytes);
        if (status.IsNotFound()) return std::nullopt;
        auto const mark = decode_position(bytes);
        if (!status.ok() || !mark) return Position{found.value + 1};
        if (mark_at_reading_is_newer(code, found, *mark)) return mark;
        return std::nullopt;
    }

    // While serving, a batch may land between the iterator's view and the mark's; the events are
    // then there now.
    bool mark_at_reading_is_newer(BoardCode const& code, Position found, Position mark)
    {
        if (mark <= found) return false;
        std::string bytes;
        return !database_->Get(rocksdb::ReadOptions{}, event_key(code, {found.value + 1}), &bytes)
                    .ok();
    }

    void write()
    {
        auto marks_due = std::chrono::steady_clock::now() + marks_interval;
        bool marks_changed = false;
        for (;;) {
            std::vector<Append> taken;
            {
                std::unique_lock lock(writing_.mutex);
                rest(writing_);
                auto const ready = [&] { return !appends_.empty() || writing_.ending; };
                if (marks_changed)
                    writing_.wake.wait_until(lock, marks_due, ready);
                else
                    writing_.wake.wait(lock, ready);
                if (appends_.empty() && writing_.ending) return;
                std::size_t events = 0;
                while (!appends_.empty() && events < batch_events_max) {
                    events += appends_.front().events.size();
                    taken.push_back(std::move(appends_.front()));
                    appends_.pop_front();
                }
                waiting_events_ -= events;
                writing_.busy = !taken.empty();
            }
            if (!taken.empty()) {
                land(taken);
                marks_changed = true;
            }
            auto const now = std::chrono::steady_clock::now();
            if (marks_changed && now >= marks_due) {
                // Only this thread changes the marks, so it may read them without the lock. A file
                // that cannot be written is no reason to stop: the database has the marks too.
                if (!failed_) keep_marks();
                marks_due = now + marks_interval;
                marks_changed = false;
            }
        }
    }

    // Writes what follows on what is there, and tells everybody what became of theirs. An append that
    // was to follow on one that could not be written does not fit any more.
    void land(std::vector<Append>& taken)
    {
        std::vector<Append> fitting;
        Marks reached;
        for (auto& append : taken) {
            auto& position = reached.try_emplace(append.code, mark(append.code)).first->second;
            if (position != append.expected) {
                tell(append, Outcome::Conflict);
                continue;
            }
            position = {append.expected.value + append.events.size()};
            fitting.push_back(std::move(append));
        }
        auto const outcome = write_down(fitting);
        {
            std::lock_guard const lock(writing_.mutex);
            for (auto const& [code, position] : reached) {
                if (outcome != Outcome::Durable)
                    positions_[code] = mark(code);
                else if (position.value > 0)
                    marks_[code] = position;
            }
            if (outcome == Outcome::Durable && !fitting.empty()) {
                ++statistics_.syncs;
                statistics_.appends += fitting.size();
                for (auto const& append : fitting) statistics_.events += append.events.size();
            }
        }
        for (auto& append : fitting) tell(append, outcome);
    }

    static void tell(Append& append, Outcome outcome)
    {
        append.home->post([done = std::move(append.done), outcome] { done(outcome); });
    }

    Outcome write_down(std::vector<Append> const& fitting)
    {
        if (failed_) return Outcome::Failed;
        if (fitting.empty()) return Outcome::Durable;
        if (!has_space()) {
            if (!std::exchange(told_full_, true)) log::warn("disk_nearly_full");
            return Outcome::Full;
        }
        if (std::exchange(told_full_, false)) log::note("disk_has_space");
        if (commit(fitting)) return Outcome::Durable;
        failed_ = true;
        log::warn("write_failed");
        return Outcome::Failed;
    }

    bool commit(std::vector<Append> const& taken)
    {
        rocksdb::WriteBatch batch;
        for (auto const& append : taken) {
            auto position = append.expected;
            for (auto const& recorded : append.events) {
                ++position.value;
                check(recorded.position == position, "appended events follow each other");
                batch.Put(event_key(append.code, position), encode(recorded));
            }
            batch.Put(mark_key(append.code), encode_position(position));
        }
        rocksdb::WriteOptions options;
        options.sync = true;
        return database_->Write(options, &batch).ok();
    }

    bool has_space() const
    {
        std::error_code error;
        auto const space = std::filesystem::space(folder_, error);
        return error || space.available >= options_.free_bytes_min;
    }

    void work()
    {
        for (;;) {
            Task task;
            {
                std::unique_lock lock(reading_.mutex);
                rest(reading_);
                reading_.wake.wait(lock, [&] { return !tasks_.empty() || reading_.ending; });
                if (tasks_.empty()) return;
                task = std::move(tasks_.front());
                tasks_.pop_front();
                reading_.busy = true;
            }
            task();
        }
    }

    // Constant after opening.
    std::filesystem::path const folder_;
    Mode const mode_;
    Options const options_;
    std::unique_ptr<rocksdb::DB> database_; // Safe from any thread.
    Marks behind_;                          // Boards that lost acknowledged events.

    std::atomic<bool> failed_{false};
    std::atomic<std::uint64_t> replayed_{0};
    bool told_full_ = false; // The writer's alone.

    // Guarded by writing_.mutex; the marks are changed by the writer alone.
    Queue writing_;
    std::deque<Append> appends_;
    std::size_t waiting_events_ = 0;
    Marks positions_; // Of each board, once all that waits is written.
    Marks marks_;     // Of each board, on disk.
    Statistics statistics_;

    // Guarded by reading_.mutex.
    Queue reading_;
    std::deque<Task> tasks_;
    std::size_t waiting_snapshots_ = 0;

    std::thread writer_;
    std::thread reader_;
};

RocksJournal::RocksJournal(std::unique_ptr<Store> store) : store_(std::move(store)) {}

RocksJournal::~RocksJournal() = default;

Result<std::unique_ptr<RocksJournal>, std::string> RocksJournal::open(
    std::filesystem::path const& folder, Mode mode)
{
    return open(folder, mode, Options{});
}

Result<std::unique_ptr<RocksJournal>, std::string> RocksJournal::open(
    std::filesystem::path const& folder, Mode mode, Options const& options)
{
    if (mode == Mode::Serve) {
        std::error_code error;
        bool const made = std::filesystem::create_directories(folder, error);
        if (error) {
            return unexpected("The folder " + folder.string() +
                              " cannot be made: " + error.message() + ".");
        }
        // What is in a folder that a power cut takes back goes with it.
        if (made && !sync_folder(std::filesystem::absolute(folder).parent_path())) {
            return unexpected("The folder of " + folder.string() + " cannot be synced.");
        }
    }
    // Before the database: one that is being written meanwhile is then never behind them.
    auto const known = read_marks(marks_file(folder));
    if (!known) return unexpected(known.error());
    rocksdb::DB* opened = nullptr;
    auto const path = (folder / "rocksdb").string();
    auto const status = mode == Mode::Serve ? rocksdb::DB::Open(database_options(), path, &opened)
                                            : open_to_read(path, &opened);
    std::unique_ptr<rocksdb::DB> database(opened);
    if (!status.ok()) return unexpected(sentence(folder, status));

    auto store = std::make_unique<Store>(folder, mode, options, std::move(database));
    if (auto stock = store->take_stock(*known); !stock) return unexpected(stock.error());
    return std::unique_ptr<RocksJournal>(new RocksJournal(std::move(store)));
}

void RocksJournal::append(BoardCode const& code, Position expected,
                          std::vector<board::Recorded> events, Thread& home, Appended done)
{
    store_->append(code, expected, std::move(events), home, std::move(done));
}

Result<Page, Fault> RocksJournal::read(BoardCode const& code, Position after)
{
    return store_->read(code, after);
}

Result<board::Board, Fault> RocksJournal::load_now(BoardCode const& code)
{
    return store_->load(*this, code);
}

void RocksJournal::load(BoardCode const& code, Thread& home, Loaded done)
{
    store_->later([this, code, &home, done = std::move(done)] {
        auto loaded = std::make_shared<Result<board::Board, Fault>>(load_now(code));
        home.post([done, loaded] { done(std::move(*loaded)); });
    });
}

void RocksJournal::save_snapshot(std::shared_ptr<board::Board const> board)
{
    store_->save(std::move(board));
}

void RocksJournal::drop_snapshots()
{
    store_->forget_snapshots();
}

Result<std::vector<BoardCode>, Fault> RocksJournal::boards()
{
    return store_->boards();
}

void RocksJournal::settle()
{
    store_->settle();
}

Statistics RocksJournal::statistics() const
{
    return store_->statistics();
}

} // namespace koudmen::journal
