#include "app/example_board.hpp"

#include "base/check.hpp"
#include "board/decide.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace koudmen::app {

namespace {

struct Idea {
    std::string_view title;
    std::string_view description;
    std::string_view axis;
};

constexpr std::array ideas{
    Idea{"Un bus numérique dans chaque commune",
         "Deux médiateurs et dix postes, une demi-journée par semaine sur la place du marché, avec "
         "l'aide aux démarches de la CAF, de la Sécu et des impôts.",
         "inclusion"},
    Idea{"Des ateliers de découverte du téléphone pour les aînés",
         "Dans les clubs du troisième âge, en créole et en français, par petits groupes de huit.",
         "inclusion"},
    Idea{"Un point d'accueil numérique à moins de 5 km de chaque habitant",
         "Mairies, bibliothèques, associations : une même enseigne et les mêmes horaires affichés.",
         "inclusion"},
    Idea{"Recycler et donner 500 ordinateurs par an",
         "Une filière de reconditionnement avec les entreprises et le lycée professionnel.",
         "inclusion"},
    Idea{"Des modèles de femmes de la tech dans les collèges",
         "Une ingénieure, une technicienne ou une cheffe d'entreprise rencontre chaque classe de "
         "quatrième une fois dans l'année.",
         "femmes"},
    Idea{"Un stage de code d'une semaine pour 200 filles",
         "Pendant les grandes vacances, gratuit, avec le repas et le transport.", "femmes"},
    Idea{"Un réseau de mentorat pour les étudiantes en sciences",
         "Un rendez-vous par mois avec une professionnelle installée en Martinique.", "femmes"},
    Idea{"Former 1 000 salariés à l'usage de l'intelligence artificielle",
         "Des formations courtes, métier par métier : tourisme, agriculture, santé, commerce.",
         "ia"},
    Idea{"Un corpus libre de textes et de voix en créole martiniquais",
         "Pour que les outils de demain nous comprennent et nous parlent, sous licence ouverte.",
         "ia"},
    Idea{"Un laboratoire d'IA partagé entre l'université et les entreprises",
         "Des machines de calcul mutualisées et deux ingénieurs pour accompagner les projets.",
         "ia"},
    Idea{"Un numéro unique contre les arnaques et le cyberharcèlement",
         "Une personne répond, en créole aussi, et suit le dossier jusqu'au bout.", "cyber"},
    Idea{"Un module sur les violences en ligne dans chaque collège",
         "Animé par des pairs formés, avec les parents conviés à la dernière séance.", "cyber"},
    Idea{"Un exercice de cyberattaque par an pour les communes",
         "Avec le centre de réponse régional, pour savoir quoi faire le jour venu.", "cyber"},
};

// Handed in, not read by a moderator yet.
constexpr std::array waiting{
    Idea{"Du wifi gratuit dans les taxis collectifs", "", "inclusion"},
    Idea{"Un concours de robots entre lycées", "Avec une finale au stade de Dillon.", "femmes"},
};

struct Remark {
    std::size_t idea;
    std::size_t author;
    board::Stance stance;
    std::string_view text;
};

constexpr std::array remarks{
    Remark{0, 3, board::Stance::For,
           "À Grand'Rivière il n'y a plus de guichet du tout, c'est urgent."},
    Remark{0, 11, board::Stance::Question, "Qui paie le chauffeur et l'entretien ?"},
    Remark{0, 17, board::Stance::Note,
           "Le bus santé existe déjà : on pourrait partager les tournées."},
    Remark{3, 8, board::Stance::For, "Notre entreprise change 40 postes l'an prochain, on donne."},
    Remark{8, 5, board::Stance::For, "Wi ! Sé lang nou, sé biten nou."},
    Remark{9, 14, board::Stance::Against, "Commençons par former, les machines viendront après."},
    Remark{10, 20, board::Stance::Question, "Est-ce que ce sera ouvert le soir et le week-end ?"},
};

constexpr std::array<std::string_view, 5> colleges{"citizens", "associations", "companies",
                                                   "local-authorities", "institutions"};
constexpr std::size_t people = 26;

// Minted names of an example need no randomness, only to be different from each other.
template <class Id>
Id named(char kind, std::size_t number)
{
    std::string text = std::string("exemple-") + kind + "-" + std::to_string(number);
    text.resize(Id::length, '_');
    auto const id = Id::from(text);
    check(id.has_value(), "the example's names are well formed");
    return *id;
}

// Plays commands on a board and keeps what happened.
class Script {
public:
    explicit Script(Moment begins) : now_(begins) {}

    void create(board::CreateBoard const& command) { keep(board::decide(board_, command), {}); }
    void join(board::JoinBoard const& command) { keep(board::decide(board_, command), {}); }

