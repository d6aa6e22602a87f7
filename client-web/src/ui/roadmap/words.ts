import { common, roadmap } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the roadmap. */
export const say = speaker({ common, roadmap });
