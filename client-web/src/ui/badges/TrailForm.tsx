import { useState } from 'preact/hooks';
import type { BadgeTrail, BoardCard, Code, Credential, Trace } from '../../protocol/messages';
import { getTrail } from '../../store/api';
import { Problem } from '../parts/Field';
import { UserText } from '../parts/UserText';
import { clockTime, refusalText } from '../words';
import { say } from './words';

type TrailProps = {
  readonly code: Code;
  readonly credential: Credential;
  readonly card: BoardCard | undefined;
};

/** For somebody at the desk who says "my badge does not work": where and when it was used. */
export const TrailForm = ({ code, credential, card }: TrailProps) => {
  const [number, setNumber] = useState('');
  const [trail, setTrail] = useState<BadgeTrail>();
  const [trouble, setTrouble] = useState<string>();
  const look = async (event: Event) => {
    event.preventDefault();
    setTrail(undefined);
    setTrouble(undefined);
    const answer = await getTrail(code, credential, Number(number) || 0);
    if (answer.type === 'done') return setTrail(answer.value);
    setTrouble(answer.type === 'refused' ? refusalText(answer.refusal) : say('unreachable'));
  };
  return (
    <form class="stack" onSubmit={look} noValidate aria-labelledby="trail-title">
      <h2 id="trail-title">{say('trail')}</h2>
      <p>{say('trailLead')}</p>
      <div class="field">
        <label class="label" for="trail-number">
          {say('trailNumber')}
        </label>
        <input
          id="trail-number"
          class="input number"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value.replace(/\D/g, ''))}
        />
      </div>
      <button type="submit" class="button button-wide" disabled={number === ''}>
        {say('trailLook')}
      </button>
      <Problem text={trouble} />
      <div role="status">
        {trail ? <Trail trail={trail} colleges={card?.colleges ?? []} /> : null}
      </div>
    </form>
  );
};

type FoundProps = { readonly trail: BadgeTrail; readonly colleges: BoardCard['colleges'] };

const Trail = ({ trail, colleges }: FoundProps) => {
  if (trail.college === undefined) return <p class="card">{say('trailNone')}</p>;
  const college = colleges.find(({ id }) => id === trail.college)?.title ?? trail.college;
  const traces = [...trail.trail].sort((a, b) => a.last - b.last);
  return (
    <div class="card stack-close">
      <p class="strong">
        <UserText ours text={say('trailOf', { badge: trail.badge, college })} />
      </p>
      <ul class="stack-close">
        {traces.map((trace) => (
          <li key={`${trace.deed} ${trace.channel} ${trace.ballot}`}>{traceText(trace)}</li>
        ))}
      </ul>
      <p class="small quiet">{say('trailLast')}</p>
    </div>
  );
};

const traceText = ({ deed, channel, ballot, first, last }: Trace): string => {
  const times = [clockTime(first), clockTime(last)] as const;
  const when =
    times[0] === times[1]
      ? say('at', { time: times[0] })
      : say('from', { first: times[0], last: times[1] });
  return `${say(`deed.${deed}`, { ballot: ballot ?? 0 })}, ${say(`channel.${channel}`)}, ${when}`;
};
