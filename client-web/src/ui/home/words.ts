import { common, home } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the first page. */
export const say = speaker({ common, home });
