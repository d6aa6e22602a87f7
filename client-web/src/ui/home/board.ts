/** The form that opens a board, as the request it becomes. */
import { type Admission, type CreateBoard, type Language, limits } from '../../protocol/messages';
import { type ModerationChoice, moderationOf } from '../moderation';
import { graphemes, lines, slug } from '../text';
import { spoken } from '../words';
import { say } from './words';

export type BoardForm = {
  readonly title: string;
  /** What the people will write in, and the screen speak. */
  readonly language: Language;
  /** One title a line. */
  readonly axes: string;
  readonly colleges: string;
  readonly moderation: ModerationChoice;
  readonly perPerson: number;
  readonly admission: Admission;
  /** The id of a template; empty where nothing is planned. */
  readonly template: string;
};

export type BoardProblems = {
  readonly [Field in 'title' | 'axes' | 'colleges']?: string | undefined;
};

export const startForm = (): BoardForm => ({
  title: '',
  language: spoken(),
  axes: '',
  colleges: say('collegesUsual'),
  moderation: 'before',
  perPerson: 5,
  admission: 'open',
  template: '',
});

const linesProblem = (text: string, most: number, none: string): string | undefined => {
  const found = lines(text);
  if (found.length === 0) return none;
  if (found.length > most) return say('tooManyLines', { limit: most });
  const limit = limits.labelGraphemesMax;
  return found.some((line) => graphemes(line) > limit) ? say('lineTooLong', { limit }) : undefined;
};

const titleProblem = (title: string): string | undefined => {
  const limit = limits.boardTitleGraphemesMax;
  if (title.trim() === '') return say('needTitle');
  return graphemes(title.trim()) > limit ? say('titleTooLong', { limit }) : undefined;
};

/** What keeps the form from being sent, beside each field. */
export const problemsOf = (form: BoardForm): BoardProblems => {
  const found: BoardProblems = {
    title: titleProblem(form.title),
    axes: linesProblem(form.axes, limits.createBoardAxesMax, say('needAxes')),
    colleges: linesProblem(form.colleges, limits.createBoardCollegesMax, say('needColleges')),
  };
  return found;
};

/** Titles with ids made of them, each its own. */
const named = (text: string): { id: string; title: string }[] => {
  const taken: string[] = [];
  return lines(text).map((title) => {
    const id = slug(title, taken);
    taken.push(id);
    return { id, title };
  });
};

/** The request of a form without problems. */
export const requestOf = (form: BoardForm): CreateBoard => ({
  title: form.title.trim(),
  language: form.language,
  axes: named(form.axes),
  colleges: named(form.colleges),
  settings: {
    ...moderationOf(form.moderation),
    proposalsPerParticipant: form.perPerson,
    admission: form.admission,
  },
  ...(form.template === '' ? {} : { template: form.template }),
});
