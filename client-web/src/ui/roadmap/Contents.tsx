import { UserText } from '../parts/UserText';
import type { Action } from './document';
import { Folded } from './Folded';
import { Written } from './Written';
import { say } from './words';

/** A part of the document, with its place on the page. */
export type Chapter = {
  readonly id: string;
  readonly title: string;
  /** Its title is the page's, where it is no theme of the board. */
  readonly ours?: boolean;
  readonly actions: readonly Action[];
  /** Shown when asked for, and on paper. */
  readonly folded: boolean;
};

/** The place of an action on the page, for links from anywhere. */
export const anchorOf = ({ reference }: Pick<Action, 'reference'>): string => `action-${reference}`;

type ContentsProps = {
  readonly chapters: readonly Chapter[];
  readonly languages: readonly string[];
};

/** Everything that was decided, each line a link. On paper it is always there. */
export const Contents = ({ chapters, languages }: ContentsProps) => (
  <nav class="stack-close contents" aria-labelledby="contents">
    <h2 id="contents">{say('contents')}</h2>
    <Folded show={say('showContents')} hide={say('hide')}>
      <ol class="stack-close">
        {chapters.map(({ id, title, ours, actions }) => (
          <li key={id}>
            <a class="link-line strong" href={`#${id}`}>
              <UserText text={title} ours={ours} />
            </a>
            <ol>
              {actions.map((action) => (
                <li key={action.id} class="contents-action">
                  <a class="link-line" href={`#${anchorOf(action)}`}>
                    <Written text={action.title} languages={languages} />
                  </a>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Folded>
  </nav>
);
