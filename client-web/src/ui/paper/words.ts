import { common, paper } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the paper ballots. */
export const say = speaker({ common, paper });
