import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BoardCard, Code, CollegeId, Credential, Refusal } from '../../protocol/messages';
import { getCard, joinBoard, passes } from '../../store/api';
import { useLater } from '../hooks';
import { Heading, Page } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import { say } from './words';

type JoinProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly onJoined: () => void;
};

type Door =
  | { readonly type: 'loading' }
  /** Nothing came back; it is tried again by itself. */
  | { readonly type: 'unreachable' }
  | { readonly type: 'open'; readonly card: BoardCard }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** How long until a request that failed is tried again, spread out so that a room does not push. */
const again = () => 2000 + 3000 * Math.random();

/** The door: which board this is, and one tap to come in. */
export const JoinScreen = ({ code, credential, onJoined }: JoinProps) => {
  const [door, setDoor] = useState<Door>({ type: 'loading' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      const found = await getCard(code);
      if (left) return;
      if (found.type === 'done') return setDoor({ type: 'open', card: found.value });
      if (found.type === 'refused' && !passes(found.refusal)) {
        return setDoor({ type: 'refused', refusal: found.refusal });
      }
      setDoor({ type: 'unreachable' });
      timer = setTimeout(look, again());
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [code]);

  switch (door.type) {
    case 'loading':
      return <Loading />;
    case 'unreachable':
      return <Loading trouble={say('unreachable')} />;
    case 'refused':
      return door.refusal.word === 'unknownBoard' ? (
        <UnknownBoard />
      ) : (
        <Refused refusal={door.refusal} />
      );
    case 'open':
      return door.card.phase === 'closed' ? (
        <Closed card={door.card} />
      ) : (
        <Colleges card={door.card} credential={credential} onJoined={onJoined} />
      );
  }
};

export const Loading = ({ trouble }: { trouble?: string }) => {
  const slow = useLater(5000);
  return (
    <Page screen="loading" title={say('loading')}>
      <div class="column stack">
        <Heading>{say('loading')}</Heading>
        <div class="card skeleton" aria-hidden="true" />
        <p role="status">{trouble ?? (slow ? say('slow') : '')}</p>
      </div>
    </Page>
  );
};

type CollegesProps = {
  readonly card: BoardCard;
  readonly credential: Credential;
  readonly onJoined: () => void;
};

const Colleges = ({ card, credential, onJoined }: CollegesProps) => {
  const [chosen, setChosen] = useState<CollegeId>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [trouble, setTrouble] = useState(false);

  const join = useCallback(
    async (college: CollegeId) => {
      setChosen(college);
      setRefusal(undefined);
      for (;;) {
        const answer = await joinBoard(card.code, credential, { college });
        if (answer.type === 'done') return onJoined();
        if (answer.type === 'refused' && !passes(answer.refusal)) {
          setChosen(undefined);
          return setRefusal(answer.refusal);
        }
        setTrouble(true);
        await new Promise((done) => setTimeout(done, again()));
      }
    },
    [card.code, credential, onJoined],
  );

  return (
    <Page screen="join" title={card.title}>
      <div class="column stack">
        <p class="quiet">
          <UserText text={card.title} />
        </p>
        <Heading>{say('welcome')}</Heading>
        <p class="lead">{say('youComeAs')}</p>
        <ul class="stack-touch">
          {card.colleges.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                class="button button-wide button-large"
                aria-pressed={chosen === id}
                disabled={chosen !== undefined}
                onClick={() => join(id)}
              >
                <UserText text={title} />
              </button>
            </li>
          ))}
        </ul>
        <div role="status">
          {chosen ? <p>{say(trouble ? 'unreachable' : 'joining')}</p> : null}
          {refusal ? <p class="notice notice-refused">{refusalText(refusal)}</p> : null}
        </div>
        <p class="quiet">{say('noAccount')}</p>
      </div>
    </Page>
  );
};

/** Who comes after the end. */
const Closed = ({ card }: { card: BoardCard }) => (
  <Page screen="closed" title={card.title}>
    <div class="column stack">
      <p class="quiet">
        <UserText text={card.title} />
      </p>
      <Heading>{say('open.closed')}</Heading>
      <a class="button button-primary button-wide" href={`/roadmap/${card.code}`}>
        {say('seeRoadmap')}
      </a>
    </div>
  </Page>
);

export const UnknownBoard = () => (
  <Page screen="unknown" title={say('unknownBoardTitle')}>
    <div class="column stack">
      <Heading>{say('unknownBoardTitle')}</Heading>
      <p>{say('unknownBoardHelp')}</p>
      <a class="button button-primary button-wide" href="/">
        {say('otherCode')}
      </a>
    </div>
  </Page>
);

const Refused = ({ refusal }: { refusal: Refusal }) => (
  <Page screen="refused" title={say('refusedTitle')}>
    <div class="column stack">
      <Heading>{say('refusedTitle')}</Heading>
      <p>{refusalText(refusal)}</p>
      <button
        type="button"
        class="button button-primary button-wide"
        onClick={() => location.reload()}
      >
        {say('retry')}
      </button>
    </div>
  </Page>
);
