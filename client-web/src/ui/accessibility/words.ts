import { accessibility, common } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the accessibility statement. */
export const say = speaker({ common, accessibility });
