#include "history/history.hpp"
#include "support/catch.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace koudmen::tests {

namespace {

using history::Law;
using history::Line;

// A history as it is written down.
history::Verdict judged(std::vector<std::string> const& texts)
{
    std::vector<Line> lines;
    for (auto const& text : texts) lines.push_back(history::read_line(text));
    return history::judge(lines);
}

// Whether it breaks this law and no other.
bool only(history::Verdict const& verdict, Law law)
{
    return !verdict.good() && verdict.count(law) == verdict.breaches.size();
}

std::string of(std::string const& client, int operation, std::string const& more)
{
    return R"("client":")" + client + R"(","operation":)" + std::to_string(operation) + more;
}

std::string cast(std::string const& client, int operation, std::string const& choice,
                 std::string const& credential = "ana")
{
    return R"({"type":"invoke","board":"K","credential":")" + credential + R"(",)" +
           of(client, operation, R"(,"ballot":"b","proposal":"bus","choice":")" + choice + "\"}");
}

std::string ok(std::string const& client, int operation)
{
    return R"({"type":"ok",)" + of(client, operation, "}");
}

std::string refused(std::string const& client, int operation)
{
    return R"({"type":"refused","word":"superseded",)" + of(client, operation, "}");
}

std::string effect(std::string const& client, int operation, int position)
{
    return R"({"type":"effect","board":"K","event":"choiceCast","position":)" +
           std::to_string(position) + "," + of(client, operation, "}");
}

std::string saw(std::string const& client, int position, std::string const& choice)
{
    return R"({"type":"saw","board":"K","client":")" + client + R"(","position":)" +
           std::to_string(position) + R"(,"ballot":"b","proposal":"bus","choice":)" +
           (choice.empty() ? "null" : "\"" + choice + "\"") + "}";
}

std::string showed(std::string const& client, int position, std::string const& state)
{
    return R"({"type":"saw","board":"K","view":"phones","client":")" + client + R"(","position":)" +
           std::to_string(position) + R"(,"state":")" + state + "\"}";
}

std::string held(std::string const& choice, std::string const& credential = "ana")
{
    return R"({"type":"final","board":"K","ballot":"b","proposal":"bus","credential":")" +
           credential + R"(","choice":")" + choice + "\"}";
}

std::string counts(std::string const& told)
{
    return R"({"type":"final","board":"K","ballot":"b","proposal":"bus","counts":)" + told + "}";
}

} // namespace

TEST_CASE("L1, L2, L3, L4, L5, L6: a good history is let through", "[history]")
{
    // Two phones of one credential, one change of mind, an answer that never came and one refused.
    auto const verdict = judged({
        cast("one", 1, "support"),
        cast("two", 1, "oppose"),
        saw("two", 3, ""),
        ok("one", 1),
        saw("one", 5, "support"),
        showed("one", 6, "x"),
        showed("two", 6, "x"),
        cast("one", 2, "neutral"),
        saw("two", 6, "oppose"),
        cast("one", 3, "support"),
        refused("one", 3),
        R"({"type":"unknown","client":"one","operation":2})",
        effect("one", 1, 5),
        effect("two", 1, 6),
        effect("one", 2, 7),
        held("neutral"),
        counts(R"({"neutral":1,"support":0})"),
    });
    CHECK(verdict.good());
    CHECK(verdict.operations == 4);
    CHECK(verdict.answered == 1);
    CHECK(verdict.refused == 1);
    CHECK(verdict.unknown == 2);
    CHECK(history::report(verdict) ==
          R"({"engine":"history","operations":4,"answered":1,"refused":1,"unknown":2,"shown":5,)"
          R"("held":1,"lost":0,"duplicated":0,"stale":0,"order":0,"readYourWrites":0,)"
          R"("oneBallot":0,"good":true})");
}

TEST_CASE("L1: what was answered and is not there is lost", "[history]")
{
    std::vector<std::string> const asked{cast("one", 1, "support"), ok("one", 1),
                                         cast("two", 1, "support", "ben"), ok("two", 1)};
    auto with = [&](std::vector<std::string> const& end) {
        auto all = asked;
        all.insert(all.end(), end.begin(), end.end());
        return judged(all);
    };
    CHECK(with({effect("one", 1, 5), effect("two", 1, 6), held("support"), held("support", "ben")})
              .good());
    CHECK(only(with({effect("two", 1, 6), held("support", "ben")}), Law::Lost));
    // Without a journal what is held tells it.
    CHECK(with({held("support"), held("support", "ben")}).good());
    CHECK(only(with({held("support", "ben")}), Law::Lost));
    CHECK(only(with({held("oppose"), held("support", "ben")}), Law::Lost));
}

TEST_CASE("L1: what was replaced before the end does not come back", "[history]")
{
    std::vector<std::string> const asked{cast("one", 1, "support"), ok("one", 1),
                                         cast("one", 2, "oppose"), ok("one", 2)};
    auto older = asked;
    older.push_back(held("support"));
    CHECK(only(judged(older), Law::Lost));
    auto newer = asked;
    newer.push_back(held("oppose"));
    CHECK(judged(newer).good());
    // Nobody knows which of two came last that were asked at a time.
    CHECK(judged({cast("one", 1, "support"), cast("two", 1, "oppose"), ok("one", 1), ok("two", 1),
                  held("support")})
              .good());
}

