import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Code } from '../../protocol/messages';
import { useLater } from '../hooks';
import { Heading, Page } from '../parts/Page';
import { followBoard } from '../start';
import { type Loaded, load } from './document';
import { Paper } from './Paper';
import { say } from './words';

/** The public page of a roadmap: to read, to print, to download. */
export const RoadmapPage = ({ code }: { code: Code }) => {
  const [loaded, setLoaded] = useState<Loaded>({ type: 'loading' });
  const [tries, setTries] = useState(0);
  // Another try is another fetch.
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
    setTries((count) => count + 1);
  };
  switch (loaded.type) {
    case 'done':
      followBoard(loaded.document.languages[0] ?? '');
      return <Paper found={loaded.document} />;
    case 'unknown':
      return (
        <Simple title={say('unknownTitle')} help={say('unknownHelp')}>
          <a class="button button-primary" href="/">
            {say('home')}
          </a>
        </Simple>
      );
    case 'unreachable':
      return <Unreachable onRetry={retry} />;
    case 'loading':
      return <Loading />;
  }
};

const Loading = () => (
  <Simple title={say('title')} help={say(useLater(5000) ? 'slow' : 'loading')} />
);

/** Tries again by itself when the network comes back. */
const Unreachable = ({ onRetry }: { onRetry: () => void }) => {
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <Simple title={say('unreachable')} help={say('unreachableHelp')}>
      <button type="button" class="button button-primary" onClick={onRetry}>
        {say('retry')}
      </button>
    </Simple>
  );
};

type SimpleProps = {
  readonly title: string;
  readonly help: string;
  readonly children?: ComponentChildren;
};

const Simple = ({ title, help, children }: SimpleProps) => (
  <Page screen={title} title={title} languages="top">
    <div class="column stack">
      <Heading>{title}</Heading>
      <p role="status">{help}</p>
      {children}
    </div>
  </Page>
);
