import { common, wall } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the wall. */
export const say = speaker({ common, wall });
