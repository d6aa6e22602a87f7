/** What is said of a commitment, for every page that shows it whole. */
import { commitments } from '../../../locales/fr.json';
import type { NeedCode } from '../../protocol/messages';
import { dayText, people, sayCommon, speaker } from '../words';

export const say = speaker({ commitments });

/** From when to when, as far as that is known. */
export const when = ({ start, end }: { start?: string; end?: string }): string => {
  if (start && end) return say('fromTo', { start: dayText(start), end: dayText(end) });
  if (start) return say('from', { start: dayText(start) });
  return end ? say('until', { end: dayText(end) }) : '';
};

export const euros = (amount: number): string => sayCommon('euros', { amount });

export const needText = (need: NeedCode): string => say(`need.${need}`);

export type IndicatorText = {
  readonly name: string;
  readonly unit?: string | undefined;
  readonly baseline?: number | undefined;
  readonly target: number;
};

/** As "Personnes accompagnées : 600 par an (120 aujourd’hui)". */
export const indicatorText = ({ name, unit, baseline, target }: IndicatorText): string => {
  const value = unit ? `${people(target)} ${unit}` : people(target);
  const aim = say('aim', { name, value });
  return baseline === undefined ? aim : `${aim} ${say('today', { value: baseline })}`;
};
