import { openBallot, proposalOf, switchesNow } from '../../board/select';
import type { Command, Language } from '../../protocol/messages';
import type { Notice, View } from '../../store/store';
import { UserText } from '../parts/UserText';
import { refusalText } from '../words';
import type { ScreenProps } from './BoardScreen';
import type { OneNotice } from './Notices';
import type { Route } from './route';
import { say } from './words';

/** Titles in one notice, so that its button stays on a small screen. */
const titlesMax = 2;

type LeftProps = ScreenProps & { readonly route: Route };

/** Refusals whose control is not on the screen (any more): they are said on top, until read. */
export const leftNotices = ({ store, view, route }: LeftProps): readonly OneNotice[] =>
  groupsOf(view.notices.filter(({ command }) => !isBeside(command, view, route))).map((group) => {
    const [{ id, command, refusal }] = group;
    return {
      key: `refused ${id}`,
      body: (
        <div class="notice notice-refused notice-line stack-close">
          <p class="strong">{group.length > 1 ? say('left.choices') : titleOf(command)}</p>
          {group.slice(0, titlesMax).map((one) => (
            <p key={one.id}>
              <UserText {...wordsOf(one.command, view)} />
            </p>
          ))}
          {group.length > titlesMax ? <p>{say('left.others')}</p> : null}
          <p>{refusalText(refusal)}</p>
          <button
            type="button"
            class="button button-danger"
            onClick={() => {
              for (const one of group) store.dismiss(one.id);
            }}
          >
            {say('understood')}
          </button>
        </div>
      ),
    };
  });

type Group = [Notice, ...Notice[]];

/** Choices that came too late for one reason are told together: a phone that was away has many. */
const groupsOf = (notices: readonly Notice[]): readonly Group[] => {
  const groups: Group[] = [];
  for (const notice of notices) {
    const like = groups.find(
      ([first]) =>
        first.command.type === 'castChoice' &&
        notice.command.type === 'castChoice' &&
        first.refusal.word === notice.refusal.word,
    );
    if (like) like.push(notice);
    else groups.push([notice]);
  }
  return groups;
};

/** Whether a control on the screen says the refusal itself. */
const isBeside = (command: Command, { board }: View, route: Route): boolean => {
  const switches = switchesNow(board);
  const shows = (proposal: string) => route.type === 'proposal' && route.id === proposal;
  switch (command.type) {
    case 'castChoice':
      return (
        switches.vote &&
        openBallot(board)?.id === command.ballot &&
        (route.type === 'now' || shows(command.proposal))
      );
    case 'submitComment':
      return switches.comment && shows(command.proposal);
    case 'introduce':
      return route.type === 'name';
    case 'leaveMerge':
      return false;
    default:
      return route.type === 'mine';
  }
};

const titleOf = ({ type }: Command): string => {
  switch (type) {
    case 'castChoice':
    case 'submitComment':
    case 'editProposal':
    case 'withdrawProposal':
    case 'introduce':
    case 'leaveMerge':
      return say(`left.${type}`);
    default:
      return say('notSent');
  }
};

/** What it was about, in the person's own words where there are any. */
const wordsOf = (
  command: Command,
  { board }: View,
): { readonly text: string; readonly language?: Language | undefined } => {
  switch (command.type) {
    case 'castChoice':
    case 'withdrawProposal':
    case 'leaveMerge':
      return {
        text: proposalOf(board, command.proposal)?.title ?? '',
        language: proposalOf(board, command.proposal)?.language,
      };
    case 'submitProposal':
    case 'editProposal':
      return { text: command.title, language: command.language };
    case 'submitComment':
      return { text: command.text, language: command.language };
    default:
      return { text: '' };
  }
};