    void act(board::Actor const& actor, board::Command const& command)
    {
        constexpr std::chrono::milliseconds pace{7'300};
        now_ = now_ + pace;
        auto const device = named<DeviceId>('d', actor.participant.value);
        board::Stamp const by{actor, device, {++operations_[actor.participant]}};
        keep(board::consider(board_, by, now_, command), by);
    }

    std::vector<board::Recorded> done() { return std::move(events_); }

private:
    void keep(board::Decided decided, board::Stamp const& by)
    {
        check(decided.has_value(), "the example follows the rules");
        for (auto& event : *decided) {
            events_.push_back({{board_.position.value + 1}, now_, by, std::move(event)});
            board::apply(board_, events_.back());
        }
    }

    board::Board board_;
    Moment now_;
    std::map<ParticipantNumber, std::uint64_t> operations_;
    std::vector<board::Recorded> events_;
};

board::Actor person(std::size_t index)
{
    return {board::Role::Participant, {index % people + 1}};
}

// A spread that looks like a room: most ideas are liked, some divide.
std::optional<board::Choice> opinion(std::size_t idea, std::size_t person)
{
    auto const roll = (person * 7 + idea * 11 + person * idea) % 20;
    if (roll < 3) return std::nullopt; // Has not got to it yet.
    auto const liked = 9 + (idea * 5) % 9;
    if (roll < 3 + liked) return board::Choice::Support;
    return roll % 2 == 0 ? board::Choice::Neutral : board::Choice::Oppose;
}

void submit(Script& script, Idea const& idea, std::size_t number)
{
    script.act(person(number * 2), board::SubmitProposal{named<ProposalId>('p', number),
                                                         std::string(idea.title),
                                                         std::string(idea.description),
                                                         {std::string(idea.axis)}});
}

} // namespace

BoardCode example_code()
{
    return {"EXEMP"};
}

std::vector<board::Recorded> example_board(ExampleKeys const& keys, Moment now)
{
    constexpr std::chrono::milliseconds before{7'200'000};
    board::Actor const facilitator{board::Role::Facilitator, {}};
    Script script(now + -before);

    board::CreateBoard create;
    create.code = example_code();
    create.title = "Exemple : feuille de route numérique de la Martinique";
    create.axes = {{{"inclusion"}, "Autonomie numérique pour tous"},
                   {{"femmes"}, "Femmes et numérique"},
                   {{"ia"}, "Intelligence artificielle"},
                   {{"cyber"}, "Sécurité et violences en ligne"}};
    create.facilitator = keys.facilitator;
    create.moderator = keys.moderator;
    create.screen = keys.screen;
    script.create(create);
    for (std::size_t index = 0; index < people; ++index) {
        // Half are inhabitants, the others from the four other colleges in turn.
        auto const college = index % 2 == 0 ? 0 : 1 + (index / 2) % (colleges.size() - 1);
        script.join({{"exemple-" + std::to_string(index)}, {std::string(colleges[college])}, {}});
    }

    for (std::size_t idea = 0; idea < ideas.size(); ++idea) {
        submit(script, ideas[idea], idea);
        script.act(facilitator, board::PublishProposal{named<ProposalId>('p', idea)});
    }
    for (std::size_t number = 0; number < waiting.size(); ++number) {
        submit(script, waiting[number], ideas.size() + number);
    }
    for (std::size_t number = 0; number < remarks.size(); ++number) {
        auto const& remark = remarks[number];
        script.act(person(remark.author),
                   board::SubmitComment{named<CommentId>('c', number),
                                        named<ProposalId>('p', remark.idea), remark.stance,
                                        std::string(remark.text)});
    }

    auto const ballot = named<BallotId>('b', 1);
    script.act(facilitator, board::ConfigurePhase{board::Phase::Vote, {true, true, true, true}});
    script.act(facilitator, board::OpenPhase{board::Phase::Vote});
    script.act(facilitator, board::OpenBallot{ballot,
                                              "Quelles actions voulons-nous pour 2028 ?",
                                              board::Method::Opinion,
                                              board::ResultsRule::Live,
                                              {}});
    for (std::size_t index = 0; index < people; ++index) {
        for (std::size_t idea = 0; idea < ideas.size(); ++idea) {
            auto const choice = opinion(idea, index);
            if (!choice) continue;
            script.act(person(index),
                       board::CastChoice{ballot, named<ProposalId>('p', idea), choice});
        }
    }
    script.act(facilitator, board::DecideProposal{named<ProposalId>('p', 3),
                                                  board::Decision::Adopted,
                                                  "Première collecte au printemps.",
                                                  "CTM",
                                                  {"MILCEM", "Lycée professionnel"},
                                                  "2027-01-15",
                                                  "2028-12-31"});
    script.act(facilitator, board::DecideProposal{named<ProposalId>('p', 9),
                                                  board::Decision::ToStudy,
                                                  "Chiffrer le calcul.",
                                                  std::nullopt,
                                                  {},
                                                  std::nullopt,
                                                  std::nullopt});
    script.act(facilitator, board::Show{board::View::Results, {}, ballot});
    return script.done();
}

} // namespace koudmen::app
