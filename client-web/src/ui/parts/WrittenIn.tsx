import { facts, type Language, languages } from '../languages';
import { sayCommon } from '../words';
import { Choose } from './Choose';

type WrittenInProps = {
  readonly id: string;
  readonly label?: string;
  readonly value: Language;
  readonly onValue: (language: Language) => void;
};

/** In which language somebody writes: the page's, unless they say another. */
export const WrittenIn = ({ id, label, value, onValue }: WrittenInProps) => (
  <Choose
    id={id}
    label={label ?? sayCommon('writtenIn')}
    value={value}
    options={languages.map((one) => ({
      id: one,
      title: facts[one].name,
      language: facts[one].tag,
    }))}
    onValue={(one) => onValue(one as Language)}
  />
);
