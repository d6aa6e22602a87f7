import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { choiceOfDots, dotsOf, scales, spentOf } from '../../board/methods';
import { choiceOf, mostDots, tallyOf } from '../../board/select';
import type { Ballot, Choice, Command, Proposal } from '../../protocol/messages';
import { now } from '../../store/browser';
import { countedAt } from '../../store/counted';
import type { Store, View } from '../../store/store';
import { useNow } from '../hooks';
import { lostCause, useLost } from '../parts/ConnectionNotice';
import { Icon } from '../parts/Icon';
import { TallyBar } from '../parts/TallyBar';
import { isSteady, type Place, placeNow } from '../steady';
import { choiceText, clockTime, refusalText } from '../words';
import { GradeSign } from './GradeSign';
import { say } from './words';

export type VoteProps = {
  readonly store: Store;
  readonly view: View;
  readonly ballot: Ballot;
  readonly proposal: Proposal;
};

type ChoiceProps = {
  readonly view: View;
  readonly ballot: Ballot;
  readonly chosen: Choice | undefined;
  /** Whether a tap counts now. */
  readonly steady: boolean;
  readonly cast: (choice: Choice | undefined) => void;
};

const castOf = ({ store, ballot, proposal }: VoteProps, choice: Choice | undefined) =>
  store.intend({
    type: 'castChoice',
    ballot: ballot.id,
    proposal: proposal.id,
    ...(choice ? { choice } : {}),
  });

/** How often it is looked where the buttons are, in milliseconds. */
const lookEvery = 100;

/** Whether the buttons of this proposal have stood still, so that a tap on them was meant. */
const useSteady = (buttons: RefObject<HTMLElement | null>, what: string) => {
  const place = useRef<Place>(undefined);
  const [steady, setSteady] = useState(false);
  const look = (): boolean => {
    const top = (buttons.current?.getBoundingClientRect().top ?? 0) + scrollY;
    place.current = placeNow(place.current, what, top, now());
    return isSteady(place.current, now());
  };
  useEffect(() => {
    setSteady(look());
    const timer = setInterval(() => setSteady(look()), lookEvery);
    return () => clearInterval(timer);
  }, [what]);
  return { steady: steady && place.current?.what === what, look };
};

/** One tap is the vote, whatever the method. A tap on what just moved there is none. */
export const VoteButtons = (props: VoteProps) => {
  const { view, ballot, proposal } = props;
  const buttons = useRef<HTMLDivElement>(null);
  const { steady, look } = useSteady(buttons, proposal.id);
  const chosen = choiceOf(view.board, ballot, proposal.id);
  const cast = (choice: Choice | undefined) => (look() ? castOf(props, choice) : undefined);
  const own = { view, ballot, chosen, steady, cast };
  return (
    <div class="stack-close votes" ref={buttons}>
      {ballot.method === 'dots' ? (
        <Dots {...own} />
      ) : ballot.method === 'approval' ? (
        <Mark {...own} />
      ) : (
        <Choices {...own} method={ballot.method} />
      )}
    </div>
  );
};

/** What became of the vote, and the way to take it back. It is as high with a vote as without. */
export const VoteFoot = (props: VoteProps) => {
  const { view, ballot, proposal } = props;
  const chosen = choiceOf(view.board, ballot, proposal.id);
  const takeBack = () => {
    castOf(props, undefined);
    // The button that was tapped goes away; the keyboard stays with the vote.
    document.querySelector<HTMLElement>('.vote')?.focus({ preventScroll: true });
  };
  // Where the same button takes the choice back, no other is needed.
  const undoes = ballot.method === 'opinion' || ballot.method === 'grades';
  return (
    <div class="vote-foot">
      <VoteStatus {...props} chosen={chosen} />
      {chosen && undoes ? (
        <button type="button" class="button button-plain" onClick={takeBack}>
          {say('undo')}
        </button>
      ) : null}
    </div>
  );
};

const icons: { readonly [C in Choice]?: 'yes' | 'unsure' | 'no' } = {
  support: 'yes',
  neutral: 'unsure',
  oppose: 'no',
};

type ChoicesProps = Pick<ChoiceProps, 'chosen' | 'steady' | 'cast'> & Pick<Ballot, 'method'>;