TEST_CASE("L2: one operation has one effect, and a refused one has none", "[history]")
{
    CHECK(only(
        judged({cast("one", 1, "support"), ok("one", 1), effect("one", 1, 5), effect("one", 1, 9)}),
        Law::Duplicated));
    CHECK(only(judged({cast("one", 1, "support"), refused("one", 1), effect("one", 1, 5)}),
               Law::Duplicated));
    CHECK(only(judged({cast("one", 1, "support"), effect("one", 1, 5), effect("one", 2, 6)}),
               Law::Duplicated));
    CHECK(only(judged({cast("one", 1, "support"), refused("one", 1), ok("one", 1)}),
               Law::Duplicated));
    CHECK(judged({cast("one", 1, "support"), effect("one", 1, 5)}).good());
}

TEST_CASE("L3: nobody is shown an older state after a newer one", "[history]")
{
    std::vector<std::string> const happened{cast("one", 1, "support"), effect("one", 1, 5),
                                            cast("one", 2, "oppose"), effect("one", 2, 7)};
    auto with = [&](std::vector<std::string> const& shown) {
        auto all = happened;
        all.insert(all.begin() + 1, shown.begin(), shown.end());
        return judged(all);
    };
    CHECK(with({saw("one", 4, ""), saw("one", 5, "support"), saw("one", 7, "oppose")}).good());
    // Newer than the frame's position is no fault.
    CHECK(with({saw("one", 4, "oppose"), saw("one", 6, "oppose")}).good());
    CHECK(only(with({saw("one", 4, "oppose"), saw("one", 6, "support")}), Law::Stale));
    CHECK(only(with({saw("one", 7, "support")}), Law::Stale));
    CHECK(only(with({saw("one", 6, "neutral")}), Law::Stale));
    CHECK(only(with({saw("one", 6, "support"), saw("one", 6, "")}), Law::Stale));
}

TEST_CASE("L4: positions go forward, and at one position all see the same", "[history]")
{
    CHECK(judged({showed("one", 5, "x"), showed("two", 6, "y"), showed("one", 6, "y")}).good());
    CHECK(only(judged({showed("one", 6, "x"), showed("one", 5, "y")}), Law::Order));
    CHECK(only(judged({showed("one", 5, "x"), showed("two", 5, "y")}), Law::Order));
    CHECK(only(judged({cast("one", 1, "support"), cast("two", 1, "oppose", "ben"),
                       effect("one", 1, 5), effect("two", 1, 5)}),
               Law::Order));
    // The second was asked when the first had been answered.
    CHECK(only(judged({cast("one", 1, "support"), ok("one", 1), cast("two", 1, "oppose", "ben"),
                       effect("two", 1, 5), effect("one", 1, 6)}),
               Law::Order));
}

TEST_CASE("L5: who was answered is shown what they did", "[history]")
{
    auto const before = saw("one", 4, "");
    CHECK(judged({cast("one", 1, "support"), before, ok("one", 1), effect("one", 1, 5)}).good());
    CHECK(only(judged({cast("one", 1, "support"), ok("one", 1), before, effect("one", 1, 5)}),
               Law::ReadYourWrites));
}

TEST_CASE("L6: a credential has one choice in a ballot, and counts once", "[history]")
{
    std::vector<std::string> const asked{cast("one", 1, "support"), effect("one", 1, 5),
                                         cast("two", 1, "oppose"), effect("two", 1, 6)};
    auto with = [&](std::vector<std::string> const& end) {
        auto all = asked;
        all.insert(all.end(), end.begin(), end.end());
        return judged(all);
    };
    CHECK(with({held("oppose"), counts(R"({"oppose":1})")}).good());
    CHECK(only(with({held("support")}), Law::OneBallot));
    CHECK(only(with({held("oppose"), held("oppose")}), Law::OneBallot));
    CHECK(only(with({held("oppose"), counts(R"({"oppose":1,"support":1})")}), Law::OneBallot));
    CHECK(only(with({held("oppose"), held("support", "nobody")}), Law::OneBallot));
}

TEST_CASE("L7: what is no history is refused, not judged", "[history]")
{
    CHECK_THROWS_AS(judged({"no"}), std::invalid_argument);
    CHECK_THROWS_AS(judged({R"({"type":"dance"})"}), std::invalid_argument);
    CHECK_THROWS_AS(judged({R"({"type":"invoke","client":"one","operation":1,"board":"K"})"}),
                    std::invalid_argument);
    CHECK_THROWS_AS(judged({R"({"type":"ok","client":"one","operation":-1})"}),
                    std::invalid_argument);
    CHECK_THROWS_AS(judged({ok("one", 1)}), std::invalid_argument);
    CHECK_THROWS_AS(judged({cast("one", 1, "support"), cast("one", 1, "support")}),
                    std::invalid_argument);
    CHECK_THROWS_AS(judged({R"({"type":"final","board":"K","ballot":"b","proposal":"p"})"}),
                    std::invalid_argument);
}

TEST_CASE("L7: a line is written as it is read", "[history]")
{
    for (auto const& text :
         {cast("one", 1, "support"), ok("one", 1), saw("one", 4, "support"), showed("one", 4, "x"),
          effect("one", 1, 5), held("support"), counts(R"({"support":2})")}) {
        CAPTURE(text);
        auto const written = history::write_line(history::read_line(text));
        CHECK(history::write_line(history::read_line(written)) == written);
    }
}

} // namespace koudmen::tests
