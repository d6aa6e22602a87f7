/** The templates that the server has too: the same files. */
import week from '../../../../config/templates/consultation-1-week.json';
import plenary from '../../../../config/templates/plenary-45-minutes.json';
import workshop from '../../../../config/templates/workshop-2-hours.json';

/** Their words are in French, and become the board's. */
export const templates = [plenary, workshop, week].map((one) => ({ ...one, language: 'fr' }));