/** One of a few, all in sight. */
export const Choices = ({ method, chosen, steady, cast }: ChoicesProps) => {
  const scale = scales[method];
  const grades = method === 'grades';
  return (
    <ul class={grades ? 'grades' : 'stack-touch'}>
      {scale.map((choice, level) => {
        const icon = icons[choice];
        return (
          <li key={choice}>
            <button
              type="button"
              class={`button button-wide vote vote-${choice} ${grades ? '' : 'button-large'}`}
              aria-pressed={chosen === choice}
              aria-disabled={!steady}
              onClick={() => cast(choice)}
            >
              {icon ? <Icon name={icon} /> : <GradeSign level={level} of={scale.length} />}
              {choiceText(choice)}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** One large button, on or off. */
const Mark = ({ view, ballot, chosen, steady, cast }: ChoiceProps) => {
  const { left } = spentOf(ballot, view.board.mine.choices.get(ballot.id));
  const full = left === 0 && !chosen;
  return (
    <>
      <button
        type="button"
        class="button button-wide button-large vote vote-support"
        aria-pressed={chosen !== undefined}
        aria-disabled={!steady}
        aria-describedby={left === undefined ? undefined : 'marks-left'}
        disabled={full}
        onClick={() => cast(chosen ? undefined : 'approve')}
      >
        <Icon name={chosen ? 'chosen' : 'notChosen'} />
        {say('approve')}
      </button>
      {left === undefined ? null : (
        <p id="marks-left" class="small">
          {left === 0 ? say('marksNone') : say('marksLeft', { count: left })}
        </p>
      )}
    </>
  );
};

/** Dots are laid and taken up one by one; what is left stands below. */
const Dots = ({ view, ballot, chosen, steady, cast }: ChoiceProps) => {
  const { budget = 0, cap = 0 } = ballot;
  const { left = 0 } = spentOf(ballot, view.board.mine.choices.get(ballot.id));
  const own = dotsOf(chosen);
  const atCap = own >= cap;
  return (
    <>
      <div class="dots">
        <button
          type="button"
          class="button button-large"
          disabled={own === 0}
          aria-disabled={own === 0 || !steady}
          onClick={() => cast(choiceOfDots(own - 1))}
        >
          <Icon name="unsure" />
          {say('removeDot')}
        </button>
        <p class="dots-own" role="status">
          {say('dots', { count: own })}
        </p>
        <button
          type="button"
          class="button button-large button-primary"
          disabled={atCap || left === 0}
          aria-disabled={atCap || left === 0 || !steady}
          aria-describedby="dots-left"
          onClick={() => cast(choiceOfDots(own + 1))}
        >
          <Icon name="add" />
          {say('addDot')}
        </button>
      </div>
      <p class="dots-row" aria-hidden="true">
        {Array.from({ length: cap }, (_, at) => (
          <span key={at} class={at < own ? 'dot dot-on' : 'dot'} />
        ))}
      </p>
      <p id="dots-left" class="small">
        {say('dotsLeft', { count: left, budget })}{' '}
        {atCap && left > 0 ? say('dotsCap', { count: cap }) : ''}
      </p>
    </>
  );
};

type SoFarProps = Omit<VoteProps, 'store'>;

/** So long counts are of now, in milliseconds: while many vote they come every three seconds at best. */
const freshFor = 10_000;

const countsLook = 5_000;

/**
 * The counts, where this person may see them while the vote goes on; where they may be others now,
 * with the time they are of, for which there is a line before, so that nothing moves.
 */
export const TallySoFar = ({ view, ballot, proposal }: SoFarProps) => {
  const { board, counted } = view;
  const time = useNow(countsLook);
  const tally = tallyOf(board, ballot, proposal.id);
  if (!tally) return null;
  const at = countedAt(counted, proposal.id);
  return (
    <div class="stack-close">
      <TallyBar
        method={ballot.method}
        counts={tally.counts}
        voters={board.turnout.get(ballot.id)}
        most={mostDots(board, ballot)}
      />
      <p class="small quiet counts-of">
        {time - at > freshFor ? say('countsOf', { time: clockTime(at) }) : ''}
      </p>
    </div>
  );
};

/** On its way, recorded once the server has said so, waiting for the network, or refused and why. */
const VoteStatus = (props: VoteProps & { chosen: Choice | undefined }) => {
  const { view, ballot, proposal, chosen } = props;
  const lost = useLost(view);
  const isThis = (command: Command) =>
    command.type === 'castChoice' &&
    command.ballot === ballot.id &&
    command.proposal === proposal.id;
  const waits = view.waiting.some(({ command }) => isThis(command));
  const notice = view.notices.find(({ command }) => isThis(command));
  return (
    <div role="status" class="vote-status">
      {notice ? (
        <p class="wrong small">{refusalText(notice.refusal)}</p>
      ) : waits ? (
        <p class="quiet small">
          {lost ? say('willLeave', { cause: lostCause() }) : say('sending')}
        </p>
      ) : chosen ? (
        <p class="recorded">
          <Icon name="yes" />
          {say('recorded')}
        </p>
      ) : (
        <p class="quiet small not-voted">{say('notVoted')}</p>
      )}
    </div>
  );
};
