import { useState } from 'preact/hooks';
import type { Board } from '../../board/board';
import { standingProposals, switchesNow } from '../../board/select';
import { limits, type Proposal } from '../../protocol/messages';
import { Field, Problem, useFirstWrong, useSaid } from '../parts/Field';
import { Options } from '../parts/Options';
import { Heading } from '../parts/Page';
import { UserText } from '../parts/UserText';
import { WrittenIn } from '../parts/WrittenIn';
import { useSimilar } from '../similar';
import { graphemes, tidied } from '../text';
import { spoken } from '../words';
import type { ScreenProps } from './BoardScreen';
import { type Draft, draftOf, emptyDraft, keepDraft, keptDraft } from './draft';
import { fragment, go } from './route';
import { say } from './words';

type Problems = {
  readonly [Field in 'title' | 'axis' | 'description' | 'form']?: string | undefined;
};

const tooLong = (text: string, limit: number): string | undefined =>
  graphemes(text) > limit ? say('titleTooLong', { limit }) : undefined;

type ProposeProps = ScreenProps & {
  /** The proposal whose text is to change; without it a new one is written. */
  readonly correcting?: Proposal | undefined;
};

/** Write an action: a sentence, a theme, and if one likes an explanation. */
export const ProposeScreen = ({ store, view, storage, correcting }: ProposeProps) => {
  const { board } = view;
  const code = board.about?.code ?? '';
  const [draft, setDraft] = useState<Draft>(() =>
    correcting ? draftOf(correcting) : keptDraft(storage, code),
  );
  const [problem = {}, setProblem] = useSaid<Problems>();
  const { form, lead } = useFirstWrong();
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setProblem();
    if (!correcting) keepDraft(storage, code, next);
  };
  const axes = board.about?.axes ?? [];
  const language = draft.language ?? (correcting ? board.about?.language : undefined) ?? spoken();
  const axis = axes.length === 1 ? (axes[0]?.id ?? '') : draft.axis;

  const send = (event: Event) => {
    event.preventDefault();
    const text = {
      language,
      title: tidied(draft.title),
      description: tidied(draft.description),
      axis,
    };
    const said = (): Problems => ({
      title: text.title === '' ? say('writeFirst') : tooLong(text.title, limits.titleGraphemesMax),
      axis: axes.some(({ id }) => id === axis) ? undefined : say('chooseAxis'),
      description: tooLong(text.description, limits.descriptionGraphemesMax),
    });
    const wrong = said();
    if (wrong.title || wrong.axis || wrong.description) {
      setProblem(said);
      return lead();
    }
    const kept = correcting
      ? store.intend({ type: 'editProposal', proposal: correcting.id, ...text })
      : store.intend({ type: 'submitProposal', proposal: store.mint(), ...text });
    if (!kept) return setProblem(() => ({ form: say('tooMuchWaiting') }));
    if (!correcting) keepDraft(storage, code, emptyDraft);
    go({ type: 'mine' });
  };

  const similar = useSimilar(store, view, draft.title, correcting?.id);
  const answering = correcting?.status === 'returned';
  const obstacle = correcting ? undefined : obstacleOf(board);
  return (
    <form class="stack-wide" ref={form} onSubmit={send} noValidate>
      <Heading>{say(answering ? 'answerTitle' : correcting ? 'correctTitle' : 'propose')}</Heading>
      {answering && correcting.question ? (
        <div class="notice stack-close">
          <p class="strong">
            <UserText text={correcting.question} />
          </p>
          <p>{say('answerHelp')}</p>
        </div>
      ) : null}
      <Field
        id="title"
        label={say('proposeTitle')}
        help={say('proposeExample')}
        value={draft.title}
        onValue={(title) => change({ title: title.replace(/\n/g, ' ') })}
        max={limits.titleGraphemesMax}
        problem={problem.title}
        rows={2}
      />
      <SimilarProposals proposals={similar} />
      {axes.length > 1 ? (
        <div>
          <Options
            name="axis"
            legend={say('axis')}
            value={axis}
            options={axes}
            theirs
            onValue={(id) => change({ axis: id })}
            problem={problem.axis}
          />
        </div>
      ) : null}
      <Field
        id="description"
        label={say('proposeMore')}
        value={draft.description}
        onValue={(description) => change({ description })}
        max={limits.descriptionGraphemesMax}
        problem={problem.description}
        rows={4}
        optional
      />
      <WrittenIn id="language" value={language} onValue={(one) => change({ language: one })} />
      <Problem text={problem.form ?? obstacle} />
      <button
        type="submit"
        class="button button-primary button-wide"
        disabled={obstacle !== undefined}
      >
        {say(answering ? 'sendAnswer' : correcting ? 'saveCorrection' : 'send')}
      </button>
    </form>
  );
};

/** What the room proposed already. The draft is kept while one reads it. */
const SimilarProposals = ({ proposals }: { readonly proposals: readonly Proposal[] }) => (
  <div role="status">
    {proposals.length > 0 ? (
      <div class="notice stack-close">
        <p class="strong">{say('similar')}</p>
        <ul class="stack-touch">
          {proposals.map(({ id, title, language }) => (
            <li key={id}>
              <a class="button button-wide" href={fragment({ type: 'proposal', id })}>
                <UserText text={title} language={language} />
              </a>
            </li>
          ))}
        </ul>
        <p>{say('similarHelp')}</p>
      </div>
    ) : null}
  </div>
);

/** Why no proposal can be handed in now, if so. */
const obstacleOf = (board: Board): string | undefined => {
  if (board.mine.muted) return say('muted');
  if (!switchesNow(board).propose) return say('proposeOff');
  const count = standingProposals(board);
  const most = board.about?.settings.proposalsPerParticipant ?? 0;
  return count >= most ? say('proposeFull', { count }) : undefined;
};
