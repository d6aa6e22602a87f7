import { archiveAddress } from '../../store/api';
import { Foot } from '../parts/Foot';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { clockTime, dateText } from '../words';
import { ActionCard } from './ActionCard';
import { type Action, addressOf, type RoadmapDocument, sectionsOf, textOf } from './document';
import { Folded } from './Folded';
import { ModerationLog } from './ModerationLog';
import { Counting, Participation } from './Participation';
import { say } from './words';

export type PaperProps = { readonly found: RoadmapDocument };

/** The document for people: what was adopted first, the rest after it, then who took part. */
export const Paper = ({ found }: PaperProps) => {
  const { roadmap, proposals, languages } = found;
  const { adopted, empty, study, rejected } = sectionsOf(found);
  const title = textOf(roadmap.title, languages);
  return (
    <Page screen="roadmap" title={`${title} · ${say('title')}`} languages="top">
      <article class="roadmap stack-wide">
        <Head found={found} title={title} />
        {roadmap.actions.length === 0 ? <Empty found={found} /> : null}
        {adopted.map(({ axis, actions }) => (
          <Section
            key={axis.id}
            found={found}
            title={textOf(axis.title, languages)}
            actions={actions}
          />
        ))}
        {adopted.length > 0 && empty.length > 0 ? (
          <p class="quiet">
            {say('axesEmpty')}{' '}
            <UserText text={empty.map((axis) => textOf(axis.title, languages)).join(', ')} />
          </p>
        ) : null}
        {study.length > 0 ? <Section found={found} title={say('study')} actions={study} /> : null}
        <FoldedSection found={found} title={say('rejected')} actions={rejected} />
        <FoldedSection found={found} title={say('undecided')} actions={proposals} />
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
  readonly title: string;
  readonly actions: readonly Action[];
};

const Section = ({ found, title, actions }: SectionProps) => (
  <section class="stack">
    <h2>
      <UserText text={title} />
    </h2>
    <Cards found={found} actions={actions} />
  </section>
);

const Cards = ({ found, actions }: PaperProps & { readonly actions: readonly Action[] }) => (
  <>
    {actions.map((action) => (
      <ActionCard key={action.id} found={found} action={action} />
    ))}
  </>
);

/** What fewer people look for: there on paper, and on a screen when asked for. */
const FoldedSection = ({ found, title, actions }: SectionProps) => {
  if (actions.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Folded show={say('show', { count: actions.length })} hide={say('hide')}>
        <Cards found={found} actions={actions} />
      </Folded>
    </section>
  );
};
