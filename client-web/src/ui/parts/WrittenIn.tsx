import { facts, type Language, languages } from '../languages';
import { sayCommon } from '../words';

type WrittenInProps = {
  readonly id: string;
  readonly label?: string;
  readonly value: Language;
  readonly onValue: (language: Language) => void;
};

/** In which language somebody writes: the page's, unless they say another. */
export const WrittenIn = ({
  id,
  label = sayCommon('writtenIn'),
  value,
  onValue,
}: WrittenInProps) => (
  <div class="row">
    <label class="small" for={id}>
      {label}
    </label>
    <select
      id={id}
      class="input"
      value={value}
      onChange={({ currentTarget }) => onValue(currentTarget.value as Language)}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={facts[language].tag}>
          {facts[language].name}
        </option>
      ))}
    </select>
  </div>
);
