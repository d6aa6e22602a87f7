import { badges, common } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the badges to print. */
export const say = speaker({ common, badges });
