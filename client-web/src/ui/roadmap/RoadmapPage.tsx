import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Code, limits } from '../../protocol/messages';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { language, percent } from '../words';
import {
  type Action,
  addressOf,
  base,
  type Loaded,
  lastResult,
  load,
  type Result,
  type RoadmapDocument,
  textOf,
} from './document';
import { say } from './words';

/** The public page of a roadmap: to read, to print, to download. */
export const RoadmapPage = ({ code }: { code: Code }) => {
  const [loaded, setLoaded] = useState<Loaded>({ type: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    load(code).then((found) => {
      if (!left) setLoaded(found);
    });
    return () => {
      left = true;
    };
  }, [code, tries]);
  const retry = () => {
    setLoaded({ type: 'loading' });
    setTries(tries + 1);
  };

  if (loaded.type === 'done') return <Document code={code} found={loaded.document} />;
  if (loaded.type === 'unknown') {
    return (
      <Simple title={say('unknownTitle')} help={say('unknownHelp')}>
        <a class="button button-primary" href="/">
          {say('home')}
        </a>
      </Simple>
    );
  }
  if (loaded.type === 'unreachable') {
    return (
      <Simple title={say('unreachable')} help={say('unreachableHelp')}>
        <button type="button" class="button button-primary" onClick={retry}>
          {say('retry')}
        </button>
      </Simple>
    );
  }
  return <Simple title={say('title')} help={say('loading')} />;
};

type SimpleProps = {
  readonly title: string;
  readonly help: string;
  readonly children?: ComponentChildren;
};

const Simple = ({ title, help, children }: SimpleProps) => (
  <Page screen={title} title={title}>
    <div class="column stack">
      <Heading>{title}</Heading>
      <p role="status">{help}</p>
      {children}
    </div>
  </Page>
);

const date = (text: string): string =>
  new Date(text).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });

type PartProps = { readonly found: RoadmapDocument };

const Document = ({ code, found }: PartProps & { readonly code: Code }) => {
  const { roadmap, proposals, asOf, languages, participation } = found;
  const title = textOf(roadmap.title, languages);
  const study = proposals.filter(({ decision }) => decision?.decision === 'toStudy');
  const other = proposals.filter(({ decision }) => decision?.decision === 'notRetained');
  return (
    <Page screen="roadmap" title={`${say('title')} · ${title}`}>
      <article class="roadmap stack-wide">
        <header class="stack-close">
          <p class="quiet">{say('title')}</p>
          <Heading>
            <UserText text={title} />
          </Heading>
          <p>
            {say('state', { date: date(asOf.at) })} {say('people', { count: participation.joined })}
          </p>
          <p class="roadmap-tools">
            <button type="button" class="button" onClick={() => print()}>
              {say('print')}
            </button>
            <a class="button" href={addressOf(code)} download={`koudmen-${code}.json`}>
              {say('download')}
            </a>
          </p>
        </header>
        {roadmap.actions.length === 0 ? (
          <section class="card stack-close">
            <h2>{say('empty')}</h2>
            <p>{say('emptyHelp')}</p>
          </section>
        ) : (
          roadmap.axes.map((axis) => (
            <AxisSection
              key={axis.id}
              found={found}
              title={textOf(axis.title, languages)}
              actions={roadmap.actions.filter((action) => action.axis === axis.id)}
            />
          ))
        )}
        {study.length > 0 ? (
          <AxisSection found={found} title={say('study')} actions={study} />
        ) : null}
        {other.length > 0 ? (
          <AxisSection found={found} title={say('other')} actions={other} />
        ) : null}
      </article>
    </Page>
  );
};

type AxisProps = PartProps & { readonly title: string; readonly actions: readonly Action[] };

const AxisSection = ({ found, title, actions }: AxisProps) => (
  <section class="stack">
    <h2>
      <UserText text={title} />
    </h2>
    {actions.length === 0 ? <p class="quiet">{say('axisEmpty')}</p> : null}
    {actions.map((action) => (
      <ActionCard key={action.id} found={found} action={action} />
    ))}
  </section>
);

const when = ({ start, end }: Action): string => {
  if (start && end) return say('fromTo', { start: date(start), end: date(end) });
  if (start) return say('from', { start: date(start) });
  return end ? say('until', { end: date(end) }) : '';
};

const names = (all: readonly { readonly name: string }[] | undefined): string =>
  (all ?? []).map(({ name }) => name).join(', ');

const ActionCard = ({ found, action }: PartProps & { readonly action: Action }) => {
  const { languages } = found;
  const result = lastResult(action);
  const facts: readonly (readonly [string, string])[] = [
    [say('lead'), names(action.bearers)],
    [say('partners'), names(action.partners)],
    [say('when'), when(action)],
    [say('words'), textOf(action.decision?.words, languages)],
  ];
  return (
    <section class="card stack-close action">
      <h3>
        <UserText text={textOf(action.title, languages)} />
      </h3>
      {action.decision ? <p class="strong">{say(`decision.${action.decision.decision}`)}</p> : null}
      {action.description ? (
        <p>
          <UserText text={textOf(action.description, languages)} />
        </p>
      ) : null}
      <dl class="facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt class="quiet">{name}</dt>
              <dd>
                <UserText text={text} />
              </dd>
            </div>
          ))}
        {result && base(result.counts) > 0 ? <Support found={found} result={result} /> : null}
      </dl>
    </section>
  );
};

const share = (counts: Result['counts']): string =>
  say('percentFor', {
    percent: percent(counts.support, base(counts)) ?? '',
    count: base(counts),
  });

/** The room's support, and that of each college where it may be told. */
const Support = ({ found, result }: PartProps & { readonly result: Result }) => {
  const titleOf = (id: string) => {
    const college = found.participation.colleges.find((one) => one.id === id);
    return college ? textOf(college.title, found.languages) : id;
  };
  return (
    <>
      <div>
        <dt class="quiet">{say('support')}</dt>
        <dd>{share(result.counts)}</dd>
      </div>
      {result.byCollege.length > 0 ? (
        <div>
          <dt class="quiet">{say('byCollege')}</dt>
          {result.byCollege.map(({ college, counts }) => (
            <dd key={college}>
              {counts
                ? base(counts) > 0
                  ? say('collegeShare', { college: titleOf(college), share: share(counts) })
                  : null
                : say('smallGroup', { college: titleOf(college), count: limits.smallCellMin })}
            </dd>
          ))}
        </div>
      ) : null}
    </>
  );
};
