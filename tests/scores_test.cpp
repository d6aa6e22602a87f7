#include "base/sha256.hpp"
#include "board/results.hpp"
#include "board/scores.hpp"
#include "support/board_maker.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::board;
using namespace koudmen::tests;

namespace {

Counts opinions(std::uint64_t support, std::uint64_t neutral, std::uint64_t oppose)
{
    return {support, neutral, oppose};
}

// Judgments told from the worst grade to the best, as they often are elsewhere; five grades, and
// the sixth, best one is nobody's.
Counts judged(Counts from_worst)
{
    from_worst.resize(6);
    std::reverse(from_worst.begin(), from_worst.end());
    return from_worst;
}

// The comparison written down another way: a text for each proposal, to be compared as texts. All
// must have the same number of judges.
std::string score_text(Counts counts)
{
    auto const judges = static_cast<std::int64_t>(expressed(counts));
    std::string text;
    auto const last = counts.size() - 1;
    for (std::size_t round = 0; round <= last; ++round) {
        auto const grade = majority_grade(counts);
        if (!grade) break;
        std::int64_t better = 0;
        std::int64_t worse = 0;
        for (std::size_t level = 0; level < *grade; ++level)
            better += static_cast<std::int64_t>(counts[level]);
        for (std::size_t level = *grade + 1; level <= last; ++level)
            worse += static_cast<std::int64_t>(counts[level]);
        auto const size = better > worse ? better : -worse;
        auto const number = std::to_string(judges + size);
        text += std::to_string(last - *grade) + std::string(6 - number.size(), '0') + number;
        // The middle group goes to the nearest grade of the larger side.
        auto const group = counts[*grade];
        counts[*grade] = 0;
        if (better > worse) {
            auto level = *grade;
            while (counts[--level] == 0) {}
            counts[level] += group;
        } else if (worse > 0) {
            auto level = *grade;
            while (counts[++level] == 0) {}
            counts[level] += group;
        } else {
            break;
        }
    }
    return text;
}

} // namespace

TEST_CASE("V26: controversy is twice the smaller side by both and a tenth of the room", "[votes]")
{
    CHECK(controversy(opinions(1, 0, 1), 100) == 1667);
    CHECK(controversy(opinions(40, 0, 40), 100) == 8889);
    CHECK(controversy(opinions(50, 9, 50), 500) == 6667);
    CHECK(controversy(opinions(200, 0, 50), 500) == 3333);
    CHECK(controversy(opinions(30, 0, 30), 2000) == 2308);
    CHECK(controversy(opinions(0, 5, 0), 0) == 0);
    CHECK(controversy(opinions(1, 0, 1), 0) == 6667);
    // Divided in half, and enough people to say so.
    CHECK(is_controversial(opinions(40, 0, 40), 100));
    CHECK(is_controversial(opinions(50, 0, 50), 500));
    CHECK_FALSE(is_controversial(opinions(200, 0, 50), 500));
    CHECK_FALSE(is_controversial(opinions(30, 0, 30), 2000));
    // Exactly one half is not above it.
    CHECK_FALSE(is_controversial(opinions(5, 0, 5), 100));
    CHECK(is_controversial(opinions(6, 0, 6), 100));
}

TEST_CASE("V27: the majority grade is the one in the middle, the worse of two", "[votes]")
{
    CHECK_FALSE(majority_grade({0, 0, 0, 0, 0, 0}).has_value());
    CHECK(majority_grade({1, 0, 0, 0, 0, 0}) == 0);
    CHECK(majority_grade({1, 0, 0, 0, 0, 1}) == 5);
    CHECK(majority_grade({2, 0, 0, 0, 0, 1}) == 0);
    CHECK(majority_grade({2, 1, 0, 1, 0, 0}) == 1);
    CHECK(majority_grade({5'000, 4'999, 1, 0, 0, 0}) == 1);
}

TEST_CASE("V28: majority judgment ranks as its published example does", "[votes]")
{
    auto const a = judged({2, 2, 2, 2, 2});
    auto const b = judged({2, 1, 1, 1, 5});
    auto const c = judged({2, 1, 1, 2, 4});
    auto const d = judged({2, 1, 5, 0, 2});
    CHECK((compare_judgments(b, c) > 0));
    CHECK((compare_judgments(c, d) > 0));
    CHECK((compare_judgments(d, a) > 0));
    CHECK((compare_judgments(a, judged({2, 2, 2, 2, 2})) == 0));
    CHECK((compare_judgments(c, b) < 0));
}

