import { useEffect, useState } from 'preact/hooks';
import { archiveAddress, tableAddress } from '../../store/api';
import { Foot } from '../parts/Foot';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { clockTime, dateText } from '../words';
import { ActionCard } from './ActionCard';
import { anchorOf, type Chapter, Contents } from './Contents';
import { addressOf, type RoadmapDocument, sectionsOf, textOf } from './document';
import { FilterForm } from './FilterForm';
import { Folded } from './Folded';
import { addressWith, type Filter, filtered, filterOf, isEverything } from './filter';
import { ModerationLog } from './ModerationLog';
import { Counting, Participation } from './Participation';
import { say } from './words';

export type PaperProps = { readonly found: RoadmapDocument };

/** All that was decided and all that was not, in the order of the page. */
const chaptersOf = (found: RoadmapDocument): readonly Chapter[] => {
  const { adopted, study, rejected } = sectionsOf(found);
  const all: readonly Chapter[] = [
    ...adopted.map(({ axis, actions }) => ({
      id: `theme-${axis.id}`,
      title: textOf(axis.title, found.languages),
      actions,
      folded: false,
    })),
    { id: 'study', title: say('study'), ours: true, actions: study, folded: false },
    { id: 'rejected', title: say('rejected'), ours: true, actions: rejected, folded: true },
    {
      id: 'undecided',
      title: say('undecided'),
      ours: true,
      actions: found.proposals,
      folded: true,
    },
  ];
  return all.filter(({ actions }) => actions.length > 0);
};

/** The part of the address behind the #, as it now is. */
const useHash = (): string => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = () => setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return hash;
};

/** The document for people: what was adopted first, the rest after it, then who took part. */
export const Paper = ({ found }: PaperProps) => {
  const { roadmap, languages } = found;
  const [filter, setFilter] = useState<Filter>(() => filterOf(location.search));
  const hash = useHash();
  const shown = filtered(found, filter);
  const chapters = chaptersOf(shown);
  const { empty } = sectionsOf(found);
  const title = textOf(roadmap.title, languages);
  const look = (next: Filter) => {
    setFilter(next);
    history.replaceState(null, '', addressWith(next, location));
  };
  // The page came after its address, so that the browser found nothing there yet.
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page screen="roadmap" title={`${title} · ${say('title')}`} languages="top">
      <article class="roadmap stack-wide">
        <Head found={found} title={title} />
        {roadmap.actions.length === 0 ? <Empty found={found} /> : null}
        {roadmap.actions.length > 0 ? (
          <>
            <FilterForm
              found={found}
              filter={filter}
              count={shown.roadmap.actions.length + shown.proposals.length}
              onFilter={look}
            />
            <Contents chapters={chapters} languages={languages} />
          </>
        ) : null}
        {chapters.map((chapter) => (
          <Section
            key={chapter.id}
            found={found}
            chapter={chapter}
            wanted={
              !isEverything(filter) || chapter.actions.some((one) => `#${anchorOf(one)}` === hash)
            }
          />
        ))}
        {isEverything(filter) && empty.length > 0 && empty.length < roadmap.axes.length ? (
          <p class="quiet">
            {say('axesEmpty')}{' '}
            <UserText text={empty.map((axis) => textOf(axis.title, languages)).join(', ')} />
          </p>
        ) : null}
        <Participation found={found} />
        <Counting found={found} />
        <ModerationLog found={found} />
      </article>
      <Foot />
    </Page>
  );
};

const Head = ({ found, title }: PaperProps & { readonly title: string }) => {
  const at = Date.parse(found.asOf.at);
  const { joined, voters } = found.participation;
  return (
    <header class="stack-close">
      {found.rehearsal ? <p class="rehearsal-sign strong">{say('rehearsal')}</p> : null}
      <p class="quiet">{say('title')}</p>
      <Heading>
        <UserText text={title} />
      </Heading>
      <p>
        {say('state', { date: dateText(at), time: clockTime(at) })}. {say(found.status)}
      </p>
      <p>
        {say('joined', { count: joined })}
        {found.ballots.length > 0 ? ` ${say('votersOf', { count: voters, joined })}` : ''}
      </p>
      <Summary found={found} />
      <p class="roadmap-tools">
        <button type="button" class="button" onClick={() => print()}>
          {say('print')}
        </button>
        <a class="button" href={addressOf(found.id)} download={`feuille-de-route-${found.id}.json`}>
          {say('download')}
        </a>
        <a
          class="button"
          href={tableAddress(found.id)}
          download={`feuille-de-route-${found.id}.csv`}
        >
          {say('downloadTable')}
        </a>
        <a class="button" href={archiveAddress(found.id)} download={`koudmen-${found.id}.zip`}>
          {say('downloadAll')}
        </a>
      </p>
    </header>
  );
};

/** The whole in one line; what there is none of is not in it. */
const Summary = ({ found }: PaperProps) => {
  const { adopted, study, rejected } = sectionsOf(found);
  const counts = [
    ['adoptedCount', adopted.reduce((sum, { actions }) => sum + actions.length, 0)],
    ['studyCount', study.length],
    ['rejectedCount', rejected.length],
    ['openCount', found.proposals.length],
  ] as const;
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => say(key, { count }));
  return parts.length > 0 ? <p class="strong">{`${parts.join(', ')}.`}</p> : null;
};

const Empty = ({ found }: PaperProps) => (
  <section class="card stack-close">
    <h2>{say('empty')}</h2>
    <p>{say('emptyHelp')}</p>
    {found.status === 'draft' ? (
      <p class="roadmap-tools">
        <a class="button" href={`/b/${found.id}`}>
          {say('participate')}
        </a>
      </p>
    ) : null}
  </section>
);

type SectionProps = PaperProps & {
  readonly chapter: Chapter;
  /** Whether what is folded is looked for. */
  readonly wanted: boolean;
};

/** What fewer people look for is there on paper, and on a screen when asked for. */
const Section = ({
  found,
  chapter: { id, title, ours, actions, folded },
  wanted,
}: SectionProps) => {
  const cards = actions.map((action) => (
    <ActionCard key={action.id} found={found} action={action} />
  ));
  return (
    <section class="stack" id={id}>
      <h2>
        <UserText text={title} ours={ours} />
      </h2>
      {folded ? (
        <Folded show={say('show', { count: actions.length })} hide={say('hide')} wanted={wanted}>
          {cards}
        </Folded>
      ) : (
        cards
      )}
    </section>
  );
};