TEST_CASE("V28: it is the comparison of scores written as texts, where all have as many judges",
          "[votes]")
{
    std::mt19937 random(28);
    constexpr int judges = 9;
    auto const some = [&] {
        Counts counts(6);
        for (int judge = 0; judge < judges; ++judge) ++counts[random() % counts.size()];
        return counts;
    };
    int wrong = 0;
    for (int pair = 0; pair < 20'000; ++pair) {
        auto const one = some();
        auto const other = some();
        auto const texts = score_text(one).compare(score_text(other)) <=> 0;
        if (compare_judgments(one, other) != texts) ++wrong;
        if (compare_judgments(other, one) != (0 <=> texts)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("V28: shares are compared where not everybody judged everything", "[votes]")
{
    std::mt19937 random(29);
    int wrong = 0;
    for (int pair = 0; pair < 5'000; ++pair) {
        Counts one(6);
        Counts other(6);
        for (int judge = 0; judge < 8; ++judge) {
            ++one[random() % one.size()];
            ++other[random() % other.size()];
        }
        auto many = other;
        auto const times = 1 + random() % 500;
        for (auto& count : many) count *= times;
        if (compare_judgments(one, other) != compare_judgments(one, many)) ++wrong;
        if (compare_judgments(other, many) != 0) ++wrong;
    }
    CHECK(wrong == 0);
    // Nobody's judgment is the least.
    CHECK((compare_judgments({0, 0, 0, 0, 0, 1}, Counts(6)) > 0));
    CHECK((compare_judgments(Counts(6), Counts(6)) == 0));
}

TEST_CASE("V29: the consensus of groups is a product, and its geometric mean", "[votes]")
{
    CHECK(consensus({{90, 100}, {20, 25}}) == Consensus{6939, 8330});
    CHECK(consensus({{98, 100}, {2, 25}}) == Consensus{1078, 3284});
    CHECK(consensus({{0, 0}, {0, 0}}) == Consensus{2500, 5000});
    CHECK(consensus({{5, 5}}) == Consensus{8571, 8571});
    // Twelve colleges as large as a board may have.
    CHECK(consensus(std::vector<Agreement>(12, {10'000, 20'000})) == Consensus{2, 5000});
    CHECK(consensus(std::vector<Agreement>(12, {20'000, 20'000})).mean == 10'000);
    CHECK(consensus(std::vector<Agreement>(12, {0, 20'000})) == Consensus{0, 0});
}

TEST_CASE("V30: colleges that are suppressed are no part of a consensus, and one alone is none",
          "[votes]")
{
    BoardMaker house;
    auto const& colleges = house.board.colleges;
    auto const tally = [&](std::vector<Counts> const& told) {
        Tally made{Counts(3), {}};
        for (std::size_t at = 0; at < told.size(); ++at) {
            made.colleges[colleges[at].id] = told[at];
            for (std::size_t level = 0; level < 3; ++level) made.counts[level] += told[at][level];
        }
        return made;
    };
    // (90 + 1)/102 and (20 + 1)/27, neutral people seen.
    CHECK(college_consensus(house.board, tally({{90, 6, 4}, {20, 0, 5}})) == Consensus{6939, 8330});
    CHECK_FALSE(college_consensus(house.board, tally({{90, 6, 4}})).has_value());
    CHECK_FALSE(college_consensus(house.board, tally({})).has_value());
    // Four people are suppressed, and the smallest of the others with them.
    CHECK(college_consensus(house.board, tally({{90, 6, 4}, {20, 0, 5}, {0, 0, 4}, {3, 0, 4}})) ==
          Consensus{6939, 8330});
    CHECK_FALSE(
        college_consensus(house.board, tally({{90, 6, 4}, {20, 0, 5}, {0, 0, 4}})).has_value());
}

TEST_CASE("V31: a share is rounded to the nearest, and of nobody it is none", "[votes]")
{
    CHECK(share(0, 0) == 0);
    CHECK(share(1, 3) == 3333);
    CHECK(share(2, 3) == 6667);
    CHECK(share(1, 20'000) == 1);
    CHECK(share(20'000, 20'000) == 10'000);
    CHECK(dots_given({3, 0, 2}) == 9);
    CHECK(dots_given({}) == 0);
}

TEST_CASE("V35: the hash of a seed is SHA-256", "[votes]")
{
    // FIPS 180-4's examples.
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // Lengths around the end of a block.
    CHECK(sha256(std::string(55, 'a')) ==
          "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    CHECK(sha256(std::string(64, 'a')) ==
          "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}
